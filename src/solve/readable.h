// The filing as far as its damaged figures can be read, for the rules to see its structure by.
#pragma once

#include "kcfin/equation.h"

namespace kcfin::solving {

// The rules' equations over the filing. A damaged figure that can be read in one way alone is shown to them
// so: what a row sums is told by the columns in which it adds up. Whether the reading is right is not decided
// here.
[[nodiscard]] Equations relate_as_readable(const Filing& filing);

}  // namespace kcfin::solving
