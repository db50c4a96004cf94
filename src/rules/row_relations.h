// What the parts of a rule that look for amounts within one table share: which figures the rule holds
// already, and how a row's equations are taken over.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "kcfin/equation.h"

namespace kcfin::rulebook {

// Longer tables are lists: no row of theirs is looked up among the others.
inline constexpr std::size_t kMostRowsLookedUp = 400;

// The results of the rule's equations so far.
[[nodiscard]] std::set<FigureId> held_by(RuleId rule, const Equations& equations);

// That the figure of one row is the first of two others over the second, in a column; empty where one is
// blank.
[[nodiscard]] std::optional<Equation> quotient_of_rows(RuleId rule, Relation relation, const Table& table,
                                                       std::uint32_t result, std::uint32_t first,
                                                       std::uint32_t second, std::size_t column);

// Appends the equations of a row, and takes back what the rule said it could not check there.
void take_row(const Row& row, RuleId rule, std::vector<Equation> made, Equations& out);

}  // namespace kcfin::rulebook
