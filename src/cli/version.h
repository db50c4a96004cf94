// The program's version and what it was built with.
#pragma once

#include <string>

namespace kcfin::cli {

[[nodiscard]] std::string version();       // "1.2.3"
[[nodiscard]] std::string version_text();  // name, version, compiler, libraries; several lines

}  // namespace kcfin::cli
