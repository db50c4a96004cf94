// Intervals in, intervals out: each relation is one expression over its terms.
#include "rules/evaluation.h"

namespace kcfin::rulebook {
namespace {

constexpr Interval kHundred{{100, 1}, {100, 1}};

Interval signed_amount(const Equation& equation, std::span<const Interval> amounts, std::size_t term) {
  return equation.terms[term].sign < 0 ? negate(amounts[term]) : amounts[term];
}

std::optional<Interval> total(const Equation& equation, std::span<const Interval> amounts) {
  Interval sum = Interval::exact({0, 1});
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    const auto next = add(sum, signed_amount(equation, amounts, i));
    if (!next) return std::nullopt;
    sum = *next;
  }
  return sum;
}

std::optional<Interval> percent(const std::optional<Interval>& numerator,
                                const std::optional<Interval>& denominator) {
  if (!numerator || !denominator) return std::nullopt;
  const auto quotient = divide(*numerator, *denominator);
  return quotient ? multiply(*quotient, kHundred) : std::nullopt;
}

// (current - base) / |base|, written current / |base| -+ 1 so that the base's rounding counts once.
std::optional<Interval> change_of(const std::optional<Interval>& current,
                                  const std::optional<Interval>& base) {
  const auto quotient = base ? percent(current, absolute(*base)) : std::nullopt;
  if (!quotient) return std::nullopt;
  return base->low.numerator < 0 ? add(*quotient, kHundred) : subtract(*quotient, kHundred);
}

std::optional<Interval> of_one(const Equation& equation, const Interval& term) {
  if (equation.relation == Relation::same) return term;
  if (equation.relation == Relation::opposite) return absolute(term);
  const auto rate = rate_of(equation);  // translation, scaled
  return rate ? divide(term, *rate) : std::nullopt;
}

std::optional<Interval> of_two(const Equation& equation, const Interval& first, const Interval& second) {
  switch (equation.relation) {
    case Relation::ratio:
      return percent(first, second);
    case Relation::change:
      return change_of(first, second);
    case Relation::loss_change:
      return change_of(absolute(first), absolute(second));
    default: {  // difference, per_unit
      const auto made =
          equation.relation == Relation::difference ? subtract(first, second) : divide(first, second);
      const auto rate = rate_of(equation);
      return made && rate ? multiply(*made, *rate) : made;
    }
  }
}

}  // namespace

std::optional<Interval> rate_of(const Equation& equation) {
  if (equation.rate.zero()) return std::nullopt;
  const auto power = power_of_ten(equation.rate.decimals);
  return power ? std::optional(Interval::exact({equation.rate.mantissa, *power})) : std::nullopt;
}

std::optional<Interval> made_of(const Equation& equation, std::span<const Interval> amounts) {
  if (amounts.size() != equation.terms.size()) return std::nullopt;
  switch (equation.relation) {
    case Relation::sum:
      return total(equation, amounts);
    case Relation::same:
    case Relation::opposite:
    case Relation::translation:
    case Relation::scaled:
      return amounts.size() == 1 ? of_one(equation, signed_amount(equation, amounts, 0)) : std::nullopt;
    case Relation::ratio:
    case Relation::change:
    case Relation::loss_change:
    case Relation::difference:
    case Relation::per_unit:
      return amounts.size() == 2
                 ? of_two(equation, signed_amount(equation, amounts, 0), signed_amount(equation, amounts, 1))
                 : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace kcfin::rulebook
