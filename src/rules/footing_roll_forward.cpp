// footing/roll-forward: opening balance + movements = closing balance.
//
// The labels of opening and closing say what is carried on; the rows between them are its movements.
// Movements that take something off are printed negative, or positive under a label that says so.
#include <algorithm>
#include <array>

#include "rules/arithmetic.h"
#include "rules/footing/amounts.h"
#include "rules/footing/roll_forward.h"
#include "rules/registry.h"
#include "rules/rule_input.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

bool takes_off(const Row& row) {
  static constexpr std::array<std::string_view, 18> kWords = {
      "utiliz",   "utilis",    "write-off", "written off", "charged off", "charge-off",
      "forfeit",  "exercised", "vested",    "released",    "cancel",      "expired",
      "disposal", "payment",   "paid",      "reversal",    "dividend",    "settle"};
  const std::string label = lower(row.label);
  return row.less ||
         std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return has(label, word); });
}

class RollForwards {
 public:
  RollForwards(const RuleInput& input, RuleId rule, Equations& out)
      : input_(input), filing_(input.filing()), rule_(rule), out_(out) {}

  void run() {
    for (std::uint32_t t = 0; t < filing_.tables.size(); ++t) {
      const std::vector<RollForward> found = find_roll_forwards(filing_.tables[t]);
      if (!found.empty()) relate_table(t, found);
    }
  }

 private:
  [[nodiscard]] const Figure& figure(FigureId id) const { return filing_.figures[id]; }

  // How many of the equations hold, of those that say something: a balance that nothing moved says nothing.
  struct Fit {
    int judged = 0, hold = 0;
  };

  // The periods of one table bear each other out: one that is wrong stands beside others that are right.
  void relate_table(std::uint32_t t, const std::vector<RollForward>& found) {
    std::vector<Equation> equations;
    for (const RollForward& roll : found) {
      std::vector<Equation> printed = equations_of(t, roll, false), taken_off = equations_of(t, roll, true);
      const bool flipped = fit_of(taken_off).hold > fit_of(printed).hold;
      for (Equation& equation : flipped ? taken_off : printed) equations.push_back(std::move(equation));
    }
    const Fit fit = fit_of(equations);
    if (fit.hold == 0 || fit.hold * 2 < fit.judged) {
      for (const RollForward& roll : found) skip(t, roll);
      return;
    }
    // Where nearly all add up as they stand, what is blank was nil.
    const bool blanks_are_nil = fit.hold * 5 >= fit.judged * 4;
    for (Equation& equation : equations) {
      if (blanks_are_nil) equation.blanks = 0;
      out_.equations.push_back(std::move(equation));
    }
  }

  [[nodiscard]] Fit fit_of(const std::vector<Equation>& equations) const {
    Fit fit;
    for (const Equation& equation : equations) {
      const auto moved = [&](const Term& term) {
        return figure(term.figure).value && !figure(term.figure).value->zero();
      };
      if (std::none_of(equation.terms.begin() + 1, equation.terms.end(), moved)) continue;
      const auto held = holds(filing_, equation);
      if (!held) continue;
      ++fit.judged;
      if (*held) ++fit.hold;
    }
    return fit;
  }

  // One a column; the opening balance is the first term. A column of prices or percentages is no balance.
  [[nodiscard]] std::vector<Equation> equations_of(std::uint32_t t, const RollForward& roll,
                                                   bool flip) const {
    const Table& table = filing_.tables[t];
    const std::vector<std::uint32_t> rows = movements(t, roll);
    std::vector<Equation> out;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const FigureId opening = table.rows[roll.opening].cells[c], closing = table.rows[roll.closing].cells[c];
      if (heads_averages(table.columns[c]) || opening == kNoFigure || closing == kNoFigure ||
          !carried_on(figure(closing)) || figure(opening).unit != figure(closing).unit)
        continue;
      Equation equation;
      equation.rule = rule_;
      equation.relation = Relation::sum;
      equation.support = Support::both;
      equation.result = closing;
      equation.terms = {{opening, 1}};
      equation.reading = "the opening balance and the movements below it";
      bool sound = true;
      for (const std::uint32_t r : rows) {
        const FigureId id = table.rows[r].cells[c];
        if (id == kNoFigure) {
          ++equation.blanks;
          continue;
        }
        sound &= figure(id).unit == figure(closing).unit;
        const bool minus =
            flip && takes_off(table.rows[r]) && figure(id).value && figure(id).value->mantissa > 0;
        equation.terms.push_back({id, static_cast<std::int8_t>(minus ? -1 : 1)});
      }
      if (sound && equation.terms.size() >= 2) out.push_back(std::move(equation));
    }
    return out;
  }

  static bool carried_on(const Figure& figure) {
    const Measure measure = figure.unit.measure;
    return measure == Measure::money || measure == Measure::pure || measure == Measure::shares;
  }

  // The rows between, without sums over others of them ("Total comprehensive income").
  [[nodiscard]] std::vector<std::uint32_t> movements(std::uint32_t t, const RollForward& roll) const {
    const auto between = [&](std::uint32_t r) { return r > roll.opening && r < roll.closing; };
    std::vector<std::uint32_t> out;
    for (std::uint32_t r = roll.opening + 1; r < roll.closing; ++r) {
      const Row& row = filing_.tables[t].rows[r];
      const bool figures =
          std::any_of(row.cells.begin(), row.cells.end(), [](FigureId id) { return id != kNoFigure; });
      if (row.role != Role::header && figures && !sums_others(t, r, between)) out.push_back(r);
    }
    return out;
  }

  template <typename Between>
  [[nodiscard]] bool sums_others(std::uint32_t t, std::uint32_t r, const Between& between) const {
    const std::vector<Footing>& footings = input_.structure(t).footings;
    return std::any_of(footings.begin(), footings.end(), [&](const Footing& footing) {
      return footing.row == r && footing.terms.size() >= 2 &&
             std::all_of(footing.terms.begin(), footing.terms.end(),
                         [&](const FootingTerm& term) { return between(term.row); });
    });
  }

  void skip(std::uint32_t t, const RollForward& roll) {
    const Row& row = filing_.tables[t].rows[roll.closing];
    const auto first =
        std::find_if(row.cells.begin(), row.cells.end(), [](FigureId id) { return id != kNoFigure; });
    out_.skips.push_back(
        {rule_, *first, row.at, "the rows since the opening balance make it up in too few columns"});
  }

  const RuleInput& input_;
  const Filing& filing_;
  RuleId rule_;
  Equations& out_;
};

void relate(const RuleInput& input, RuleId rule, Equations& out) { RollForwards(input, rule, out).run(); }

}  // namespace

const Rule footing_roll_forward = {
    .id = "footing/roll-forward",
    .severity = Severity::error,
    .summary = "opening balance + movements = closing balance",
    .checks =
        "Allowances, provisions, equity and each of its components, deferred revenue, property, share "
        "options and "
        "units: every pair of rows whose labels name one thing at two points in time, \"Allowance, beginning "
        "of the "
        "period\" and \"Allowance, end of the period\", \"Balance at January 1\" and \"Balance at June 30\". "
        "Several "
        "roll-forwards may stand below one another; a new opening balance starts a new one. Opening and "
        "closing cash "
        "are footing/cash's.",
    .arithmetic =
        "closing = opening + the rows between, sums over others of them left out. Movements that take off "
        "are printed "
        "negative, or positive under a label that says so, as the columns bear out. At least half of the "
        "table's "
        "columns must add up; otherwise the check is skipped.",
    .example = "Allowance 72 + 25 - 14 = 83, printed at the end of the period as 38.",
    .advice = "The opening balance is the earlier period's closing one; compare both before the movements.",
    .relate = relate,
};

}  // namespace kcfin::rulebook
