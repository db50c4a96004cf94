// Cash at one date: the opening and closing lines of the cash flow statement, and the rows of the balance
// sheet that make them up.
#pragma once

#include "kcfin/equation.h"
#include "rules/statement_index.h"

namespace kcfin::rulebook {

// Closing (and opening) cash as the sum of cash and restricted cash of the balance sheet at its date; a skip
// where the rows cannot be told. Opening cash of one column against closing cash of another at that date.
void relate_cash(const StatementIndex& index, RuleId rule, Equations& out);

}  // namespace kcfin::rulebook
