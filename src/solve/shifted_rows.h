// Rows whose figures stand a cell too far right: a blank cell that is not nil, and the last figure lost.
#pragma once

#include "kcfin/filing.h"

namespace kcfin::solving {

// A blank at the left end of a row, in a table that is full there, is nil or the trace of a shift. Where the
// figures as printed are contradicted and the row moved back agrees with the rest of the filing, the row is
// moved back: its figures are damaged, their printed values candidates. Any other row is left as it is.
// Figures of sentences must not be tied to rows yet.
void move_shifted_rows_back(Filing& filing);

}  // namespace kcfin::solving
