// Rows whose figures stand a cell too far right: a blank cell that is not nil, and the last figure lost.
#pragma once

#include <vector>

#include "kcfin/equation.h"
#include "statement/row_index.h"

namespace kcfin::solving {

// Rows that start with a blank in a table most of whose rows do not: most filings have few or none.
[[nodiscard]] std::vector<RowRef> rows_that_start_late(const Filing& filing);

// A blank at the left end of a row, in a table that is full there, is nil or the trace of a shift. Where the
// figures as printed are contradicted and the row moved back agrees with the rest of the filing, the row is
// moved back: its figures are damaged, their printed values candidates. Any other row is left as it is.
// `filing` has no claims yet; `equations` are those of the filing as printed, with or without its claims.
// True where a row was moved.
bool move_shifted_rows_back(Filing& filing, const std::vector<RowRef>& places, const Equations& equations);

}  // namespace kcfin::solving
