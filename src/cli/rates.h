// Exchange rates that the user brings along.
#pragma once

#include <string>
#include <vector>

#include "kcfin/filing.h"
#include "kcfin/result.h"

namespace kcfin::cli {

// A file in the layout of FRED's DEXCHUS CSV: a heading line "observation_date,DEXCHUS", then a date and
// the RMB for one US$ of that day a line; days without a rate have none or a point.
[[nodiscard]] Result<std::vector<Rate>> read_rates(const std::string& path);

}  // namespace kcfin::cli
