// Figures that nothing in a filing can lead to, by their words: what was agreed, observed or counted.
#pragma once

#include <string_view>

#include "kcfin/filing.h"

namespace kcfin::words {

// Why no total, ratio or second place can be asked for: a rate of interest, an exercise price and a term are
// agreed, stores and subscribers counted, a change at constant rates is measured by amounts that are not
// printed. Empty where a check could hold the figure. `heading`: of its column.
[[nodiscard]] std::string_view why_nothing_holds(std::string_view label, std::string_view heading,
                                                 Measure measure);

}  // namespace kcfin::words
