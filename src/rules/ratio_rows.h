// Percentages in rows of their own, below the amount that they speak of.
#pragma once

#include "kcfin/equation.h"
#include "rules/statement_index.h"

namespace kcfin::rulebook {

// "Percentage of net sales" below an expense: the expense over the net sales of the same period. For
// ratio/margin.
void relate_shares_below(const StatementIndex& index, RuleId rule, Equations& out);
// "Segment profit margin" below the profit and the revenues of one table, whatever its columns are of. For
// ratio/margin, of rows that it does not hold yet.
void relate_margins_within(const Filing& filing, RuleId rule, Equations& out);
// "Percentage change" below an amount: against the column of a year before. For ratio/change.
void relate_changes_below(const StatementIndex& index, RuleId rule, Equations& out);

}  // namespace kcfin::rulebook
