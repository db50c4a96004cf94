// What each relation makes of its terms: the one place where an equation is computed.
#pragma once

#include <optional>
#include <span>

#include "kcfin/equation.h"

namespace kcfin::rulebook {

// What the terms make of the result, in its units. `amounts`: one a term, in units and without the term's
// sign: all that a printed figure may stand for, or its digits alone as an interval of one amount. Empty
// where the relation divides by what may be zero, has another number of terms or no rate, or passes the range
// of the arithmetic.
[[nodiscard]] std::optional<Interval> made_of(const Equation& equation, std::span<const Interval> amounts);

// The rate of an equation, exact; empty where it has none.
[[nodiscard]] std::optional<Interval> rate_of(const Equation& equation);

}  // namespace kcfin::rulebook
