// A table that lost its labels: its rows are named by the same figures elsewhere in the filing.
#pragma once

#include "kcfin/filing.h"

namespace kcfin::statement {

// A row is named only where at least two of its figures stand on one other row, none of them differs
// there, and all such rows have the same label.
void find_lost_labels(Filing& filing);

}  // namespace kcfin::statement
