// Rows that are named by a year: "2025", "2026", "Thereafter".
#pragma once

#include "table/grid.h"

namespace kcfin::table {

// Where the labels stand, figures that are all years are labels: of the maturities of a debt, of what is
// recognised year by year.
void take_years_for_labels(Draft& draft);

}  // namespace kcfin::table
