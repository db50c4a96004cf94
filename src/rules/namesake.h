// Rows that repeat a line of another table under its own words, where neither a concept nor a header tells
// which line it is: by label, by label and header, or by both the other way round.
#pragma once

#include <span>
#include <vector>

#include "rules/counterpart.h"

namespace kcfin::rulebook {

// `taken`: the counterparts that concept or label and header tell already. Each row is given one line, and
// only where two columns or more agree.
[[nodiscard]] std::vector<Counterpart> find_namesakes(const StatementIndex& index,
                                                      std::span<const Counterpart> taken);

// The equations of those that one rule speaks of. A dash beside an amount is no amount of nil: the table has
// none.
void relate_namesakes(const StatementIndex& index, std::span<const Counterpart> namesakes, Tie tie,
                      RuleId rule, Equations& out);

}  // namespace kcfin::rulebook
