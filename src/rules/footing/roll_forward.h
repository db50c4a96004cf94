// Roll-forwards of a table: an opening balance, the movements below it, a closing balance.
#pragma once

#include <vector>

#include "rules/footing/amounts.h"

namespace kcfin::rulebook {

// By the labels alone: "Balance at January 1" and "Balance at June 30", "Allowance, beginning of the period"
// and "Allowance, end of the period". A closing balance opens the next one, and so does a new opening
// balance. Opening and closing cash of a cash flow statement are none: footing/cash holds them. Below an
// opening balance whose closing one is named otherwise ("Beginning balance" ... "Retained earnings"), the
// first row that is made up by it and the rows between in every column.
[[nodiscard]] std::vector<RollForward> find_roll_forwards(const TableAmounts& amounts);

}  // namespace kcfin::rulebook
