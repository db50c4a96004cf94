// One record a file in a stream of NDJSON (--errors inline), so that "read, and nothing in it" and "not read"
// differ.
#pragma once

#include <string>

#include "report/format.h"

namespace kcfin::report {

[[nodiscard]] std::string record_of(const FileResult& file);
[[nodiscard]] std::string record_of(const Problem& problem);

}  // namespace kcfin::report
