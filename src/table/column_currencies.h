// The currency of each column of amounts, before its figures are held against the other columns.
#pragma once

#include "table/column_heads.h"

namespace kcfin::table {

// "Millions of yen" and "Thousands of U.S. dollars" above "2023 | 2024 | 2024": a year that is given again
// holds the translations of the amounts beside it.
void deal_unit_lines(ColumnHeads& heads);

// The currencies that the heading names, those that the figures carry, that of the unit line, that of the
// filing, in this order.
void deal_units(ColumnHeads& heads);

}  // namespace kcfin::table
