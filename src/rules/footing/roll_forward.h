// Roll-forwards of a table: an opening balance, the movements below it, a closing balance.
#pragma once

#include <vector>

#include "kcfin/filing.h"

namespace kcfin::rulebook {

struct RollForward {
  std::uint32_t opening = 0, closing = 0;  // rows
};

// By the labels alone: "Balance at January 1" and "Balance at June 30", "Allowance, beginning of the period"
// and "Allowance, end of the period". A closing balance opens the next one, and so does a new opening
// balance. Opening and closing cash of a cash flow statement are none: footing/cash holds them.
[[nodiscard]] std::vector<RollForward> find_roll_forwards(const Table& table);

}  // namespace kcfin::rulebook
