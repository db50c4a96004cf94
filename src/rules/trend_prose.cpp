// Directions of sentences without a figure: held to what the same paragraph says of the metric with figures,
// and to the rows that it names, in both periods.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "prose/noun_phrase.h"
#include "rules/prose_rules.h"
#include "rules/rule_input.h"
#include "statement/concept.h"
#include "statement/concept_name.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

// What is found of a direction: one that agrees is enough, and the first that contradicts is told.
struct Evidence {
  bool agrees = false;
  FigureId figure = kNoFigure;  // of what contradicts
  std::string told;             // in words

  void take(Direction stated, Direction found, FigureId at, std::string words) {
    if (found == stated || found == Direction::none) {
      agrees = true;
    } else if (figure == kNoFigure) {
      figure = at;
      told = std::move(words);
    }
  }
};

class Trends {
 public:
  Trends(const RuleInput& input, RuleId rule, Equations& out)
      : filing_(input.filing()), input_(input), rule_(rule), out_(out) {
    for (const Claim& claim : filing_.claims) {
      for (const Movement& movement : claim.movements) moved_.push_back(movement.at);
    }
    std::sort(moved_.begin(), moved_.end());
    count_phrases();
  }

  void run() {
    const Trend* explained = nullptr;
    for (const Trend& trend : filing_.trends) {
      if (trend.datings.empty()) {
        relate_cause(trend, explained);
        continue;
      }
      explained = &trend;
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
    Evidence said, printed;
    hold_to_claims(trend, said);
    hold_to_rows(trend, printed);
    if (said.agrees || printed.agrees) return;
    const Evidence& against = said.figure != kNoFigure ? said : printed;
    if (against.figure == kNoFigure) return;
    Remark remark;
    remark.rule = rule_;
    remark.figure = against.figure;
    remark.at = trend.at;
    const std::string of = trend.metric.phrase.empty() ? "" : fmt::format(" of “{}”", trend.metric.phrase);
    remark.message = fmt::format("the sentence says “{}”{}, {}", trend.word, of, against.told);
    remark.suggestion = "compare the words with the two figures";
    out_.remarks.push_back(std::move(remark));
  }

  [[nodiscard]] static std::string_view words(Direction direction) {
    return direction == Direction::up ? "up" : "down";
  }

  [[nodiscard]] static bool dated(const Trend& trend, const Period& now, const Period& base) {
    return std::any_of(trend.datings.begin(), trend.datings.end(), [&](const Dating& dating) {
      const bool of_it = !now.known() || dating.period == now;
      return of_it && (!base.known() || !trend.compared || dating.base_period == base);
    });
  }

  // ---------------------------------------------------------------- the paragraph's own figures

  void hold_to_claims(const Trend& trend, Evidence& evidence) const {
    for (const std::uint32_t id : trend.claims) {
      const Claim& claim = filing_.claims[id];
      if (!trend.metric.phrase.empty() && of_another(claim)) continue;
      const Period& now = filing_.figures[claim.figure].period;
      if (claim.kind == ClaimKind::change || claim.kind == ClaimKind::point_change) {
        if (claim.direction == Direction::none || !claim.unresolved.empty()) continue;
        const Period base = claim.period_in_doubt ? Period{} : claim.base_period;
        if (!dated(trend, claim.period_in_doubt ? Period{} : now, base)) continue;
        evidence.take(trend.direction, claim.direction, claim.figure,
                      fmt::format("and before that it went {} by {}", words(claim.direction),
                                  filing_.figures[claim.figure].raw));
      }
      for (const Movement& movement : claim.movements) {
        const Period base = movement.then == kNoFigure ? Period{} : filing_.figures[movement.then].period;
        if (!dated(trend, now, base)) continue;
        evidence.take(trend.direction, movement.direction, claim.figure,
                      fmt::format("and before that “{}”", movement.word));
      }
      if (!claim.comparative) hold_to_amounts(trend, claim, evidence);
    }
  }

  // "As a percentage of revenues, operating expenses were 22.6%": the ratio may rise while the expenses fall.
  [[nodiscard]] static bool of_another(const Claim& claim) {
    return !claim.whole.empty() && !prose::has_word(claim.metric.phrase, "margin") &&
           !prose::has_word(claim.metric.phrase, "ratio");
  }

  // "Gross profit was RMB5.0 million, compared with RMB4.0 million. The decrease was due to"
  void hold_to_amounts(const Trend& trend, const Claim& now, Evidence& evidence) const {
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
        evidence.take(trend.direction, *way, now.figure,
                      fmt::format("which went {} from {} to {}", words(*way), from.raw, to.raw));
    }
  }

  [[nodiscard]] static bool amount(const Claim& claim) {
    return (claim.kind == ClaimKind::amount || claim.kind == ClaimKind::margin ||
            claim.kind == ClaimKind::per_share) &&
           !claim.misnamed && claim.unresolved != Claim::kBound && claim.unresolved != Claim::kExpectation &&
           claim.unresolved != Claim::kOtherBasis;
  }

  // ---------------------------------------------------------------- what explains it

  // "The increase in marketing expenses was due to lower advertising expenses": a cause that works the other
  // way.
  void relate_cause(const Trend& cause, const Trend* explained) {
    Direction moved = Direction::none;
    std::string phrase;
    FigureId figure = kNoFigure;
    if (!cause.claims.empty()) {
      for (const std::uint32_t id : cause.claims) {
        const Claim& claim = filing_.claims[id];
        if (!phrase.empty() && measure_of(claim.metric.phrase) != measure_of(phrase)) return;
        phrase = claim.metric.phrase;
        figure = claim.figure;
        if (!take_direction(claim.direction, moved)) return;
        for (const Movement& movement : claim.movements) {
          if (!take_direction(movement.direction, moved)) return;
        }
      }
    } else if (explained != nullptr && explained->paragraph == cause.paragraph &&
               explained->sentence == cause.sentence) {
      moved = explained->direction;
      phrase = explained->metric.phrase;
      for (const std::uint32_t id : explained->claims) {
        const std::string& other = filing_.claims[id].metric.phrase;
        if (!phrase.empty() && measure_of(other) != measure_of(phrase)) return;
        if (phrase.empty()) phrase = other;
        figure = filing_.claims[id].figure;
      }
    }
    const Direction effect = effect_of(measure_of(cause.metric.phrase), measure_of(phrase), cause.direction);
    if (moved == Direction::none || effect == Direction::none || effect == moved) return;
    Remark remark;
    remark.rule = rule_;
    remark.figure = figure;
    remark.at = cause.at;
    remark.message = fmt::format(
        "the sentence says that “{}” went {}, and names “{}” of “{}” for it, which works the "
        "other way",
        phrase, words(moved), cause.word, cause.metric.phrase);
    remark.suggestion = "one of both directions is wrong";
    out_.remarks.push_back(std::move(remark));
  }

  // False where what is said does not go one way.
  [[nodiscard]] static bool take_direction(Direction direction, Direction& moved) {
    if (direction == Direction::none) return true;
    if (moved != Direction::none && moved != direction) return false;
    moved = direction;
    return true;
  }

  enum class Kind : std::uint8_t { unknown, revenue, cost, profit };

  // What is measured, by the noun that heads it: "revenues from licences", "staff costs".
  [[nodiscard]] static Kind measure_of(std::string_view phrase) {
    const std::string_view head = head_of(phrase);
    const auto ends = [&](std::string_view word) {
      return head.size() >= word.size() && prose::has_word(head.substr(head.size() - word.size()), word);
    };
    // What is capitalised or deferred is taken off the costs.
    if (has(lower(phrase), "capitali") || prose::has_word(phrase, "deferred")) return Kind::unknown;
    if (prose::says_loss(phrase) || prose::has_word(phrase, "tax") || prose::has_word(phrase, "margin"))
      return Kind::unknown;
    if (ends("expenses") || ends("expense") || ends("costs") || ends("cost") ||
        prose::has_word(phrase, "cost of"))
      return Kind::cost;
    if (head.starts_with("average revenue per") || head.starts_with("average selling price"))
      return Kind::revenue;
    if (ends("revenues") || ends("revenue") || ends("sales") || ends("revenue contribution"))
      return Kind::revenue;
    if (ends("gross profit") || ends("net income") || ends("operating income") || ends("operating profit"))
      return Kind::profit;
    return Kind::unknown;
  }

  // "net revenues" of "net revenues from certain games".
  [[nodiscard]] static std::string_view head_of(std::string_view phrase) {
    std::size_t end = phrase.size();
    for (const std::string_view link :
         {" from ", " of ", " in ", " for ", " on ", " at ", " against ", " to ", " with ", " related to ",
          " relating to ", " associated with ", " attributable to ", " generated "})
      end = std::min(end, phrase.find(link));
    return phrase.substr(0, end);
  }

  [[nodiscard]] static Direction effect_of(Kind cause, Kind of, Direction direction) {
    if (cause == Kind::unknown || of == Kind::unknown) return Direction::none;
    const Direction other = direction == Direction::up ? Direction::down : Direction::up;
    if (cause == of) return direction;
    if (of != Kind::profit) return Direction::none;
    return cause == Kind::cost ? other : direction;
  }

  // ---------------------------------------------------------------- the tables

  void hold_to_rows(const Trend& trend, Evidence& evidence) const {
    std::vector<RowRef> rows = tied_rows(trend);
    if (rows.empty() && trend.claims.empty() && trend.unresolved.empty() && !trend.metric.phrase.empty())
      rows = named_rows(trend);
    for (const RowRef& at : rows) {
      for (const Dating& dating : trend.datings) hold_to_row(trend, at, dating, evidence);
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

  [[nodiscard]] std::vector<RowRef> named_rows(const Trend& trend) const {
    if (said_often(trend) || one_of_others(trend)) return {};
    std::vector<RowRef> out = input_.rows().rows(trend.metric.phrase);
    if (out.empty()) out = lines_of_sales(trend.metric.phrase);
    std::erase_if(out, [&](const RowRef& at) { return moves_itself(filing_.tables[at.table], trend); });
    return out;
  }

  // "Harbour net sales" of the row "Harbour" in a table that goes on to the total of net sales.
  [[nodiscard]] std::vector<RowRef> lines_of_sales(std::string_view phrase) const {
    for (const std::string_view measure :
         {" net sales", " net revenues", " net revenue", " revenues", " revenue", " sales"}) {
      if (!phrase.ends_with(measure)) continue;
      const std::string_view line = phrase.substr(0, phrase.size() - measure.size());
      std::vector<RowRef> out = input_.rows().rows(line);
      const std::string label = normal_label(line);
      std::erase_if(out, [&](const RowRef& at) {
        const Table& table = filing_.tables[at.table];
        return table.rows[at.row].plain != label || !table.rows[at.row].concept_name.empty() ||
               std::none_of(table.rows.begin() + at.row, table.rows.end(),
                            [](const Row& row) { return row.concept_name == "Revenues"_concept; });
      });
      return out;
    }
    return {};
  }

  // "Gross margin improved" of one segment after the other.
  [[nodiscard]] bool said_often(const Trend& trend) const {
    constexpr int kOften = 3;
    const auto count = times_said_.find(lower(trend.metric.phrase));
    return count != times_said_.end() && count->second.times >= kOften;
  }

  void count_phrases() {
    for (const Trend& trend : filing_.trends) {
      Count& count = times_said_[lower(trend.metric.phrase)];
      const bool again = count.last != nullptr && count.last->paragraph == trend.paragraph &&
                         count.last->sentence == trend.sentence;
      count.times += again ? 0 : 1;
      count.last = &trend;
    }
  }

  // "Other income" is what stands under that heading, or one line of it.
  [[nodiscard]] static bool one_of_others(const Trend& trend) {
    return trend.metric.phrase.starts_with("other ") || trend.metric.phrase.starts_with("Other ");
  }

  // What a statement of cash flows or of equity prints under the name of a balance is how it changed.
  [[nodiscard]] static bool moves_itself(const Table& table, const Trend& trend) {
    if (table.kind == TableKind::changes_in_equity) return true;
    if (table.kind != TableKind::cash_flow) return false;
    return !prose::has_word(trend.metric.phrase, "cash") &&
           !prose::has_word(trend.metric.phrase, "expenditures") &&
           !prose::has_word(trend.metric.phrase, "depreciation");
  }

  void hold_to_row(const Trend& trend, const RowRef& at, const Dating& dating, Evidence& evidence) const {
    const Table& table = filing_.tables[at.table];
    const Row& row = table.rows[at.row];
    for (const FigureId now : row.cells) {
      if (now == kNoFigure || !meant(table, now)) continue;
      const Figure& to = filing_.figures[now];
      if (!of_period(to.period, dating.period)) continue;
      if (to.period.instant() && table.kind != TableKind::balance_sheet) continue;
      for (const FigureId then : row.cells) {
        if (then == kNoFigure || then == now || !meant(table, then)) continue;
        const Figure& from = filing_.figures[then];
        const bool balance = to.period.instant() && from.period.instant() && !trend.compared &&
                             from.period.known() && from.period.end < to.period.end;
        if (!balance && !of_period(from.period, dating.base_period)) continue;
        if (from.period.instant() != to.period.instant()) continue;
        const auto way = way_of(to, from, trend.metric);
        if (!way) continue;
        evidence.take(trend.direction, *way, now,
                      fmt::format("which went {} from {} to {}", words(*way), from.raw, to.raw));
      }
    }
  }

  [[nodiscard]] bool meant(const Table& table, FigureId id) const {
    const Figure& figure = filing_.figures[id];
    return figure.usable() && !figure.dash && figure.unit.measure != Measure::percent_change &&
           figure.column < table.columns.size() && !table.columns[figure.column].difference;
  }

  [[nodiscard]] static bool of_period(const Period& own, const Period& sought) {
    return own.known() && (own == sought || (own.instant() && own.end == sought.end));
  }

  // In how many sentences a metric is said to move.
  struct Count {
    int times = 0;
    const Trend* last = nullptr;
  };

  const Filing& filing_;
  const RuleInput& input_;
  RuleId rule_;
  Equations& out_;
  std::vector<Place> moved_;  // words that claims have taken, sorted
  std::map<std::string, Count> times_said_;
};

}  // namespace

void relate_trends(const RuleInput& input, RuleId rule, Equations& out) { Trends(input, rule, out).run(); }

}  // namespace kcfin::rulebook
