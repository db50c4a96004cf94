// The part of footing/across that is about percentages.
#pragma once

#include "kcfin/equation.h"

namespace kcfin::rulebook {

// A column of changes against the columns of its parts: operations and currency; volume, price, acquisitions.
void relate_parts_of_changes(const Filing& filing, RuleId rule, Equations& out);

}  // namespace kcfin::rulebook
