// "Total cash costs (per ounce)" below "Cash operating costs" and "Gold production (ounces)": what a unit
// that is produced costs or brings. The column need not be known.
#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "rules/arithmetic.h"
#include "rules/per_share_within.h"
#include "rules/row_relations.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

class PerUnitWithin {
 public:
  PerUnitWithin(const Filing& filing, RuleId rule, Equations& out)
      : filing_(filing), rule_(rule), out_(out), held_(held_by(rule, out)) {}

  void run() {
    for (const Table& table : filing_.tables) {
      if (table.rows.size() > kMostRowsLookedUp) continue;
      for (std::uint32_t r = 2; r < table.rows.size(); ++r) {
        if (const auto unit = unit_of(table.rows[r])) relate_row(table, r, *unit);
      }
    }
  }

 private:
  // Between an amount, its count and their quotient few rows stand.
  static constexpr std::uint32_t kFarthest = 4;

  [[nodiscard]] std::optional<std::string_view> unit_of(const Row& row) const {
    static constexpr std::array<std::string_view, 3> kUnits = {"per ounce", "per tonne", "per barrel"};
    if (row.role == Role::header || !of(row, Measure::money)) return std::nullopt;
    const std::string label = lower(row.label);
    for (const std::string_view unit : kUnits) {
      if (has(label, unit)) return unit.substr(4);
    }
    return std::nullopt;
  }

  [[nodiscard]] bool of(const Row& row, Measure measure) const {
    return row.role != Role::header && std::any_of(row.cells.begin(), row.cells.end(), [&](FigureId id) {
             return id != kNoFigure && filing_.figures[id].unit.measure == measure;
           });
  }

  // The nearest count of the units above the row, and the amount that stands above it.
  void relate_row(const Table& table, std::uint32_t r, std::string_view unit) {
    const std::uint32_t from = r > kFarthest ? r - kFarthest : 0;
    for (std::uint32_t count = r; count-- > from;) {
      if (!of(table.rows[count], Measure::pure) || !has(lower(table.rows[count].label), unit)) continue;
      for (std::uint32_t amount = count; amount-- > from;) {
        if (!of(table.rows[amount], Measure::money)) continue;
        if (speaks_of_these(table, r, amount, count)) relate(table, r, amount, count);
        return;
      }
      return;
    }
  }

  // "Per ounce sold, net of by-products" is of ounces sold, and of an amount that says so too.
  static bool speaks_of_these(const Table& table, std::uint32_t r, std::uint32_t amount,
                              std::uint32_t count) {
    static constexpr std::array<std::string_view, 10> kLimits = {
        "sold",   "produced",  "net of",     "before",   "after",
        "exclud", "including", "sustaining", "adjusted", "by-product"};
    const std::string own = lower(table.rows[r].label), top = lower(table.rows[amount].label),
                      bottom = lower(table.rows[count].label);
    return std::all_of(kLimits.begin(), kLimits.end(), [&](std::string_view limit) {
      return !has(own, limit) || has(top, limit) || has(bottom, limit);
    });
  }

  void relate(const Table& table, std::uint32_t r, std::uint32_t amount, std::uint32_t count) {
    std::vector<Equation> made;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (auto equation = equation_of(table, r, amount, count, c)) made.push_back(std::move(*equation));
    }
    const Fit fit = fit_of(filing_, made);
    if (fit.hold < 2 || fit.hold * 4 < fit.judged * 3) return;
    take_row(table.rows[r], rule_, std::move(made), out_);
  }

  [[nodiscard]] std::optional<Equation> equation_of(const Table& table, std::uint32_t r, std::uint32_t amount,
                                                    std::uint32_t count, std::size_t c) const {
    auto equation = quotient_of_rows(rule_, Relation::per_unit, table, r, amount, count, c);
    if (!equation || held_.contains(equation->result)) return std::nullopt;
    const Figure &own = filing_.figures[equation->result], &top = filing_.figures[equation->terms[0].figure],
                 &bottom = filing_.figures[equation->terms[1].figure];
    if (own.unit.measure != Measure::money || own.unit != top.unit || bottom.unit.measure != Measure::pure ||
        !own.value || own.value->zero())
      return std::nullopt;
    return equation;
  }

  const Filing& filing_;
  RuleId rule_;
  Equations& out_;
  std::set<FigureId> held_;  // by the rule already
};

}  // namespace

void relate_per_unit_within(const Filing& filing, RuleId rule, Equations& out) {
  PerUnitWithin(filing, rule, out).run();
}

}  // namespace kcfin::rulebook
