// Directions of sentences without a figure: held to what the same paragraph says of the metric with figures,
// and to the rows that it names, in both periods.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "prose/noun_phrase.h"
#include "rules/cause_prose.h"
#include "rules/direction.h"
#include "rules/moving_rows.h"
#include "rules/prose_rules.h"
#include "rules/rule_input.h"

namespace kcfin::rulebook {
namespace {

class Trends {
 public:
  Trends(const Filing& filing, const MovingRows& rows, RuleId rule, Equations& out)
      : filing_(filing), rows_(rows), rule_(rule), out_(out) {
    for (const Claim& claim : filing_.claims) {
      for (const Movement& movement : claim.movements) moved_.push_back(movement.at);
    }
    std::sort(moved_.begin(), moved_.end());
  }

  void run() {
    for (const Trend& trend : filing_.trends) {
      if (trend.cause) continue;
      const bool said_before = trend.metric.phrase.empty() && !trend.unresolved.empty();
      if (!said_before && !held_already(trend) && clear_direction(trend)) relate(trend);
    }
  }

 private:
  // The word moves an amount of the sentence before, and is held as such.
  [[nodiscard]] bool held_already(const Trend& trend) const {
    return std::binary_search(moved_.begin(), moved_.end(), trend.at);
  }

  // Costs, losses and ratios of debt that "improved" went down, as like as not.
  [[nodiscard]] static bool clear_direction(const Trend& trend) {
    const std::string& phrase = trend.metric.phrase;
    if (!trend.word.starts_with("improve")) return true;
    return !in_size(phrase) && !trend.metric.loss && !phrase.empty() && !prose::has_word(phrase, "ratio") &&
           !prose::has_word(phrase, "days") && !prose::has_word(phrase, "debt") &&
           !prose::has_word(phrase, "rate");
  }

  void relate(const Trend& trend) {
    DirectionCheck check;
    hold_to_claims(trend, check.courses);
    hold_to_rows(trend, check);
    if (check.courses.empty()) return;
    check.rule = rule_;
    check.stated = trend.direction;
    check.metric = trend.metric;
    check.at = trend.at;
    check.word = trend.word;
    out_.directions.push_back(std::move(check));
  }

  [[nodiscard]] static bool dated(const Trend& trend, const Period& now, const Period& base) {
    return std::any_of(trend.datings.begin(), trend.datings.end(), [&](const Dating& dating) {
      const bool of_it = !now.known() || dating.period == now;
      return of_it && (!base.known() || !trend.compared || dating.base_period == base);
    });
  }

  // ---------------------------------------------------------------- the paragraph's own figures

  void hold_to_claims(const Trend& trend, std::vector<Course>& courses) const {
    for (const std::uint32_t id : trend.claims) {
      const Claim& claim = filing_.claims[id];
      if (!trend.metric.phrase.empty() && of_another(claim)) continue;
      const Period& now = filing_.figures[claim.figure].period;
      if (claim.kind == ClaimKind::change || claim.kind == ClaimKind::point_change) {
        if (claim.direction == Direction::none || !claim.unresolved.empty()) continue;
        const Period base = claim.period_in_doubt ? Period{} : claim.base_period;
        if (!dated(trend, claim.period_in_doubt ? Period{} : now, base)) continue;
        courses.push_back({claim.figure, kNoFigure, Ground::words, claim.direction,
                           fmt::format("and before that it went {} by {}", words_of(claim.direction),
                                       filing_.figures[claim.figure].raw)});
      }
      for (const Movement& movement : claim.movements) {
        const Period base = movement.then == kNoFigure ? Period{} : filing_.figures[movement.then].period;
        if (!dated(trend, now, base)) continue;
        courses.push_back({claim.figure, kNoFigure, Ground::words, movement.direction,
                           fmt::format("and before that “{}”", movement.word)});
      }
      if (!claim.comparative) hold_to_amounts(trend, claim, courses);
    }
  }

  [[nodiscard]] static bool of_another(const Claim& claim) {
    return prose::ratio_of_amount(claim.metric.phrase, claim.whole);
  }

  // "Gross profit was RMB5.0 million, compared with RMB4.0 million. The decrease was due to"
  void hold_to_amounts(const Trend& trend, const Claim& now, std::vector<Course>& courses) const {
    const Figure& to = filing_.figures[now.figure];
    if (!amount(now) || !to.period.known()) return;
    for (const std::uint32_t id : trend.claims) {
      const Claim& then = filing_.claims[id];
      const Figure& from = filing_.figures[then.figure];
      const bool pair = then.comparative && amount(then) && then.sentence == now.sentence &&
                        then.paragraph == now.paragraph && from.period.known() &&
                        from.period.months() == to.period.months() && from.period.end < to.period.end &&
                        (then.metric.phrase == now.metric.phrase || then.subject == now.metric.phrase);
      if (!pair || now.metric.loss != then.metric.loss || !dated(trend, to.period, from.period)) continue;
      if (const auto way = way_of(to, from, now.metric))
        courses.push_back({now.figure, then.figure, Ground::amounts, *way, {}});
    }
  }

  [[nodiscard]] static bool amount(const Claim& claim) {
    return (claim.kind == ClaimKind::amount || claim.kind == ClaimKind::margin ||
            claim.kind == ClaimKind::per_share) &&
           !claim.misnamed && claim.unresolved != Claim::kBound && claim.unresolved != Claim::kExpectation &&
           claim.unresolved != Claim::kOtherBasis;
  }

  // ---------------------------------------------------------------- the tables

  // Where the paragraph speaks of a part of the metric, its row may not be meant.
  void hold_to_rows(const Trend& trend, DirectionCheck& check) const {
    std::vector<RowRef> rows = tied_rows(trend);
    const Ground ground = rows.empty() ? Ground::row : Ground::amounts;
    if (rows.empty() && trend.claims.empty() && !trend.metric.phrase.empty()) {
      rows = rows_.named(trend);
      check.in_doubt = !trend.unresolved.empty();
    }
    for (const RowRef& at : rows) {
      for (const Dating& dating : trend.datings)
        rows_.add_courses(at, dating, trend.compared, trend.metric, ground, check.courses);
    }
  }

  // The rows of the paragraph's own amounts.
  [[nodiscard]] std::vector<RowRef> tied_rows(const Trend& trend) const {
    std::vector<RowRef> out;
    for (const std::uint32_t id : trend.claims) {
      const FigureId cell = filing_.claims[id].row_figure;
      if (cell == kNoFigure || !filing_.figures[cell].in_table() ||
          (!trend.metric.phrase.empty() && of_another(filing_.claims[id])))
        continue;
      const RowRef row{filing_.figures[cell].table, filing_.figures[cell].row};
      if (std::find(out.begin(), out.end(), row) == out.end()) out.push_back(row);
    }
    return out;
  }

  const Filing& filing_;
  const MovingRows& rows_;
  RuleId rule_;
  Equations& out_;
  std::vector<Place> moved_;  // words that claims have taken, sorted
};

}  // namespace

void relate_trends(const RuleInput& input, RuleId rule, Equations& out) {
  const MovingRows rows(input);
  Trends(input.filing(), rows, rule, out).run();
  relate_causes(input.filing(), rows, rule, out);
}

}  // namespace kcfin::rulebook
