// "December | December" over "31, | 31,": a date of a heading that stands in two rows.
#pragma once

#include "table/grid.h"

namespace kcfin::table {

// Whether every cell is the day of a month of the row above, or there are as many days as months.
[[nodiscard]] bool is_row_of_days(const RawRow& raw, const HeadingRow& above);

// Gives the months of a heading row the days of the row below it: those below them, or, where cells ran
// together, in their order. The days say nothing of their own then.
void join_days(HeadingRow& months, HeadingRow& days);

}  // namespace kcfin::table
