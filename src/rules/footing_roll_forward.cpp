// footing/roll-forward: opening balance + movements = closing balance.
//
// The labels of opening and closing say what is carried on; the rows between them are its movements.
// Movements that take something off are printed negative, or positive under a label that says so.
#include <algorithm>
#include <array>
#include <span>

#include "rules/arithmetic.h"
#include "rules/column_sums.h"
#include "rules/footing/amounts.h"
#include "rules/footing/structure.h"
#include "rules/registry.h"
#include "rules/rule_input.h"
#include "rules/slipped_sum.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

bool takes_off(const Row& row) {
  static constexpr std::array<std::string_view, 18> kWords = {
      "utiliz",   "utilis",    "write-off", "written off", "charged off", "charge-off",
      "forfeit",  "exercised", "vested",    "released",    "cancel",      "expired",
      "disposal", "payment",   "paid",      "reversal",    "dividend",    "settle"};
  const std::string label = lower(row.label);
  return row.less || has_any(label, kWords);
}

class RollForwards {
 public:
  RollForwards(const RuleInput& input, RuleId rule, Equations& out)
      : input_(input), filing_(input.filing()), rule_(rule), out_(out) {}

  void run() {
    for (std::uint32_t t = 0; t < filing_.tables.size(); ++t) {
      const std::vector<RollForward>& found = input_.structure(t).rolls;
      if (!found.empty()) relate_table(t, found);
    }
  }

 private:
  [[nodiscard]] const Figure& figure(FigureId id) const { return filing_.figures[id]; }

  // The periods of one table bear each other out: one that is wrong stands beside others that are right.
  void relate_table(std::uint32_t t, const std::vector<RollForward>& found) {
    std::vector<Equation> equations;
    for (const RollForward& roll : found) {
      // A movement of which nothing tells the column may be of each of them.
      const auto row = filing_.tables[t].rows.begin();
      if (std::any_of(row + roll.opening, row + roll.closing,
                      [&](const Row& one) { return left_open(filing_, one); })) {
        skip(t, roll, kLeftOpen);
        continue;
      }
      const std::vector<FootingTerm> rows = movements(t, roll);
      std::vector<Equation> best = equations_of(t, roll, rows);
      const auto consider = [&](const std::vector<FootingTerm>& other, bool any_sign = false) {
        std::vector<Equation> made = equations_of(t, roll, other, any_sign);
        const Fit fit = fit_of_moved(made), own = fit_of_moved(best);
        const bool slipped =
            own.hold == 0 && made.size() == 1 && misses_by_a_slip(filing_, made.front(), Signs::open);
        const bool better = fit.hold > own.hold || slipped;
        if (better) best = std::move(made);
        return better;
      };
      consider(taken_off(t, rows));
      consider(less_taken_off(t, rows), true);
      // "Other comprehensive income, net" sums what stands above it, whether or not that is known to be so.
      if (rows.size() > 1 && names_net_change(filing_.tables[t].rows[rows.back().row]) &&
          consider({rows.back()}))
        relate_net_change(t, rows);
      for (Equation& equation : best) equations.push_back(std::move(equation));
    }
    const Fit fit = fit_of_moved(equations);
    const bool slipped =
        fit.judged == 1 && equations.size() == 1 && misses_by_a_slip(filing_, equations.front(), Signs::open);
    if (!slipped && (fit.hold == 0 || fit.hold * 2 < fit.judged)) {
      for (const RollForward& roll : found) skip(t, roll);
      return;
    }
    // Where nearly all add up as they stand, what is blank was nil.
    const bool blanks_are_nil = fit.hold * 5 >= fit.judged * 4;
    for (const Equation& equation : equations) {
      if (prices(equation, equations)) continue;
      out_.equations.push_back(equation);
      if (blanks_are_nil) out_.equations.back().blanks = 0;
    }
  }

  // The movements that the last of them sums, where no footing says so.
  void relate_net_change(std::uint32_t t, const std::vector<FootingTerm>& rows) {
    Footing change{rows.back().row, {}, Support::both, "the movements that the net change sums"};
    for (const FootingTerm& term : std::span(rows).first(rows.size() - 1))
      change.terms.push_back({term.row, 1});
    std::vector<Equation> sums = column_sums(filing_, filing_.tables[t], change, rule_, adds_up);
    std::erase_if(sums, [](const Equation& sum) { return sum.terms.size() < 2; });
    const Fit fit = fit_of_sums(filing_, sums);
    if (fit.hold < 2 || fit.hold * 4 < fit.judged * 3) return;
    for (Equation& sum : sums) out_.equations.push_back(std::move(sum));
  }

  // Of those that say something: a balance that nothing moved says nothing.
  [[nodiscard]] Fit fit_of_moved(const std::vector<Equation>& equations) const {
    Fit fit;
    for (const Equation& equation : equations) {
      const auto moved = [&](const Term& term) {
        return figure(term.figure).value && !figure(term.figure).value->zero();
      };
      if (std::any_of(equation.terms.begin() + 1, equation.terms.end(), moved))
        fit.count(holds(filing_, equation));
    }
    return fit;
  }

  // One a column; the opening balance is the first term. A column of prices or percentages is no balance.
  [[nodiscard]] std::vector<Equation> equations_of(std::uint32_t t, const RollForward& roll,
                                                   const std::vector<FootingTerm>& rows,
                                                   bool any_sign = false) const {
    const Table& table = filing_.tables[t];
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
      for (const FootingTerm& term : rows) {
        const FigureId id = table.rows[term.row].cells[c];
        if (id == kNoFigure) {
          ++equation.blanks;
          continue;
        }
        sound &= figure(id).unit == figure(closing).unit;
        // A deduction that is printed negative takes itself off; "Less: tax (benefit)" has either sign.
        const bool positive = figure(id).value && figure(id).value->mantissa > 0;
        const bool minus = term.sign < 0 && (positive || any_sign || !roll.movements.empty());
        equation.terms.push_back({id, static_cast<std::int8_t>(minus ? -1 : 1)});
      }
      if (sound && equation.terms.size() >= 2) out.push_back(std::move(equation));
    }
    return out;
  }

  // Beside a column that counts things, which takes rows off that this one prints positive, to more decimals:
  // average prices, whatever its heading says.
  [[nodiscard]] bool prices(const Equation& own, const std::vector<Equation>& all) const {
    const auto rise = [&](const Term& term) {
      return figure(term.figure).value && figure(term.figure).value->mantissa >= 0;
    };
    if (!std::all_of(own.terms.begin(), own.terms.end(), rise)) return false;
    return std::any_of(all.begin(), all.end(), [&](const Equation& count) {
      return figure(count.result).row == figure(own.result).row &&
             std::any_of(own.terms.begin() + 1, own.terms.end(),
                         [&](const Term& term) { return taken_off_there(figure(term.figure), count); });
    });
  }

  [[nodiscard]] bool taken_off_there(const Figure& price, const Equation& count) const {
    return std::any_of(count.terms.begin() + 1, count.terms.end(), [&](const Term& term) {
      const Figure& other = figure(term.figure);
      return other.row == price.row && other.value && other.value->mantissa < 0 &&
             price.value->mantissa > 0 && price.value->decimals > other.value->decimals;
    });
  }

  // The same movements, those taken off whose labels say so.
  [[nodiscard]] std::vector<FootingTerm> taken_off(std::uint32_t t, std::vector<FootingTerm> rows) const {
    for (FootingTerm& term : rows) term.sign = takes_off(filing_.tables[t].rows[term.row]) ? -1 : 1;
    return rows;
  }

  [[nodiscard]] std::vector<FootingTerm> less_taken_off(std::uint32_t t,
                                                        std::vector<FootingTerm> rows) const {
    for (FootingTerm& term : rows) term.sign = filing_.tables[t].rows[term.row].less ? -1 : 1;
    return rows;
  }

  [[nodiscard]] static bool names_net_change(const Row& row) {
    const std::string label = lower(row.label);
    return has(label, "other comprehensive") || has(label, "net current") || has(label, "net change") ||
           has(label, "net increase") || has(label, "net decrease") || label.starts_with("total");
  }

  static bool carried_on(const Figure& figure) {
    const Measure measure = figure.unit.measure;
    return measure == Measure::money || measure == Measure::pure || measure == Measure::shares;
  }

  // The rows between, without sums over others of them ("Total comprehensive income").
  [[nodiscard]] std::vector<FootingTerm> movements(std::uint32_t t, const RollForward& roll) const {
    if (!roll.movements.empty()) return roll.movements;
    const auto between = [&](std::uint32_t r) { return r > roll.opening && r < roll.closing; };
    std::vector<FootingTerm> out;
    for (std::uint32_t r = roll.opening + 1; r < roll.closing; ++r) {
      const Row& row = filing_.tables[t].rows[r];
      const bool figures =
          std::any_of(row.cells.begin(), row.cells.end(), [](FigureId id) { return id != kNoFigure; });
      if (row.role != Role::header && figures && !sums_others(t, r, between)) out.push_back({r, 1});
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

  void skip(std::uint32_t t, const RollForward& roll,
            std::string_view why = "the rows since the opening balance make it up in too few columns") {
    const Row& row = filing_.tables[t].rows[roll.closing];
    const auto first =
        std::find_if(row.cells.begin(), row.cells.end(), [](FigureId id) { return id != kNoFigure; });
    out_.skips.push_back({rule_, *first, row.at, std::string(why)});
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
        "columns must add up, or the only one miss by a slip that shows; otherwise the check is skipped.",
    .example = "Allowance 72 + 25 - 14 = 83, printed at the end of the period as 38.",
    .advice = "The opening balance is the earlier period's closing one; compare both before the movements.",
    .relate = relate,
};

}  // namespace kcfin::rulebook
