// Intervals in, intervals out: each relation is one expression over its terms.
#include "rules/arithmetic.h"

namespace kcfin::rulebook {
namespace {

constexpr Interval kHundred{{100, 1}, {100, 1}};

// Whether a term stands for all amounts that round to it, or for its digits alone.
enum class Reading : std::uint8_t { rounded, digits };

std::optional<Interval> amounts(const Filing& filing, const Term& term, Reading reading) {
  if (term.figure == kNoFigure) return std::nullopt;
  std::optional<Interval> out = printed(filing.figures[term.figure]);
  if (out && reading == Reading::digits) {
    const auto value = middle(*out);
    if (!value) return std::nullopt;
    out = Interval::exact(*value);
  }
  if (out && term.sign < 0) out = negate(*out);
  return out;
}

std::optional<Interval> total(const Filing& filing, const Equation& equation, Reading reading) {
  Interval sum = Interval::exact({0, 1});
  for (const Term& term : equation.terms) {
    const auto addend = amounts(filing, term, reading);
    const auto next = addend ? add(sum, *addend) : std::nullopt;
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

std::optional<Interval> rate_of(const Equation& equation) {
  if (equation.rate.zero()) return std::nullopt;
  const auto power = power_of_ten(equation.rate.decimals);
  return power ? std::optional(Interval::exact({equation.rate.mantissa, *power})) : std::nullopt;
}

std::optional<Interval> of_one(const Filing& filing, const Equation& equation, Reading reading) {
  const auto term = amounts(filing, equation.terms[0], reading);
  if (!term) return std::nullopt;
  if (equation.relation == Relation::same) return term;
  if (equation.relation == Relation::opposite) return absolute(*term);
  const auto rate = rate_of(equation);  // translation, scaled
  return rate ? divide(*term, *rate) : std::nullopt;
}

std::optional<Interval> of_two(const Filing& filing, const Equation& equation, Reading reading) {
  const auto first = amounts(filing, equation.terms[0], reading);
  const auto second = amounts(filing, equation.terms[1], reading);
  if (!first || !second) return std::nullopt;
  switch (equation.relation) {
    case Relation::ratio:
      return percent(first, second);
    case Relation::change:
      return change_of(first, second);
    case Relation::loss_change:
      return change_of(absolute(*first), absolute(*second));
    default: {  // difference, per_unit
      const auto made =
          equation.relation == Relation::difference ? subtract(*first, *second) : divide(*first, *second);
      const auto rate = rate_of(equation);
      return made && rate ? multiply(*made, *rate) : made;
    }
  }
}

std::optional<Interval> recompute(const Filing& filing, const Equation& equation, Reading reading) {
  switch (equation.relation) {
    case Relation::sum:
      return total(filing, equation, reading);
    case Relation::same:
    case Relation::opposite:
    case Relation::translation:
    case Relation::scaled:
      return equation.terms.size() == 1 ? of_one(filing, equation, reading) : std::nullopt;
    case Relation::ratio:
    case Relation::change:
    case Relation::loss_change:
    case Relation::difference:
    case Relation::per_unit:
      return equation.terms.size() == 2 ? of_two(filing, equation, reading) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Interval> stands_for(const Figure& figure, const Decimal& value) {
  const bool counted = figure.unit.measure == Measure::pure && figure.scale_power == 0 && value.decimals == 0;
  if (counted) return Interval::exact({value.mantissa, 1});
  return Interval::of(value, figure.scale_power);
}

std::optional<Interval> printed(const Figure& figure) {
  return figure.value ? stands_for(figure, *figure.value) : std::nullopt;
}

std::optional<Interval> recomputed(const Filing& filing, const Equation& equation) {
  return recompute(filing, equation, Reading::rounded);
}

std::optional<Decimal> expected(const Filing& filing, const Equation& equation) {
  if (equation.result == kNoFigure || !filing.figures[equation.result].value) return std::nullopt;
  const Figure& result = filing.figures[equation.result];
  const auto made = recompute(filing, equation, Reading::digits);
  if (!made) return std::nullopt;
  const auto scale = power_of_ten(result.scale_power);
  const auto in_scale = scale ? divide(*made, Interval::exact({*scale, 1})) : std::nullopt;
  return in_scale ? rounded(in_scale->low, result.value->decimals) : std::nullopt;
}

std::optional<bool> holds_to_the_digit(const Filing& filing, const Equation& equation) {
  const auto value = expected(filing, equation);
  if (!value) return std::nullopt;
  const Decimal& reported = *filing.figures[equation.result].value;
  return equation.relation == Relation::opposite ? reported.size() == value->size() : reported == *value;
}

std::optional<bool> holds(const Filing& filing, const Equation& equation) {
  if (equation.result == kNoFigure) return std::nullopt;
  const Figure& result = filing.figures[equation.result];
  const auto reported = printed(result);
  const auto made = recomputed(filing, equation);
  if (!reported || !made) return std::nullopt;
  const bool repeats = equation.relation == Relation::same || equation.relation == Relation::opposite;
  if (repeats && same_precision(result, filing.figures[equation.terms[0].figure])) {
    const Decimal own = *result.value;
    const Decimal other = *filing.figures[equation.terms[0].figure].value;
    if (equation.relation == Relation::opposite) return own.size().mantissa == other.size().mantissa;
    return own.mantissa == (equation.terms[0].sign < 0 ? -other.mantissa : other.mantissa);
  }
  const auto compared = equation.relation == Relation::opposite ? absolute(*reported) : reported;
  return compared ? meets(*compared, *made) : std::nullopt;
}

std::optional<Fraction> exact_value(const Figure& figure) {
  const auto amounts = printed(figure);
  return amounts ? middle(*amounts) : std::nullopt;
}

bool same_precision(const Figure& a, const Figure& b) {
  return a.value && b.value && a.scale_power - a.value->decimals == b.scale_power - b.value->decimals;
}

}  // namespace kcfin::rulebook
