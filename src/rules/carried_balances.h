// Balances that a statement of changes in equity or a note carries on, against the balance sheet: "Retained
// earnings" over a column or over its rows, "Goodwill, end of year".
#pragma once

#include "kcfin/equation.h"
#include "rules/statement_index.h"

namespace kcfin::rulebook {

enum class CarriedIn : std::uint8_t { changes_in_equity, notes };

// The equations of those that one rule speaks of.
void relate_carried_balances(const StatementIndex& index, CarriedIn where, RuleId rule, Equations& out);

}  // namespace kcfin::rulebook
