// Rows that have a date of their own: the balances between which a statement of changes, or a roll-forward,
// moves. What stands between two of them is of the time between.
#pragma once

#include <vector>

#include "kcfin/filing.h"

namespace kcfin::table {

// Gives the figures of "Balance at January 1, 2023" that day, and those of rows between two such balances,
// where their column has no period, the span between them. Under the components of equity a date alone is a
// balance's.
void date_balances(const Table& table, std::vector<Figure>& figures);

}  // namespace kcfin::table
