// The balances of the statement of changes in equity, component by component, against the balance sheet.
#pragma once

#include "kcfin/equation.h"
#include "rules/statement_index.h"

namespace kcfin::rulebook {

// For tie/statements: rows that are dated, columns whose heading is a line of the balance sheet or says
// "Total".
void relate_equity_balances(const StatementIndex& index, RuleId rule, Equations& out);

}  // namespace kcfin::rulebook
