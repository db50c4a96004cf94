// The difference of the sum decides what each of its figures would have to be.
#include "rules/slipped_sum.h"

#include <algorithm>
#include <optional>

#include "values/slip.h"

namespace kcfin::rulebook {
namespace {

// Of one decimal and scale; empty where that is not so.
std::optional<Decimal> difference(const Filing& filing, const Equation& sum) {
  const Figure& result = filing.figures[sum.result];
  if (!result.value || sum.blanks > 0) return std::nullopt;
  std::optional<Decimal> out = result.value;
  for (const Term& term : sum.terms) {
    const Figure& part = filing.figures[term.figure];
    if (!part.value || part.value->decimals != result.value->decimals ||
        part.scale_power != result.scale_power || !out)
      return std::nullopt;
    out = add(*out, term.sign > 0 ? part.value->negated() : *part.value);
  }
  return out;
}

bool slipped(const Decimal& printed, const std::optional<Decimal>& change, Signs signs) {
  const auto right = change ? add(printed, *change) : std::nullopt;
  if (!right || (signs == Signs::open && slip_between(printed, *right) == Slip::sign)) return false;
  return telling_slip(printed, *right);
}

}  // namespace

bool misses_by_a_slip(const Filing& filing, const Equation& sum, Signs signs) {
  const auto off = difference(filing, sum);
  if (!off || off->zero()) return false;
  return slipped(*filing.figures[sum.result].value, off->negated(), signs) ||
         std::any_of(sum.terms.begin(), sum.terms.end(), [&](const Term& term) {
           return slipped(*filing.figures[term.figure].value, term.sign > 0 ? *off : off->negated(), signs);
         });
}

}  // namespace kcfin::rulebook
