// Rows of a reconciliation of share counts: what stands between the basic and the diluted count is shares
// too.
#pragma once

#include <vector>

#include "kcfin/filing.h"

namespace kcfin::table {

// "Stock options" and "Convertible senior notes" between "Basic weighted average number of shares" and the
// diluted one take the unit and the scale of the basic count, in a table that is in money else.
void settle_share_counts(Table& table, std::vector<Figure>& figures);

}  // namespace kcfin::table
