// What stands between two amounts per share, or between two percentages, in a table of amounts: what leads
// from the one to the other, in the same unit.
#pragma once

#include <vector>

#include "kcfin/filing.h"

namespace kcfin::table {

// "Restructuring charges  0.25" between the reported and the adjusted earnings per share, "State taxes  3.28"
// between two tax rates with a per cent sign: the table's unit is not theirs where it prints its amounts with
// other decimals.
void settle_bridged_units(Table& table, std::vector<Figure>& figures);

}  // namespace kcfin::table
