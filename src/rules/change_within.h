// The part of ratio/change that finds both amounts in the columns beside the change.
#pragma once

#include "kcfin/equation.h"

namespace kcfin::rulebook {

// Of figures that the rule does not hold yet.
void relate_changes_within(const Filing& filing, RuleId rule, Equations& out);

}  // namespace kcfin::rulebook
