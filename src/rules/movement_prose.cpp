// Directions that sentences say without a figure: "decreased from RMB4.0 million", "The increase was due to".
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "prose/noun_phrase.h"
#include "rules/arithmetic.h"
#include "rules/prose_rules.h"
#include "rules/rule_input.h"

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

class Movements {
 public:
  Movements(const Filing& filing, RuleId rule, Equations& out) : filing_(filing), rule_(rule), out_(out) {
    for (const Claim& claim : filing.claims) {
      if (claim.current != kNoFigure && claim.direction != Direction::none)
        changes_.emplace(claim.current, &claim);
    }
  }

  void run() {
    for (const Claim& claim : filing_.claims) {
      if (claim.approximate || claim.comparative || claim.misnamed) continue;
      for (const Movement& movement : claim.movements) {
        if (!contradicts_changes(claim, movement)) relate(claim, movement);
      }
    }
    for (const Claim& claim : filing_.claims) {
      if (claim.kind == ClaimKind::change) relate_impossible(claim);
    }
  }

 private:
  // "decreased to RMB5.0 million, representing an increase of 48%": the sentence contradicts itself.
  bool contradicts_changes(const Claim& claim, const Movement& movement) {
    const Claim* change = nullptr;
    const auto [begin, end] = changes_.equal_range(claim.figure);
    for (auto at = begin; at != end; ++at) {
      if (at->second->direction == movement.direction) return false;
      change = at->second;
    }
    if (change == nullptr) return false;
    Remark remark;
    remark.rule = rule_;
    remark.figure = change->figure;
    remark.at = movement.at;
    remark.message =
        fmt::format("the sentence says “{}” of “{}”, and {} by {}", movement.word, claim.metric.phrase,
                    movement.direction == Direction::up ? "down" : "up", filing_.figures[change->figure].raw);
    remark.suggestion = "one of both directions is wrong";
    out_.remarks.push_back(std::move(remark));
    return true;
  }

  // What cannot fall below nothing cannot decrease by more than all of it.
  void relate_impossible(const Claim& claim) {
    const Figure& figure = filing_.figures[claim.figure];
    const bool percent = figure.unit.measure == Measure::percent_change && figure.value;
    if (!percent || claim.direction != Direction::down || !claim.unresolved.empty() ||
        !never_negative(claim.metric.phrase))
      return;
    if (compare(figure.value->size(), Decimal{100, 0}) <= 0) return;
    Remark remark;
    remark.rule = rule_;
    remark.figure = claim.figure;
    remark.at = figure.at;
    remark.message = fmt::format("the sentence says that “{}” decreased by {}, more than all of it",
                                 claim.metric.phrase, figure.raw);
    remark.suggestion = "compare the direction and the percentage with the two figures";
    out_.remarks.push_back(std::move(remark));
  }

  [[nodiscard]] static bool never_negative(std::string_view phrase) {
    const auto names = [&](std::string_view word) { return prose::has_word(phrase, word); };
    return names("revenue") || names("revenues") || names("sales") || names("users") || names("cost") ||
           names("costs") || names("expenses") || names("deliveries");
  }

  // A contradiction is one only if the amount moved the other way from everything that it may have moved
  // from.
  void relate(const Claim& claim, const Movement& movement) {
    const FigureId now = claim.row_figure != kNoFigure ? claim.row_figure : claim.figure;
    if (!states(claim, now)) return;
    const std::vector<FigureId> bases = starts(now, claim, movement);
    FigureId against = kNoFigure;
    for (const FigureId then : bases) {
      const std::optional<Direction> moved = direction(claim, now, then);
      if (!moved || *moved == Direction::none || *moved == movement.direction) return;
      if (against == kNoFigure) against = then;
    }
    if (against == kNoFigure) return;
    const Figure &to = filing_.figures[claim.figure], &from = filing_.figures[against];
    Remark remark;
    remark.rule = rule_;
    remark.figure = claim.figure;
    remark.at = movement.at;
    remark.message = fmt::format("the sentence says “{}” of “{}”, which went {} from {} to {}", movement.word,
                                 claim.metric.phrase, movement.direction == Direction::up ? "down" : "up",
                                 from.raw, to.raw);
    remark.suggestion = "compare the words with the two figures";
    out_.remarks.push_back(std::move(remark));
  }

  // An amount that is not its row's may be one of another period, which moved otherwise.
  [[nodiscard]] bool states(const Claim& claim, FigureId row) const {
    if (row == claim.figure) return true;
    std::optional<Interval> own = printed(filing_.figures[claim.figure]),
                            of_row = printed(filing_.figures[row]);
    if (own) own = absolute(*own);
    if (of_row) of_row = absolute(*of_row);
    return own && of_row && meets(*own, *of_row).value_or(false);
  }

  // The amount that the words name, or every earlier figure of the row with the same span.
  [[nodiscard]] std::vector<FigureId> starts(FigureId now, const Claim& claim,
                                             const Movement& movement) const {
    if (movement.then != kNoFigure) {
      const Claim& base = filing_.claims[filing_.figures[movement.then].claim];
      const bool tables = filing_.figures[now].in_table() && base.row_figure != kNoFigure;
      return {tables ? base.row_figure : movement.then};
    }
    std::vector<FigureId> out;
    const Figure& at = filing_.figures[now];
    if (!at.in_table() || claim.period_in_doubt) return out;
    for (const FigureId id : filing_.tables[at.table].rows[at.row].cells) {
      if (id == kNoFigure || id == now) continue;
      const Figure& cell = filing_.figures[id];
      const bool earlier = cell.period.known() && cell.period.end < at.period.end;
      if (earlier && cell.unit == at.unit && cell.period.months() == at.period.months()) out.push_back(id);
    }
    return out;
  }

  // Which way a figure went: costs and losses by their size. Empty where that cannot be said.
  [[nodiscard]] std::optional<Direction> direction(const Claim& claim, FigureId now, FigureId then) const {
    const Figure &to = filing_.figures[now], &from = filing_.figures[then];
    // From a loss to an income: their sizes say nothing.
    if (!from.in_table() && filing_.claims[from.claim].metric.loss != claim.metric.loss) return {};
    return way_of(to, from, claim.metric);
  }

  const Filing& filing_;
  RuleId rule_;
  Equations& out_;
  std::multimap<FigureId, const Claim*> changes_;  // by the amount that they lead to
};

}  // namespace

bool in_size(std::string_view phrase) {
  const auto names = [&](std::string_view word) { return prose::has_word(phrase, word); };
  return names("cost") || names("costs") || names("expense") || names("expenses") || names("charges") ||
         prose::says_loss(phrase);
}

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

void relate_movements(const RuleInput& input, RuleId rule, Equations& out) {
  Movements(input.filing(), rule, out).run();
}

}  // namespace kcfin::rulebook
