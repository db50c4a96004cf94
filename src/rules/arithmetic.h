// The arithmetic of the relations: what an equation's terms make of its result.
//
// Rules use it to see which reading the printed figures bear out; the verdict is the solve room's.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "kcfin/equation.h"

namespace kcfin::rulebook {

// What a figure printed as `value` stands for, in units: of money, of shares, in percent. A whole number of
// people or things is exact, since nobody rounds it.
[[nodiscard]] std::optional<Interval> stands_for(const Figure& figure, const Decimal& value);
// The same of its own value; empty where it has none.
[[nodiscard]] std::optional<Interval> printed(const Figure& figure);
// What an amount stands for that is cut off behind its last digit: one unit of it more at most, away from
// nil.
[[nodiscard]] std::optional<Interval> rounded_down(const Figure& figure, const Decimal& value);

// What the terms make of the result, in its units. Empty where a term has no value, divides by zero, or
// passes the range of the arithmetic.
[[nodiscard]] std::optional<Interval> recomputed(const Filing& filing, const Equation& equation);

// Whether the result meets what its terms make of it; figures of one precision that state the same fact
// must be equal. Empty where that cannot be told.
[[nodiscard]] std::optional<bool> holds(const Filing& filing, const Equation& equation);

// How many of some equations hold, of those that can be told.
struct Fit {
  int judged = 0, hold = 0;
  void count(std::optional<bool> held) {
    if (held) ++judged;
    if (held && *held) ++hold;
  }
};
[[nodiscard]] Fit fit_of(const Filing& filing, std::span<const Equation> equations);

// Whether two of the terms at least, or so many, are amounts that are not nil: otherwise a sum that holds
// says nothing.
[[nodiscard]] bool adds_amounts(const Filing& filing, const Equation& equation, std::ptrdiff_t at_least = 2);

// What the result would be printed as, in its own scale and decimals, if every term stood for its printed
// digits alone. Empty as for recomputed.
[[nodiscard]] std::optional<Decimal> expected(const Filing& filing, const Equation& equation);
[[nodiscard]] std::optional<bool> holds_to_the_digit(const Filing& filing, const Equation& equation);

// Whether the row has figures, not percentages alone, under none of its columns: what of it is blank may be
// one of them, and is no nil.
[[nodiscard]] bool left_open(const Filing& filing, const Row& row);
inline constexpr std::string_view kLeftOpen = "a row of it has figures under no column";

// The printed figure as a fraction, without its rounding. Empty where it has no value.
[[nodiscard]] std::optional<Fraction> exact_value(const Figure& figure);

// True where the last printed places of both are worth the same: 4,319,204 thousand and 12 thousand.
[[nodiscard]] bool same_precision(const Figure& a, const Figure& b);

}  // namespace kcfin::rulebook
