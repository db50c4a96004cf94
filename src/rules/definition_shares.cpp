// footing/definition: basic + dilutive = diluted shares.
#include <algorithm>

#include "rules/arithmetic.h"
#include "rules/definitions.h"
#include "values/text.h"
#include "words/dilution.h"

namespace kcfin::rulebook {
namespace {

class DilutedShares {
 public:
  DilutedShares(const Filing& filing, RuleId rule, Equations& out)
      : filing_(filing), rule_(rule), out_(out) {}

  void run() {
    for (const Table& table : filing_.tables) relate_table(table);
  }

 private:
  void relate_table(const Table& table) {
    std::uint32_t basic = 0;
    bool open = false;
    for (std::uint32_t r = 0; r < table.rows.size(); ++r) {
      const Row& row = table.rows[r];
      if (!counts_shares(row)) continue;
      const std::string label = lower(row.label);
      if (has(row.concept_name, "Basic") || (has(label, "basic") && !has(label, "dilut"))) {
        basic = r;
        open = true;
      } else if (open && !names_adjustment(row) &&
                 (has(row.concept_name, "Diluted") || has(label, "diluted") || has(label, "plus dilutive"))) {
        if (r > basic + 1) relate_rows(table, basic, r);
        open = false;
      }
    }
  }

  // "Dilutive common stock options"
  static bool names_adjustment(const Row& row) { return row.concept_name.ends_with("Adjustment"); }

  [[nodiscard]] bool counts_shares(const Row& row) const {
    return row.role != Role::header && std::any_of(row.cells.begin(), row.cells.end(), [&](FigureId id) {
             return id != kNoFigure && filing_.figures[id].unit.measure == Measure::shares;
           });
  }

  void relate_rows(const Table& table, std::uint32_t basic, std::uint32_t diluted) {
    std::vector<std::uint32_t> parts{basic};
    for (std::uint32_t r = basic + 1; r < diluted; ++r) {
      const Row& row = table.rows[r];
      const bool figures =
          std::any_of(row.cells.begin(), row.cells.end(), [](FigureId id) { return id != kNoFigure; });
      if (row.role == Role::header || !figures) continue;
      if (!words::names_dilution(row.label)) return;  // what dilutes is all that may stand between
      parts.push_back(r);
    }
    if (parts.size() < 2) return;
    std::vector<Equation> best = equations_of(table, parts, diluted);
    // "Dilutive potential shares" may sum the rows above it.
    const std::vector<Equation> with_sum = equations_of(table, {basic, parts.back()}, diluted);
    if (fit_of(filing_, with_sum).hold > fit_of(filing_, best).hold) best = with_sum;
    const Fit fit = fit_of(filing_, best);
    if (fit.hold == 0 || fit.hold * 2 < fit.judged) return;
    for (Equation& equation : best) out_.equations.push_back(std::move(equation));
  }

  // One a column.
  [[nodiscard]] std::vector<Equation> equations_of(const Table& table,
                                                   const std::vector<std::uint32_t>& parts,
                                                   std::uint32_t diluted) const {
    std::vector<Equation> out;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const FigureId result = table.rows[diluted].cells[c];
      if (result == kNoFigure || filing_.figures[result].unit.measure == Measure::percent_change) continue;
      Equation equation;
      equation.rule = rule_;
      equation.relation = Relation::sum;
      equation.support = Support::both;
      equation.result = result;
      equation.reading = "basic shares and what dilutes them";
      bool alike = true;
      for (const std::uint32_t r : parts) {
        const FigureId id = table.rows[r].cells[c];
        if (id == kNoFigure) {
          ++equation.blanks;
          continue;
        }
        alike &= filing_.figures[id].dash ||
                 filing_.figures[id].scale_power == filing_.figures[result].scale_power;
        equation.terms.push_back({id, 1});
      }
      if (alike && !equation.terms.empty()) out.push_back(std::move(equation));
    }
    return out;
  }

  const Filing& filing_;
  RuleId rule_;
  Equations& out_;
};

}  // namespace

void relate_diluted_shares(const RuleInput& input, RuleId rule, Equations& out) {
  DilutedShares(input.filing(), rule, out).run();
}

}  // namespace kcfin::rulebook
