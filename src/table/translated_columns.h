// Columns in two currencies: which are translations of which, held to the figures.
#pragma once

#include <vector>

#include "table/column_heads.h"

namespace kcfin::table {

// A centred heading may seem to reach from one group of columns into the next: what is the column to its left
// at one rate, in dollars, is of that column's period.
void date_translations(ColumnHeads& heads);

// A currency that a column has from its neighbour's heading, or had to share with it, is held against the
// rest of the table: a translation stands beside the amount that it translates, for the same period.
void settle_currencies(const ColumnHeads& heads, std::vector<Column>& columns);

// A translation is of the period of the amount that it translates. Where the heading gives them two, the one
// that has every word of its date right over it is believed; if both have, neither.
void settle_dates_of_translations(const ColumnHeads& heads, std::vector<Column>& columns);

}  // namespace kcfin::table
