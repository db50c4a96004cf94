// Which columns hold amounts, and which changes, shares and percentages beside them.
#pragma once

#include <vector>

#include "table/column_heads.h"

namespace kcfin::table {

// Settles what each column holds and fills in `amounts`: all columns where none stands out.
void find_amounts(ColumnHeads& heads);

// "Margin | 2024 | 2023" beside amounts: percentages with a year of their own.
[[nodiscard]] std::vector<Over*> dated_percentages(ColumnHeads& heads);

}  // namespace kcfin::table
