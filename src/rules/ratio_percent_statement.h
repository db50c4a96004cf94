// A statement in percent of revenues, printed apart from its amounts.
#pragma once

#include "kcfin/equation.h"
#include "rules/statement_index.h"

namespace kcfin::rulebook {

// "Cost of revenue 20%" in a table of percentages, or under "Percent of net sales": the line of that name in
// the income statement over its revenues. For ratio/margin, of figures that it does not hold yet.
void relate_percent_statements(const StatementIndex& index, RuleId rule, Equations& out);

}  // namespace kcfin::rulebook
