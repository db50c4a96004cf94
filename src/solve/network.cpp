// Verdicts over what the relations make of their terms (rules/evaluation), for values that are tried. Nothing
// is judged by its rounding.
#include "solve/network.h"

#include <algorithm>
#include <array>

#include "rules/arithmetic.h"
#include "rules/evaluation.h"

namespace kcfin::solving {
namespace {

Verdict verdict_of(std::optional<bool> meets_interval) {
  if (!meets_interval) return Verdict::skipped;
  return *meets_interval ? Verdict::within_rounding : Verdict::inconsistent;
}

}  // namespace

std::optional<Fraction> units_of(const Decimal& value, int scale_power) {
  const int exponent = scale_power - value.decimals;
  const auto power = power_of_ten(exponent < 0 ? -exponent : exponent);
  if (!power) return std::nullopt;
  if (exponent < 0) return Fraction{value.mantissa, *power};
  Wide units = 0;
  if (__builtin_mul_overflow(static_cast<Wide>(value.mantissa), *power, &units)) return std::nullopt;
  return Fraction{units, 1};
}

std::optional<Decimal> in_scale(const Fraction& units, int scale_power, std::uint8_t decimals) {
  const auto power = power_of_ten(scale_power);
  if (!power) return std::nullopt;
  Wide denominator = 0;
  if (__builtin_mul_overflow(units.denominator, *power, &denominator)) return std::nullopt;
  return rounded({units.numerator, denominator}, decimals);
}

Network::Network(const Filing& filing, const Equations& equations) : filing_(filing), equations_(equations) {
  const std::size_t figures = filing.figures.size();
  starts_.assign(figures + 1, 0);
  nil_blanks_.assign(equations.equations.size(), false);
  const auto each = [&](auto&& visit) {
    for (EquationId id = 0; id < equations.equations.size(); ++id) {
      const Equation& equation = equations.equations[id];
      visit(equation.result, id);
      for (const Term& term : equation.terms) visit(term.figure, id);
    }
  };
  each([&](FigureId figure, EquationId) { ++starts_[figure + 1]; });
  for (std::size_t i = 1; i <= figures; ++i) starts_[i] += starts_[i - 1];
  lists_.resize(starts_.back());
  std::vector<std::uint32_t> fill(starts_.begin(), starts_.end() - 1);
  each([&](FigureId figure, EquationId id) { lists_[fill[figure]++] = id; });
  group_readings();
}

void Network::group_readings() {
  constexpr std::uint32_t kNone = UINT32_MAX;
  std::uint32_t last = 0;
  for (const Equation& equation : equations_.equations) last = std::max(last, equation.alternatives);
  std::vector<std::uint32_t> statement_of(last + 1, kNone);
  std::vector<std::uint32_t> of_equation;
  of_equation.reserve(size());
  reading_starts_.reserve(size() + 1);
  reading_starts_.push_back(0);  // until the sums below: how many readings each statement has, one place on
  for (const Equation& equation : equations_.equations) {
    std::uint32_t& known = statement_of[equation.alternatives];
    const bool fresh = equation.alternatives == 0 || known == kNone;
    if (fresh) {
      known = static_cast<std::uint32_t>(statements());
      reading_starts_.push_back(0);
    }
    of_equation.push_back(known);
    ++reading_starts_[known + 1];
  }
  for (std::size_t s = 1; s < reading_starts_.size(); ++s) reading_starts_[s] += reading_starts_[s - 1];
  readings_.resize(size());
  std::vector<std::uint32_t> fill(reading_starts_.begin(), reading_starts_.end() - 1);
  for (EquationId id = 0; id < size(); ++id) readings_[fill[of_equation[id]]++] = id;
}

std::span<const EquationId> Network::readings(std::size_t statement) const {
  return std::span(readings_).subspan(reading_starts_[statement],
                                      reading_starts_[statement + 1] - reading_starts_[statement]);
}

std::span<const EquationId> Network::of(FigureId figure) const {
  return std::span(lists_).subspan(starts_[figure], starts_[figure + 1] - starts_[figure]);
}

std::optional<Interval> Network::interval(FigureId figure, const Values& values) const {
  if (!values[figure]) return std::nullopt;
  return rulebook::stands_for(filing_.figures[figure], *values[figure]);
}

std::optional<Fraction> Network::middle_of(FigureId figure, const Values& values) const {
  if (!values[figure]) return std::nullopt;
  return units_of(*values[figure], filing_.figures[figure].scale_power);
}

bool Network::open_blanks(const Equation& equation) const {
  return equation.blanks > 0 &&
         !nil_blanks_[static_cast<std::size_t>(&equation - equations_.equations.data())];
}

// Sums of one precision and scale, the common case, are plain integers.
Judgement Network::judge_sum(const Equation& equation, const Values& values) const {
  Judgement out;
  const auto& result = values[equation.result];
  if (!result) return out;
  const std::uint8_t scale = filing_.figures[equation.result].scale_power;
  const bool money = filing_.figures[equation.result].unit.measure == Measure::money;
  const auto beyond = [&](const Decimal& value) -> Wide {
    return value.mantissa == 0 || !money ? 0 : value.mantissa < 0 ? -1 : 1;
  };
  Wide sum = 0, cut = -beyond(*result);  // in halves of a unit, what was cut off the terms and the result
  bool plain = true;
  for (const Term& term : equation.terms) {
    const auto& value = values[term.figure];
    if (!value) return out;
    if (!filing_.figures[term.figure].dash && value->decimals != result->decimals) plain = false;
    if (filing_.figures[term.figure].scale_power != scale) plain = false;
    sum += term.sign * static_cast<Wide>(value->mantissa);
    cut += term.sign * beyond(*value);
  }
  if (plain) {
    const Wide difference = sum - result->mantissa;
    const Wide slack = static_cast<Wide>(equation.terms.size()) + 1;
    if (sum > INT64_MAX || sum < INT64_MIN) return out;
    out.expected = Decimal{static_cast<std::int64_t>(sum), result->decimals};
    const auto within = [&](Wide halves) { return halves <= slack && -halves <= slack; };
    const bool holds = within(2 * difference) || (filing_.rounded_down && within(2 * difference + cut));
    out.verdict = difference == 0 ? Verdict::exact : holds ? Verdict::within_rounding : Verdict::inconsistent;
  } else {
    out = judge_mixed_sum(equation, values);
  }
  // With rows blank, only a sum that is right as it stands says something.
  if (open_blanks(equation) && out.verdict == Verdict::inconsistent) out.verdict = Verdict::skipped;
  return out;
}

// The same of amounts that are cut off, not rounded.
bool Network::holds_rounded_down(const Equation& equation, const Values& values) const {
  std::vector<Interval> parts;
  for (const Term& term : equation.terms) {
    const auto& value = values[term.figure];
    const auto part = value ? rulebook::rounded_down(filing_.figures[term.figure], *value) : std::nullopt;
    if (!part) return false;
    parts.push_back(*part);
  }
  const auto total = rulebook::made_of(equation, parts);
  const auto own = rulebook::rounded_down(filing_.figures[equation.result], *values[equation.result]);
  return total && own && meets(*own, *total).value_or(false);
}

// A sum over figures of several precisions or scales.
Judgement Network::judge_mixed_sum(const Equation& equation, const Values& values) const {
  Judgement out;
  std::vector<Interval> parts, digits;
  for (const Term& term : equation.terms) {
    const auto part = interval(term.figure, values);
    const auto printed = middle_of(term.figure, values);
    if (!part || !printed) return out;
    parts.push_back(*part);
    digits.push_back(Interval::exact(*printed));
  }
  const auto total = rulebook::made_of(equation, parts), middle = rulebook::made_of(equation, digits);
  if (!total || !middle) return out;
  const auto own = interval(equation.result, values);
  if (!own) return out;
  out.verdict = verdict_of(meets(*own, *total));
  if (out.verdict == Verdict::inconsistent && filing_.rounded_down && holds_rounded_down(equation, values))
    out.verdict = Verdict::within_rounding;
  out.expected =
      in_scale(middle->low, filing_.figures[equation.result].scale_power, values[equation.result]->decimals);
  const auto printed = middle_of(equation.result, values);
  if (out.verdict == Verdict::within_rounding && printed) {
    const auto order = compare(*printed, middle->low);
    if (order && *order == 0) out.verdict = Verdict::exact;
  }
  return out;
}

Judgement Network::judge_same(const Equation& equation, const Values& values) const {
  Judgement out;
  const FigureId other = equation.terms.front().figure;
  const auto& left = values[equation.result];
  const auto& right = values[other];
  if (!left || !right) return out;
  const bool sizes = equation.relation == Relation::opposite;
  const Decimal a = sizes ? left->size() : *left;
  const Decimal b = sizes ? right->size() : *right;
  const Figure& left_figure = filing_.figures[equation.result];
  const Figure& right_figure = filing_.figures[other];
  const auto left_units = units_of(a, left_figure.scale_power),
             right_units = units_of(b, right_figure.scale_power);
  if (!left_units || !right_units) return out;
  auto expected = in_scale(*right_units, left_figure.scale_power, a.decimals);
  if (expected && sizes && left->mantissa < 0) expected = expected->negated();
  out.expected = expected;
  const auto order = compare(*left_units, *right_units);
  if (!order) return out;
  if (*order == 0) {
    out.verdict = Verdict::exact;
    return out;
  }
  const bool same_precision = left_figure.scale_power - a.decimals == right_figure.scale_power - b.decimals;
  if (same_precision && !left_figure.dash && !right_figure.dash) {
    out.verdict = Verdict::inconsistent;
    return out;
  }
  const auto x = Interval::of(a, left_figure.scale_power), y = Interval::of(b, right_figure.scale_power);
  if (x && y) out.verdict = verdict_of(meets(*x, *y));
  return out;
}

Judgement Network::judge_translation(const Equation& equation, const Values& values, Wanted wanted) const {
  Judgement out;
  const auto own = interval(equation.result, values);
  auto source = interval(equation.terms.front().figure, values);
  if (!own || !source) return out;
  if (equation.terms.front().sign < 0) source = negate(*source);
  const auto rate = rulebook::rate_of(equation);
  const auto product = rate ? multiply(*own, *rate) : std::nullopt;
  if (!product) return out;
  out.verdict = verdict_of(meets(*product, *source));
  if (enough(out.verdict, wanted)) return out;
  const auto printed = middle_of(equation.terms.front().figure, values);
  const auto quotient =
      printed ? rulebook::made_of(equation, std::array{Interval::exact(*printed)}) : std::nullopt;
  if (quotient)
    out.expected = in_scale(quotient->low, filing_.figures[equation.result].scale_power,
                            values[equation.result]->decimals);
  if (out.verdict == Verdict::within_rounding && out.expected &&
      same_value(*out.expected, *values[equation.result]))
    out.verdict = Verdict::exact;
  return out;
}

// What ratios and changes make of their terms: an interval in the result's own measure.
std::optional<Interval> Network::right_side(const Equation& equation, const Values& values) const {
  if (equation.terms.size() < 2) return std::nullopt;
  return right_side(equation, interval(equation.terms[0].figure, values),
                    interval(equation.terms[1].figure, values));
}

std::optional<Interval> Network::right_side(const Equation& equation, std::optional<Interval> first,
                                            const std::optional<Interval>& second) {
  if (!first || !second) return std::nullopt;
  return rulebook::made_of(equation, std::array{*first, *second});
}

Judgement Network::judge(EquationId id, const Values& values) const {
  return judge(id, values, Wanted::expected_too);
}

Verdict Network::verdict(EquationId id, const Values& values) const {
  return judge(id, values, Wanted::verdict).verdict;
}

// Within rounding is exact where the result is printed as what would be right.
bool Network::enough(Verdict verdict, Wanted wanted) {
  return wanted == Wanted::whether_it_holds ||
         (wanted == Wanted::verdict && verdict != Verdict::within_rounding);
}

Judgement Network::judge(EquationId id, const Values& values, Wanted wanted) const {
  const Equation& equation = equations_.equations[id];
  switch (equation.relation) {
    case Relation::sum:
      return judge_sum(equation, values);
    case Relation::same:
    case Relation::opposite:
      return judge_same(equation, values);
    case Relation::translation:
    case Relation::scaled:
      return judge_translation(equation, values, wanted);
    default:
      break;
  }
  Judgement out;
  const auto own = interval(equation.result, values);
  const auto made = right_side(equation, values);
  if (!own || !made) return out;
  out.verdict = verdict_of(meets(*own, *made));
  if (enough(out.verdict, wanted)) return out;
  // The middle of the terms as printed.
  const auto first = middle_of(equation.terms[0].figure, values),
             second = middle_of(equation.terms[1].figure, values);
  if (first && second) {
    const Figure& result = filing_.figures[equation.result];
    const auto middle = right_side(equation, Interval::exact(*first), Interval::exact(*second));
    if (middle) out.expected = in_scale(middle->low, result.scale_power, values[equation.result]->decimals);
  }
  if (out.verdict == Verdict::within_rounding && out.expected &&
      same_value(*out.expected, *values[equation.result]))
    out.verdict = Verdict::exact;
  return out;
}

bool Network::holds(EquationId id, const Values& values) const {
  const Verdict verdict = judge(id, values, Wanted::whether_it_holds).verdict;
  return verdict == Verdict::exact || verdict == Verdict::within_rounding;
}

bool Network::holds_but_for_plugs(EquationId id, const Values& values) const {
  const Equation& equation = equations_.equations[id];
  const bool of_amounts = equation.relation == Relation::ratio || equation.relation == Relation::change ||
                          equation.relation == Relation::loss_change;
  if (!of_amounts || equation.terms.size() < 2) return false;
  const auto own = interval(equation.result, values);
  if (!own) return false;
  const auto moved = [&](const Term& term, int units) -> std::optional<Interval> {
    const auto& value = values[term.figure];
    const bool plugged = filing_.figures[term.figure].unit.measure == Measure::money;
    if (!value || (units != 0 && !plugged)) return std::nullopt;
    return rulebook::stands_for(filing_.figures[term.figure], {value->mantissa + units, value->decimals});
  };
  for (const int first : {-1, 0, 1}) {
    for (const int second : {-1, 0, 1}) {
      const auto made =
          right_side(equation, moved(equation.terms[0], first), moved(equation.terms[1], second));
      if (made && meets(*own, *made).value_or(false)) return true;
    }
  }
  return false;
}

std::uint8_t Network::decimals_for(FigureId figure, FigureId other, const Values& values) const {
  if (values[figure] && !filing_.figures[figure].dash) return values[figure]->decimals;
  return values[other] ? values[other]->decimals : std::uint8_t{0};
}

// What the other figures of a sum leave for one.
std::optional<Decimal> Network::solve_sum(const Equation& equation, FigureId figure,
                                          const Values& values) const {
  const Figure& unknown = filing_.figures[figure];
  const bool total_unknown = equation.result == figure;
  std::optional<Interval> rest = Interval::exact({0, 1});
  std::int8_t sign = -1;
  std::uint8_t decimals = decimals_for(figure, equation.result, values);
  if (!total_unknown) {
    const auto total = middle_of(equation.result, values);
    if (!total) return std::nullopt;
    rest = Interval::exact(*total);
  }
  int times = total_unknown ? 1 : 0;
  for (const Term& term : equation.terms) {
    if (term.figure == figure) {
      ++times;
      sign = term.sign;
      continue;
    }
    const auto part = middle_of(term.figure, values);
    if (!part || !rest) return std::nullopt;
    if (!unknown.value) decimals = std::max(decimals, values[term.figure]->decimals);
    const bool minus = total_unknown ? term.sign < 0 : term.sign > 0;
    rest = minus ? subtract(*rest, Interval::exact(*part)) : add(*rest, Interval::exact(*part));
  }
  if (times != 1 || !rest) return std::nullopt;
  const auto value = in_scale(rest->low, unknown.scale_power, decimals);
  if (!value) return std::nullopt;
  return !total_unknown && sign < 0 ? value->negated() : *value;
}

// The other print of the same fact; a coarser one does not tell a finer one.
std::optional<Decimal> Network::solve_same(const Equation& equation, FigureId figure,
                                           const Values& values) const {
  const FigureId other = equation.result == figure ? equation.terms.front().figure : equation.result;
  if (!values[other]) return std::nullopt;
  const Figure& known = filing_.figures[other];
  const Figure& unknown = filing_.figures[figure];
  const std::uint8_t decimals = decimals_for(figure, other, values);
  if (known.scale_power - values[other]->decimals > unknown.scale_power - decimals) return std::nullopt;
  const auto units = units_of(*values[other], known.scale_power);
  auto value = units ? in_scale(*units, unknown.scale_power, decimals) : std::nullopt;
  if (value && equation.relation == Relation::opposite) {
    const bool negative = values[figure] ? values[figure]->mantissa < 0 : value->mantissa >= 0;
    value = negative ? value->size().negated() : value->size();
  }
  return value;
}

std::optional<Decimal> Network::solve_for(EquationId id, FigureId figure, const Values& values) const {
  const Equation& equation = equations_.equations[id];
  if (equation.relation == Relation::sum && !open_blanks(equation))
    return solve_sum(equation, figure, values);
  if (equation.relation == Relation::same || equation.relation == Relation::opposite)
    return solve_same(equation, figure, values);
  if (equation.result != figure || !values[figure]) return std::nullopt;
  return judge(id, values).expected;
}

std::optional<Interval> Network::range_for(EquationId id, FigureId figure, const Values& values) const {
  const Equation& equation = equations_.equations[id];
  if (equation.relation != Relation::translation && equation.relation != Relation::scaled)
    return std::nullopt;
  const FigureId term = equation.terms.front().figure;
  const auto other = interval(figure == term ? equation.result : term, values);
  if (!other) return std::nullopt;
  const auto rate = rulebook::rate_of(equation);
  if (!rate) return std::nullopt;
  const Interval amount = equation.terms.front().sign < 0 ? negate(*other) : *other;
  return figure == term ? multiply(amount, *rate) : divide(amount, *rate);
}

}  // namespace kcfin::solving
