// footing/definition: percentages that add up. The parts of a whole make a hundred; a statement in percent of
// its revenues adds up as the statement does; the effective tax rate is the statutory one and what leads from
// it; an adjusted margin, rate or growth is the reported one and its adjustments.
#include <algorithm>

#include "rules/adjusted_chains.h"
#include "rules/column_sums.h"
#include "rules/definitions.h"
#include "rules/footing/structure.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

bool is_percent(const Figure& figure) { return figure.unit.measure == Measure::percent; }

class PercentSums {
 public:
  PercentSums(const Filing& filing, RuleId rule, Equations& out) : filing_(filing), rule_(rule), out_(out) {}

  void run() {
    for (const Table& table : filing_.tables) {
      const auto rows = std::count_if(table.rows.begin(), table.rows.end(),
                                      [&](const Row& row) { return percentages(row) > 0; });
      if (rows >= 3 && rows <= kMostRows) relate_table(table);
    }
  }

 private:
  // Longer tables are lists, not statements.
  static constexpr std::ptrdiff_t kMostRows = 200;

  [[nodiscard]] std::ptrdiff_t percentages(const Row& row) const {
    if (row.role == Role::header) return 0;
    return std::count_if(row.cells.begin(), row.cells.end(),
                         [&](FigureId id) { return id != kNoFigure && is_percent(filing_.figures[id]); });
  }

  // A hundred per cent in every column that has a percentage.
  [[nodiscard]] bool is_whole(const Row& row) const {
    const Decimal hundred{100, 0};
    return percentages(row) > 0 && std::all_of(row.cells.begin(), row.cells.end(), [&](FigureId id) {
             if (id == kNoFigure || !is_percent(filing_.figures[id])) return true;
             const auto& value = filing_.figures[id].value;
             return value && same_value(*value, hundred);
           });
  }

  void relate_table(const Table& table) {
    const bool of_one_whole =
        std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) { return is_whole(row); });
    const bool of_tax_rates = !of_one_whole && std::any_of(table.rows.begin(), table.rows.end(),
                                                           [](const Row& row) { return statutory(row); });
    if (!of_one_whole && !of_tax_rates) return relate_adjusted(table);
    for (const Footing& footing : percent_structure(table, filing_).footings) {
      if (footing.terms.size() < 2) continue;
      if (of_tax_rates && !statutory(table.rows[footing.terms.front().row])) continue;
      std::vector<Equation> sums = column_sums(filing_, table, footing, rule_, is_percent);
      std::erase_if(sums, [&](const Equation& sum) { return stands_by_amounts(table, footing.row, sum); });
      // A hundred says by itself that it is the sum of what it closes.
      take(std::move(sums), is_whole(table.rows[footing.row]) ? 2 : 3, 1);
    }
  }

  // "GAAP gross margin", what is taken out of it, "Non-GAAP gross margin".
  void relate_adjusted(const Table& table) {
    if (table.kind != TableKind::non_gaap) return;
    for (const Footing& footing :
         adjusted_footings(filing_, table, is_percent, percent_structure(table, filing_).footings))
      take(column_sums(filing_, table, footing, rule_, is_percent), 3, 2);
  }

  // All but one of the columns must add up, so many at least, and of `share` all but one share.
  void take(std::vector<Equation> sums, int share, int least) {
    const Fit fit = fit_of_sums(filing_, sums);
    const bool borne_out =
        fit.hold >= std::max(least, fit.judged - 1) && fit.hold * share >= fit.judged * (share - 1);
    if (!borne_out && !one_of_two_holds(filing_, sums)) return;
    for (Equation& sum : sums) out_.equations.push_back(std::move(sum));
  }

  // Beside the amounts that it is of, each percentage is held more closely, and their sums round as they may.
  [[nodiscard]] bool stands_by_amounts(const Table& table, std::uint32_t row, const Equation& sum) const {
    const Period& own = table.columns[filing_.figures[sum.result].column].period;
    const std::vector<FigureId>& cells = table.rows[row].cells;
    return std::any_of(cells.begin(), cells.end(), [&](FigureId id) {
      return id != kNoFigure && filing_.figures[id].unit.measure == Measure::money &&
             table.columns[filing_.figures[id].column].period == own;
    });
  }

  // "Federal statutory tax rate", "U.S. federal income tax rate".
  [[nodiscard]] static bool statutory(const Row& row) {
    const std::string label = lower(row.label);
    return has(label, "statutory") || (has(label, "federal") && has(label, "rate"));
  }

  const Filing& filing_;
  RuleId rule_;
  Equations& out_;
};

}  // namespace

void relate_percent_sums(const RuleInput& input, RuleId rule, Equations& out) {
  PercentSums(input.filing(), rule, out).run();
}

}  // namespace kcfin::rulebook
