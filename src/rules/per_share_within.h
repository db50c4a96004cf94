// The part of ratio/per-share that finds both amounts in the table of the figure.
#pragma once

#include "kcfin/equation.h"

namespace kcfin::rulebook {

// Of figures that the rule does not hold yet: the income and the number of shares above them, where labels
// and headers name them and columns bear it out.
void relate_per_share_within(const Filing& filing, RuleId rule, Equations& out);

// What a row says is per ounce, tonne or barrel, by the rows above it: an amount, and a count of these.
void relate_per_unit_within(const Filing& filing, RuleId rule, Equations& out);

}  // namespace kcfin::rulebook
