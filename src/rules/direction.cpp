// Which way two figures went, by their intervals.
#include "rules/direction.h"

#include "prose/noun_phrase.h"
#include "rules/arithmetic.h"

namespace kcfin::rulebook {
namespace {

// Of two figures of one sentence, printed alike, the words speak as they are printed: nobody writes
// "increased from 4% to 3%".
std::optional<Direction> printed_order(const Figure& to, const Figure& from) {
  const bool alike = !to.in_table() && !from.in_table() && to.claim != from.claim &&
                     to.scale_power == from.scale_power && to.value->decimals == from.value->decimals;
  if (!alike) return {};
  const std::int64_t now = to.value->size().mantissa, then = from.value->size().mantissa;
  return now == then ? Direction::none : now > then ? Direction::up : Direction::down;
}

}  // namespace

bool in_size(std::string_view phrase) {
  const auto names = [&](std::string_view word) { return prose::has_word(phrase, word); };
  return names("cost") || names("costs") || names("expense") || names("expenses") || names("charges") ||
         prose::says_loss(phrase);
}

std::string_view words_of(Direction direction) { return direction == Direction::up ? "up" : "down"; }

std::optional<Direction> way_of(const Figure& to, const Figure& from, const Metric& metric) {
  if (!to.value || !from.value || !to.usable() || !from.usable() || !(to.unit == from.unit)) return {};
  const bool sizes = in_size(metric.phrase) || metric.loss;
  if (!sizes && (to.value->mantissa < 0 || from.value->mantissa < 0)) return {};
  if ((to.value->mantissa < 0) != (from.value->mantissa < 0) && to.in_table()) return {};
  std::optional<Interval> a = printed(to), b = printed(from);
  if (a) a = absolute(*a);
  if (b) b = absolute(*b);
  if (!a || !b) return {};
  if (const auto order = printed_order(to, from)) return order;
  if (meets(*a, *b).value_or(true)) return Direction::none;
  const auto order = compare(a->low, b->low);
  if (!order) return {};
  return *order > 0 ? Direction::up : Direction::down;
}

}  // namespace kcfin::rulebook
