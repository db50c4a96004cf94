// The one place where the program gives a filing to the library.
#pragma once

#include <string>

#include "kcfin/finding.h"

namespace kcfin::cli {

[[nodiscard]] Result<Checked> judged(std::string bytes, const ReadLimits& limits,
                                     const SolveOptions& options);

}  // namespace kcfin::cli
