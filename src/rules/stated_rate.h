// The rate at which a filing says that it translates.
#pragma once

#include "kcfin/filing.h"

namespace kcfin::rulebook {

// The rate to US$ stated for the report's date; where none is, the latest, or the only one. Null without any.
[[nodiscard]] const Rate* stated_rate(const Filing& filing);

// The currency that a table is kept in: that of its first amount column that is not US$.
[[nodiscard]] Currency reporting_currency(const Table& table);

}  // namespace kcfin::rulebook
