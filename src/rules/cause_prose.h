// Of ratio/change: causes that sentences name.
#pragma once

#include "kcfin/equation.h"

namespace kcfin::rulebook {

class MovingRows;

// What is named as a cause must work the way of what it explains, and must have gone that way where it is a
// row itself.
void relate_causes(const Filing& filing, const MovingRows& rows, RuleId rule, Equations& out);

}  // namespace kcfin::rulebook
