// The elements that rows are reported as, where the place of a line says more than its label.
#pragma once

#include "kcfin/filing.h"

namespace kcfin::statement {

// Gives every row with a concept the element under which filers report it. The rules go on from concepts: one
// name for one line wherever it stands.
void name_elements(Filing& filing);

}  // namespace kcfin::statement
