// Tables with their lines in columns and their years in rows: "Revenue", "Gross profit" over "2023 as
// reported", "2024 as reported" and "Percentage change".
#pragma once

#include "kcfin/equation.h"
#include "rules/statement_index.h"

namespace kcfin::rulebook {

// "Percentage change" below the amounts of two years: the later against the earlier. For ratio/change.
void relate_changes_of_years(const Filing& filing, RuleId rule, Equations& out);
// The amount of a year under the name of a line: the line's of that period in its statement. For
// tie/statements.
void relate_lines_in_columns(const StatementIndex& index, RuleId rule, Equations& out);

}  // namespace kcfin::rulebook
