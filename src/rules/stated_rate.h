// The rate at which a filing says that it translates.
#pragma once

#include "kcfin/filing.h"

namespace kcfin::rulebook {

// A balance of a month's end is translated at the rate of its last day of trading: of December 29 for
// December 31, 2023. The month's end for its last days, else the date itself.
[[nodiscard]] Date trading_date(Date date);

// The rate to US$ stated for the report's date; of several, the one that explains most translated cells.
// Where none is stated for it, the latest, or the only one. Null without any.
[[nodiscard]] const Rate* stated_rate(const Filing& filing);

// The currency that a table is kept in: that of its first amount column that is not US$.
[[nodiscard]] Currency reporting_currency(const Table& table);

}  // namespace kcfin::rulebook
