// Where a statement of changes, or another roll-forward, begins and ends.
#pragma once

#include <string_view>

namespace kcfin::words {

// "Balance at January 1, 2023", "Closing balance", "Equity at 30 June 2017".
[[nodiscard]] bool names_balance(std::string_view label);

}  // namespace kcfin::words
