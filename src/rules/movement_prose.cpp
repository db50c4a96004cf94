// Directions that sentences say without a figure: "decreased from RMB4.0 million", "The increase was due to".
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "prose/noun_phrase.h"
#include "rules/arithmetic.h"
#include "rules/direction.h"
#include "rules/prose_rules.h"
#include "rules/rule_input.h"

namespace kcfin::rulebook {
namespace {

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
  [[nodiscard]] DirectionCheck check_of(const Claim& claim, const Movement& movement) const {
    DirectionCheck out;
    out.rule = rule_;
    out.stated = movement.direction;
    out.metric = claim.metric;
    out.at = movement.at;
    out.word = movement.word;
    out.figure = claim.figure;
    return out;
  }

  // "decreased to RMB5.0 million, representing an increase of 48%": the sentence contradicts itself.
  bool contradicts_changes(const Claim& claim, const Movement& movement) {
    const Claim* change = nullptr;
    const auto [begin, end] = changes_.equal_range(claim.figure);
    for (auto at = begin; at != end; ++at) {
      if (at->second->direction == movement.direction) return false;
      change = at->second;
    }
    if (change == nullptr) return false;
    DirectionCheck check = check_of(claim, movement);
    const Direction way = turned(movement.direction);
    check.courses.push_back(
        {change->figure, kNoFigure, Ground::words, way,
         fmt::format("and {} by {}", words_of(way), filing_.figures[change->figure].raw)});
    out_.directions.push_back(std::move(check));
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

  // Held to everything that the amount may have moved from, if it can be told of each which way it went.
  void relate(const Claim& claim, const Movement& movement) {
    const FigureId now = claim.row_figure != kNoFigure ? claim.row_figure : claim.figure;
    if (!states(claim, now)) return;
    DirectionCheck check = check_of(claim, movement);
    for (const FigureId then : starts(now, claim, movement)) {
      const std::optional<Direction> moved = direction(claim, now, then);
      if (!moved) return;
      const Ground ground = movement.then != kNoFigure ? Ground::own_amounts : Ground::amounts;
      check.courses.push_back({now, then, ground, *moved, {}});
    }
    if (!check.courses.empty()) out_.directions.push_back(std::move(check));
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

void relate_movements(const RuleInput& input, RuleId rule, Equations& out) {
  Movements(input.filing(), rule, out).run();
}

}  // namespace kcfin::rulebook
