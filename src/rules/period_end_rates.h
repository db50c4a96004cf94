// Noon buying rates at the ends of quarters, to recognise a translation at another date's rate.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "kcfin/filing.h"
#include "kcfin/result.h"

namespace kcfin {

// The rate to US$ that a convenience translation at `date` uses: that of the day, or of the last business day
// before it. The filing's own statements come first, then the rates that the user gave, then the built-in
// ones.
[[nodiscard]] std::optional<Rate> rate_at(const Filing& filing, const Currency& from, Date date);

// Reads rates in the layout of FRED's DEXCHUS CSV: a heading line "observation_date,DEXCHUS", then a date and
// RMB for one US$ on each line; a day without a rate is empty or ".". Errors name the line.
[[nodiscard]] Result<std::vector<Rate>> read_rates(std::string_view csv);

}  // namespace kcfin
