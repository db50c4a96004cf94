// Columns of change that give amounts: told by what they print, once the rows of a table are read.
#pragma once

#include <vector>

#include "kcfin/filing.h"

namespace kcfin::table {

// "Change" stands over an amount, a percentage, or both in pairs. A column whose figures are the differences
// of two others' (of their sizes, where costs are printed so) gives amounts: it is marked as a difference,
// and its figures take the unit and the scale of the row that they differ in. Percentages in it are changes
// in points.
void settle_differences(Table& table, std::vector<Figure>& figures);

}  // namespace kcfin::table
