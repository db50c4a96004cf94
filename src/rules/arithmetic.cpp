// What figures stand for as they are printed, and what the relations make of that.
#include "rules/arithmetic.h"

#include <algorithm>
#include <vector>

#include "rules/evaluation.h"

namespace kcfin::rulebook {
namespace {

// Whether a term stands for all amounts that round to it, for those cut off to it, or for its digits alone.
enum class Reading : std::uint8_t { rounded, down, digits };

std::optional<Interval> amount_of(const Filing& filing, const Term& term, Reading reading) {
  if (term.figure == kNoFigure) return std::nullopt;
  const Figure& figure = filing.figures[term.figure];
  if (reading == Reading::down) return figure.value ? rounded_down(figure, *figure.value) : std::nullopt;
  const std::optional<Interval> out = printed(figure);
  if (!out || reading == Reading::rounded) return out;
  const auto value = middle(*out);
  return value ? std::optional(Interval::exact(*value)) : std::nullopt;
}

std::optional<Interval> recompute(const Filing& filing, const Equation& equation, Reading reading) {
  std::vector<Interval> amounts;
  amounts.reserve(equation.terms.size());
  for (const Term& term : equation.terms) {
    const auto amount = amount_of(filing, term, reading);
    if (!amount) return std::nullopt;
    amounts.push_back(*amount);
  }
  return made_of(equation, amounts);
}

}  // namespace

std::optional<Interval> stands_for(const Figure& figure, const Decimal& value) {
  const bool counted = figure.unit.measure == Measure::pure && figure.scale_power == 0 && value.decimals == 0;
  if (counted) return Interval::exact({value.mantissa, 1});
  return Interval::of(value, figure.scale_power);
}

std::optional<Interval> rounded_down(const Figure& figure, const Decimal& value) {
  const auto rounded = stands_for(figure, value);
  const auto middle_of = rounded ? middle(*rounded) : std::nullopt;
  if (!middle_of || figure.unit.measure != Measure::money) return rounded;
  if (value.zero()) {
    const auto below = subtract(*rounded, Interval::exact(rounded->high));
    const auto above = subtract(*rounded, Interval::exact(rounded->low));
    return below && above ? std::optional(Interval{below->low, above->high}) : std::nullopt;
  }
  const Fraction& nearer = value.mantissa < 0 ? rounded->low : rounded->high;
  const auto half = subtract(Interval::exact(nearer), Interval::exact(*middle_of));
  return half ? add(*rounded, *half) : std::nullopt;
}

std::optional<Interval> printed(const Figure& figure) {
  return figure.value ? stands_for(figure, *figure.value) : std::nullopt;
}

std::optional<Interval> recomputed(const Filing& filing, const Equation& equation) {
  return recompute(filing, equation, Reading::rounded);
}

Fit fit_of(const Filing& filing, std::span<const Equation> equations) {
  Fit fit;
  for (const Equation& equation : equations) fit.count(holds(filing, equation));
  return fit;
}

bool adds_amounts(const Filing& filing, const Equation& equation, std::ptrdiff_t at_least) {
  return std::count_if(equation.terms.begin(), equation.terms.end(), [&](const Term& term) {
           const auto& value = filing.figures[term.figure].value;
           return value && !value->zero();
         }) >= at_least;
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
  const auto meet = compared ? meets(*compared, *made) : std::nullopt;
  if (!filing.rounded_down || equation.relation != Relation::sum || meet.value_or(true)) return meet;
  const auto cut = rounded_down(result, *result.value);
  const auto sum = recompute(filing, equation, Reading::down);
  return cut && sum ? meets(*cut, *sum) : meet;
}

bool left_open(const Filing& filing, const Row& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [&](FigureId id) {
    return id != kNoFigure && filing.figures[id].damage == Damage::unplaced &&
           filing.figures[id].unit.measure != Measure::percent;
  });
}

std::optional<Fraction> exact_value(const Figure& figure) {
  const auto amounts = printed(figure);
  return amounts ? middle(*amounts) : std::nullopt;
}

bool same_precision(const Figure& a, const Figure& b) {
  return a.value && b.value && a.scale_power - a.value->decimals == b.scale_power - b.value->decimals;
}

}  // namespace kcfin::rulebook
