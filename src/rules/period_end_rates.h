// Noon buying rates at the ends of quarters, to recognise a translation at another date's rate.
#pragma once

#include <optional>

#include "kcfin/filing.h"

namespace kcfin {

// The rate to US$ that a convenience translation at `date` uses: that of the day, or of the last business day
// before it. The filing's own statements come first, then the rates that the user gave, then the built-in
// ones.
[[nodiscard]] std::optional<Rate> rate_at(const Filing& filing, const Currency& from, Date date);

}  // namespace kcfin
