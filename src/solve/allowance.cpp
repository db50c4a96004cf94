// Half the widths of both intervals together, in decimals fine enough for what is shown.
#include "solve/allowance.h"

#include "rules/arithmetic.h"

namespace kcfin::solving {
namespace {

// How far the middles of two intervals are apart; empty on overflow.
std::optional<Interval> apart(const Interval& a, const Interval& b) {
  const auto x = middle(a), y = middle(b);
  if (!x || !y) return std::nullopt;
  const auto off = subtract(Interval::exact(*x), Interval::exact(*y));
  return off ? absolute(*off) : std::nullopt;
}

// Half of an interval's width.
std::optional<Interval> reach(const Interval& a) {
  const auto width = subtract(Interval::exact(a.high), Interval::exact(a.low));
  return width ? divide(*width, Interval::exact({2, 1})) : std::nullopt;
}

}  // namespace

std::optional<Decimal> allowance(const Filing& filing, const Equation& equation, Verdict verdict) {
  if (equation.result >= filing.figures.size() || !filing.figures[equation.result].usable())
    return std::nullopt;
  const Figure& result = filing.figures[equation.result];
  auto reported = rulebook::printed(result);
  const auto made = rulebook::recomputed(filing, equation);
  if (reported && equation.relation == Relation::opposite) reported = absolute(*reported);
  if (!reported || !made) return std::nullopt;
  const auto off = apart(*reported, *made), own = reach(*reported), theirs = reach(*made);
  const auto allowed = own && theirs ? add(*own, *theirs) : std::nullopt;
  if (!off || !allowed) return std::nullopt;
  const auto within = compare(off->high, allowed->high);
  if (!within) return std::nullopt;
  const bool fails = verdict == Verdict::inconsistent;
  // Figures of one precision must be equal.
  if (fails && *within <= 0) return Decimal{0, 0};
  const Interval& least = !fails && *within > 0 ? *off : *allowed;
  const auto scale = power_of_ten(result.scale_power);
  const auto in_scale = scale ? divide(least, Interval::exact({*scale, 1})) : std::nullopt;
  const auto decimals = static_cast<std::uint8_t>(result.value->decimals + 4);
  auto value = in_scale ? rounded(in_scale->high, decimals) : std::nullopt;
  if (value && !fails) value->mantissa += 1;  // rounded up
  return value;
}

}  // namespace kcfin::solving
