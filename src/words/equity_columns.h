// The components of equity, as columns.
#pragma once

#include "kcfin/filing.h"

namespace kcfin::words {

// Whether most columns are named as components of equity: "Share capital", "Reserves", "Retained earnings".
[[nodiscard]] bool columns_of_equity(const Table& table);

}  // namespace kcfin::words
