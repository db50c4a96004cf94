// Sums over rows that are blank in their column: nil, or lost.
#pragma once

#include "solve/network.h"

namespace kcfin::solving {

// A sum that does not hold without its blank rows says nothing, unless evidence says that they are nil: other
// sums of the table hold over blanks, or one of its figures shows the slip that breaks it. Such blanks are
// taken for nil.
void take_blanks_for_nil(Network& network, const Values& values);

}  // namespace kcfin::solving
