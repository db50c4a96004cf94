// "The increase in marketing expenses was due to lower advertising expenses": a cause that works the other
// way.
#include "rules/cause_prose.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "prose/noun_phrase.h"
#include "rules/direction.h"
#include "rules/driver.h"
#include "rules/moving_rows.h"

namespace kcfin::rulebook {
namespace {

// What a cause explains.
struct Explained {
  std::string phrase;
  FigureId figure = kNoFigure;
  Direction moved = Direction::none;
  std::vector<Dating> datings;
  bool compared = false;
  std::vector<TableKind> kinds;  // of the tables that have it as a row; none where it may be a part
};

class Causes {
 public:
  Causes(const Filing& filing, const MovingRows& rows, RuleId rule, Equations& out)
      : filing_(filing), rows_(rows), rule_(rule), out_(out) {}

  void run() {
    const Trend* before = nullptr;
    for (const Trend& trend : filing_.trends) {
      if (!trend.cause) {
        before = &trend;
        continue;
      }
      Explained explained;
      const bool told = trend.claims.empty() ? explained_by_trend(trend, before, explained)
                                             : explained_by_claims(trend, explained);
      if (told && explained.moved != Direction::none) relate(trend, explained);
    }
  }

 private:
  [[nodiscard]] bool explained_by_claims(const Trend& cause, Explained& out) const {
    for (const std::uint32_t id : cause.claims) {
      const Claim& claim = filing_.claims[id];
      if (of_ratio(claim) || !names_one_measure(claim.metric.phrase, out)) return false;
      out.figure = claim.figure;
      if (!take_direction(claim.direction, out.moved)) return false;
      for (const Movement& movement : claim.movements) {
        if (!take_direction(movement.direction, out.moved)) return false;
      }
      add_datings(claim, out);
    }
    return true;
  }

  [[nodiscard]] bool explained_by_trend(const Trend& cause, const Trend* trend, Explained& out) const {
    if (trend == nullptr || trend->paragraph != cause.paragraph || trend->sentence != cause.sentence)
      return false;
    out.moved = trend->direction;
    out.phrase = trend->metric.phrase;
    out.datings = trend->datings;
    out.compared = trend->compared;
    if (trend->claims.empty() && trend->unresolved.empty()) {
      for (const RowRef& row : rows_.named(*trend)) out.kinds.push_back(filing_.tables[row.table].kind);
    }
    for (const std::uint32_t id : trend->claims) {
      const Claim& claim = filing_.claims[id];
      if (of_ratio(claim) || !names_one_measure(claim.metric.phrase, out)) return false;
      out.figure = claim.figure;
      add_kind(claim, out);
    }
    return true;
  }

  // "Costs decreased to 32% of revenues", "by two points": more revenues explain that.
  [[nodiscard]] static bool of_ratio(const Claim& claim) {
    return prose::ratio_of_amount(claim.metric.phrase, claim.whole) ||
           (claim.kind == ClaimKind::point_change && driver_of(claim.metric.phrase) != Driver::margin);
  }

  [[nodiscard]] static bool names_one_measure(const std::string& phrase, Explained& out) {
    if (out.phrase.empty()) out.phrase = phrase;
    return driver_of(phrase) == driver_of(out.phrase);
  }

  // False where what is said does not go one way.
  [[nodiscard]] static bool take_direction(Direction direction, Direction& moved) {
    if (direction == Direction::none) return true;
    if (moved != Direction::none && moved != direction) return false;
    moved = direction;
    return true;
  }

  void add_datings(const Claim& claim, Explained& out) const {
    if (claim.period_in_doubt) return;
    add_kind(claim, out);
    out.compared = true;
    const Period& now = filing_.figures[claim.current != kNoFigure ? claim.current : claim.figure].period;
    if (claim.base_period.known()) out.datings.push_back({now, claim.base_period});
    for (const Movement& movement : claim.movements) {
      if (movement.then != kNoFigure) out.datings.push_back({now, filing_.figures[movement.then].period});
    }
    out.datings.insert(out.datings.end(), claim.datings.begin(), claim.datings.end());
  }

  // Of the table where the claim's amount, or the one that its change leads to, is a row's.
  void add_kind(const Claim& claim, Explained& out) const {
    if (!claim.doubt.empty()) return;
    const FigureId row = claim.current != kNoFigure
                             ? filing_.claims[filing_.figures[claim.current].claim].row_figure
                             : claim.row_figure;
    if (row == kNoFigure || !filing_.figures[row].in_table()) return;
    out.kinds.push_back(filing_.tables[filing_.figures[row].table].kind);
  }

  // Net income explains the cash of operations, but its row says nothing of what was meant there: a line
  // explains the totals of its own statement.
  [[nodiscard]] bool of_its_statement(const RowRef& row, const Explained& explained) const {
    const TableKind kind = filing_.tables[row.table].kind;
    return (kind == TableKind::income_statement || kind == TableKind::balance_sheet) &&
           std::find(explained.kinds.begin(), explained.kinds.end(), kind) != explained.kinds.end();
  }

  void relate(const Trend& cause, const Explained& explained) {
    DirectionCheck check;
    check.rule = rule_;
    check.stated = cause.offset ? turned(cause.direction) : cause.direction;
    check.metric = cause.metric;
    check.at = cause.at;
    check.word = cause.word;
    add_effect(cause, explained, check.courses);
    if (!explained.kinds.empty() && check.courses.empty()) {
      for (const RowRef& at : rows_.named_in_list(cause)) {
        check.in_doubt = check.in_doubt || !of_its_statement(at, explained);
        for (const Dating& dating : explained.datings)
          rows_.add_courses(at, dating, explained.compared, cause.metric, Ground::row, check.courses);
      }
    }
    if (!check.courses.empty()) out_.directions.push_back(std::move(check));
  }

  static void add_effect(const Trend& cause, const Explained& explained, std::vector<Course>& courses) {
    const Direction effect =
        effect_of(driver_of(cause.metric.phrase), driver_of(explained.phrase), cause.direction);
    if (effect == Direction::none) return;
    const Direction stated = cause.offset ? turned(cause.direction) : cause.direction;
    courses.push_back(
        {explained.figure, kNoFigure, Ground::cause, effect == explained.moved ? stated : turned(stated),
         fmt::format("{} “{}”, which went {}", cause.offset ? "set off against" : "and names it for",
                     explained.phrase, words_of(explained.moved))});
  }

  const Filing& filing_;
  const MovingRows& rows_;
  RuleId rule_;
  Equations& out_;
};

}  // namespace

void relate_causes(const Filing& filing, const MovingRows& rows, RuleId rule, Equations& out) {
  Causes(filing, rows, rule, out).run();
}

}  // namespace kcfin::rulebook
