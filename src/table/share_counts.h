// What rows of share counts are in: what stands between the basic and the diluted count is shares too, and
// the amounts per share tell the scale.
#pragma once

#include <vector>

#include "kcfin/filing.h"

namespace kcfin::table {

// "Stock options" and "Convertible senior notes" between "Basic weighted average number of shares" and the
// diluted one take the unit and the scale of the basic count, in a table that is in money else.
void settle_share_counts(Table& table, std::vector<Figure>& figures);

// "(in thousands of dollars, except per share amounts)" over 32,781,080 shares, or 182.8 in millions over
// which no line says so: where in no two columns an income of the table divided by the count gives an amount
// per share, and at another scale the same income does in all of them, that is the scale of the count, and of
// the counts of its size.
void settle_count_scales(Table& table, std::vector<Figure>& figures);

}  // namespace kcfin::table
