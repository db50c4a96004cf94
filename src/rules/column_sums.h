// A footing as equations, one a column.
#pragma once

#include <span>
#include <vector>

#include "kcfin/equation.h"
#include "rules/arithmetic.h"
#include "rules/footing/structure.h"

namespace kcfin::rulebook {

// A sum down each column of the table whose result `adds` takes. A column in which a figure of another unit
// stands among the terms has none.
[[nodiscard]] std::vector<Equation> column_sums(const Filing& filing, const Table& table,
                                                const Footing& footing, RuleId rule,
                                                bool (*adds)(const Figure&));
// Of two columns one adds up: to the digit, over three figures or more, or the other misses by a slip of the
// hand.
[[nodiscard]] bool one_of_two_holds(const Filing& filing, std::span<const Equation> sums);
// How they fare, those aside that have one term alone.
[[nodiscard]] Fit fit_of_sums(const Filing& filing, std::span<const Equation> sums);

}  // namespace kcfin::rulebook
