// The checks of one filing as lists for a person: those that passed or were skipped, and the figures that
// none holds, grouped by the table that they stand in.
#pragma once

#include <string>

#include "report/format.h"

namespace kcfin::report {

[[nodiscard]] std::string checks_text(const FileResult& file, const CheckView& view);
[[nodiscard]] std::string unchecked_text(const FileResult& file, const CheckView& view);

}  // namespace kcfin::report
