// Columns of changes whose period is not that of two columns of amounts, or is not known: "% Change '23 vs.
// '22", "Better (Worse)". The amounts stand beside them; years in the heading, or most rows, say which two
// are compared.
#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "rules/arithmetic.h"
#include "rules/change_within.h"
#include "rules/row_relations.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

// Two columns of amounts, and how a column of changes fares between them.
struct Compared {
  std::size_t current = 0, base = 0;
  Measure of = Measure::money;  // of percentages the change is their difference, in points
  std::vector<Equation> changes;
  Fit fit;
};

class ChangesWithin {
 public:
  ChangesWithin(const Filing& filing, RuleId rule, Equations& out)
      : filing_(filing), rule_(rule), out_(out), held_(held_by(rule, out)) {}

  void run() {
    for (const Table& table : filing_.tables) {
      if (table.columns.size() > kMostColumns) continue;
      relate_table(table);
    }
  }

 private:
  static constexpr std::size_t kMostColumns = 40;

  static bool names_change(std::string_view printed) {
    static constexpr std::array<std::string_view, 18> kWords = {
        "change", "vs",  "versus", "increase", "decrease", "better", "growth", "yoy", "v%",
        "chg",    "pts", "points", "inc/",     "inc./",    "+/-",    "y/y",    "q/q", "qoq"};
    static constexpr std::array<std::string_view, 13> kElse = {
        "basis", "constant", "cer",   "organic",   "excluding", "currency", "volume",
        "price", "impact",   "local", "operation", "core",      "% of"};
    const std::string text = lower(printed);
    return (has_any(text, kWords) || names_one_span_twice(text)) && !has_any(text, kElse);
  }
  // "Q3-Q3", "9M-9M"
  static bool names_one_span_twice(std::string_view text) {
    const std::size_t slash = text.rfind(" / ");
    const std::string_view last = text.substr(slash == std::string_view::npos ? 0 : slash + 3);
    const std::size_t hyphen = last.find('-');
    return hyphen == 2 && last.size() == 5 && last.substr(0, hyphen) == last.substr(hyphen + 1) &&
           (is_digit(last[0]) || is_digit(last[1]));
  }
  // "% of revenue / YoY change": by how many points a share moved.
  static bool names_change_of_share(std::string_view printed) {
    std::string text = lower(printed);
    bool share = false;
    for (std::size_t of = text.find("% of"); of != std::string::npos; of = text.find("% of")) {
      text.erase(of, 4);
      share = true;
    }
    return share && (has(text, "change") || has(text, "yoy")) && names_change(text);
  }

  // A rise of costs is printed as a fall of what is earned.
  static bool turns_costs(std::string_view printed) {
    static constexpr std::array<std::string_view, 4> kWords = {"better", "b/(w)", "fav", "worse"};
    return has_any(lower(printed), kWords);
  }
  static bool names_cost(const Row& row) {
    static constexpr std::array<std::string_view, 6> kWords = {"cost",      "expense", "charge",
                                                               "provision", "tax",     "selling"};
    return has_any(lower(row.label), kWords);
  }

  // The last two digits of the years that a heading compares, in its order.
  static std::vector<std::string> years_of(std::string_view printed) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at + 1 < printed.size(); ++at) {
      std::size_t end = at;
      while (end < printed.size() && printed[end] >= '0' && printed[end] <= '9') ++end;
      const std::size_t size = end - at;
      const std::string_view before = printed.substr(0, at);
      if (size == 4 || (size == 2 && (before.ends_with("'") || before.ends_with("\u2019"))))
        out.emplace_back(printed.substr(end - 2, 2));
      if (size > 0) at = end;
    }
    return out;
  }

  [[nodiscard]] static bool of_measure(const Table& table, std::size_t c, Measure measure) {
    return table.columns[c].unit.measure == measure && !table.columns[c].difference &&
           !names_change(table.columns[c].printed);
  }

  // Each column by its own rows; of tables of few rows all columns of changes together.
  void relate_table(const Table& table) {
    constexpr int kEnough = 4;
    std::vector<std::pair<std::size_t, Compared>> few;
    Fit together;
    for (std::size_t c = 2; c < table.columns.size(); ++c) {
      const std::string& printed = table.columns[c].printed;
      const bool plain = names_change(printed);
      if (!plain && !names_change_of_share(printed)) continue;
      Compared best = plain ? best_of(table, c, {Measure::money, Measure::percent})
                            : best_of(table, c, {Measure::percent});
      if (best.fit.hold >= kEnough && best.fit.hold * 5 >= best.fit.judged * 4) {
        take(table, c, best);
      } else if (best.fit.hold > 0 && best.fit.judged < kEnough) {
        together.hold += best.fit.hold;
        together.judged += best.fit.judged;
        few.emplace_back(c, std::move(best));
      }
    }
    if (together.judged < kEnough || together.hold * 4 < together.judged * 3) return;
    for (auto& [c, best] : few) take(table, c, best);
  }

  [[nodiscard]] Compared best_of(const Table& table, std::size_t c,
                                 std::initializer_list<Measure> measures) const {
    Compared best;
    for (const Measure measure : measures) {
      for (const auto& [current, base] : pairs_before(table, c, measure)) {
        Compared compared{current, base, measure, {}, {}};
        compare(table, c, compared);
        if (compared.fit.hold > best.fit.hold) best = std::move(compared);
      }
    }
    return best;
  }

  void take(const Table& table, std::size_t c, Compared& best) {
    for (Equation& change : best.changes) out_.equations.push_back(std::move(change));
    const Place& heading = table.columns[c].at;
    std::erase_if(out_.skips, [&](const Skip& skip) {
      return skip.rule == rule_ && skip.figure == kNoFigure && skip.at.line == heading.line &&
             skip.at.column == heading.column;
    });
  }

  // The nearest columns of amounts on its left, and where the heading names two years, those of them.
  [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> pairs_before(const Table& table,
                                                                              std::size_t c,
                                                                              Measure measure) const {
    constexpr std::size_t kNearest = 4;
    std::vector<std::size_t> amounts;
    for (std::size_t i = c; i-- > 0 && amounts.size() < kNearest;) {
      if (of_measure(table, i, measure)) amounts.push_back(i);
    }
    const std::string& printed = table.columns[c].printed;
    const std::size_t slash = printed.rfind(" / ");
    const std::vector<std::string> years =
        years_of(std::string_view(printed).substr(slash == std::string::npos ? 0 : slash + 3));
    std::vector<std::pair<std::size_t, std::size_t>> out;
    for (const std::size_t current : amounts) {
      for (const std::size_t base : amounts) {
        if (current == base ||
            (years.size() == 2 && (!has_year(table, current, years[0]) || !has_year(table, base, years[1]))))
          continue;
        const Period &own = table.columns[current].period, &other = table.columns[base].period;
        const bool backwards = own.known() && other.known() && own.end < other.end;
        if (!backwards && own.months() == other.months()) out.emplace_back(current, base);
      }
    }
    return out;
  }

  static bool has_year(const Table& table, std::size_t c, const std::string& year) {
    const std::vector<std::string> own = years_of(table.columns[c].printed);
    return std::find(own.begin(), own.end(), year) != own.end();
  }

  void compare(const Table& table, std::size_t c, Compared& compared) const {
    for (const Row& row : table.rows) {
      if (row.role == Role::header) continue;
      const FigureId result = row.cells[c], now = row.cells[compared.current],
                     then = row.cells[compared.base];
      if (!is_change(result) || !is_amount(now, compared.of) || !is_amount(then, compared.of)) continue;
      Equation change;
      change.rule = rule_;
      const bool points = compared.of == Measure::percent;
      change.relation = points                   ? Relation::difference
                        : both_losses(now, then) ? Relation::loss_change
                                                 : Relation::change;
      change.support = Support::both;
      change.result = result;
      const auto sign = static_cast<std::int8_t>(
          !points && turns_costs(table.columns[c].printed) && names_cost(row) ? -1 : 1);
      change.terms = {{now, sign}, {then, sign}};
      change.reading = "the columns beside it";
      const auto held = holds(filing_, change);
      if (change.relation == Relation::loss_change && !held.value_or(false))
        change.relation = Relation::change;
      compared.fit.count(holds(filing_, change));
      compared.changes.push_back(std::move(change));
    }
  }

  [[nodiscard]] bool is_change(FigureId id) const {
    if (id == kNoFigure || held_.contains(id)) return false;
    const Figure& figure = filing_.figures[id];
    const Measure measure = figure.unit.measure;
    return (measure == Measure::percent || measure == Measure::percent_change) && figure.value &&
           !figure.dash;
  }
  [[nodiscard]] bool is_amount(FigureId id, Measure measure) const {
    if (id == kNoFigure) return false;
    const Figure& figure = filing_.figures[id];
    return figure.unit.measure == measure && figure.value && !figure.value->zero();
  }
  [[nodiscard]] bool both_losses(FigureId a, FigureId b) const {
    return filing_.figures[a].value->mantissa < 0 && filing_.figures[b].value->mantissa < 0;
  }

  const Filing& filing_;
  RuleId rule_;
  Equations& out_;
  std::set<FigureId> held_;  // by the rule already
};

}  // namespace

void relate_changes_within(const Filing& filing, RuleId rule, Equations& out) {
  ChangesWithin(filing, rule, out).run();
}

}  // namespace kcfin::rulebook
