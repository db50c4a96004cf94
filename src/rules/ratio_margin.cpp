// ratio/margin: a margin against the two figures that it is made of, at their full printed precision.
#include <algorithm>
#include <array>

#include "rules/arithmetic.h"
#include "rules/prose_rules.h"
#include "rules/ratio_percent_statement.h"
#include "rules/ratio_rows.h"
#include "rules/registry.h"
#include "rules/rule_input.h"
#include "statement/concept_name.h"

namespace kcfin::rulebook {
namespace {

// What a margin divides. Where two numerators stand, both are in use: a net margin may be the owners' alone.
struct Definition {
  std::string_view margin, numerator, other_numerator, denominator;
};
constexpr std::string_view kRevenues = "Revenues"_concept;
constexpr std::array kDefinitions = {
    Definition{"kcfin:GrossMargin"_concept, "GrossProfit"_concept, {}, kRevenues},
    Definition{"kcfin:AdjustedGrossMargin"_concept, "kcfin:AdjustedGrossProfit"_concept, {}, kRevenues},
    Definition{"kcfin:OperatingMargin"_concept, "OperatingIncomeLoss"_concept, {}, kRevenues},
    Definition{
        "kcfin:AdjustedOperatingMargin"_concept, "kcfin:AdjustedOperatingIncome"_concept, {}, kRevenues},
    Definition{"kcfin:NormalizedAdjustedOperatingMargin"_concept,
               "kcfin:NormalizedAdjustedOperatingIncome"_concept,
               {},
               kRevenues},
    Definition{"kcfin:NetMargin"_concept, "ProfitLoss"_concept, "NetIncomeLoss"_concept, kRevenues},
    Definition{"kcfin:AdjustedNetMargin"_concept, "kcfin:AdjustedNetIncome"_concept,
               "kcfin:AdjustedNetIncomeAttributableToParent"_concept, kRevenues},
    Definition{"kcfin:EBITDAMargin"_concept, "kcfin:EBITDA"_concept, {}, kRevenues},
    Definition{"kcfin:AdjustedEBITDAMargin"_concept, "kcfin:AdjustedEBITDA"_concept, {}, kRevenues},
    Definition{"kcfin:NormalizedAdjustedEBITDAMargin"_concept,
               "kcfin:NormalizedAdjustedEBITDA"_concept,
               {},
               kRevenues},
    Definition{
        "EffectiveIncomeTaxRateContinuingOperations"_concept,
        "IncomeTaxExpenseBenefit"_concept,
        {},
        "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest"_concept},
};

const Definition* find_definition(std::string_view margin) {
  const auto found = std::find_if(kDefinitions.begin(), kDefinitions.end(),
                                  [&](const Definition& known) { return known.margin == margin; });
  return found == kDefinitions.end() ? nullptr : &*found;
}

class Margins {
 public:
  Margins(const StatementIndex& index, RuleId rule, Equations& out) : index_(index), rule_(rule), out_(out) {}

  void run() {
    for (const RowRef at : index_.rows()) {
      if (!in_percent(at)) continue;
      const Row& row = index_.row(at);
      if (const Definition* known = find_definition(row.concept_name)) {
        by_concept(at, *known);
      } else if (const auto sides = sides_of(row.label)) {
        by_sides(at, sides->first, sides->second);
      } else if (row.concept_name.empty()) {
        const Definition* header = header_of(at);
        header != nullptr ? of_part(at, *header) : by_amount(at);
      }
    }
  }

 private:
  [[nodiscard]] const Figure& figure(FigureId id) const { return index_.filing().figures[id]; }

  [[nodiscard]] bool in_percent(RowRef at) const {
    const Row& row = index_.row(at);
    return std::any_of(row.cells.begin(), row.cells.end(), [&](FigureId id) {
      return id != kNoFigure && figure(id).unit.measure == Measure::percent;
    });
  }

  // ------------------------------------------------------------ margins of the whole

  void by_concept(RowRef at, const Definition& known) {
    const auto denominator = index_.primary(known.denominator);
    std::vector<Equation> best;
    Fit best_fit;
    for (const std::string_view name : {known.numerator, known.other_numerator}) {
      const auto numerator = name.empty() ? std::nullopt : index_.primary(name);
      if (!numerator || !denominator) continue;
      for (const std::int8_t sign : {std::int8_t{1}, std::int8_t{-1}}) {
        if (sign < 0 && !may_change_sign(*numerator)) continue;
        std::vector<Equation> equations = ratios(at, *numerator, *denominator, sign);
        const Fit fit = fit_of(index_.filing(), equations);
        if (!best.empty() && fit.hold <= best_fit.hold) continue;
        best = std::move(equations);
        best_fit = fit;
      }
    }
    if (best.empty() && denominator) best = by_lost_label(at, *denominator);
    if (best.empty()) {
      skip(at, denominator ? "the amount that it is a margin of is not printed"
                           : "the amount that it is measured by is not printed");
    } else if (best_fit.hold == 0 && best_fit.judged > 0 && (best_fit.judged > 1 || !widely_agreed(known))) {
      skip(at, "it follows from the printed amounts in no column, so it may be defined otherwise");
    } else {
      for (Equation& equation : best) out_.equations.push_back(std::move(equation));
    }
  }

  // "Income from operations as a percentage of net sales": the label names both amounts.
  static std::optional<std::pair<std::string_view, std::string_view>> sides_of(std::string_view label) {
    for (const std::string_view link :
         {" as a percentage of ", " as percentage of ", " as a % of ", " as % of "}) {
      const std::size_t at = label.find(link);
      if (at != std::string_view::npos) return std::pair{label.substr(0, at), label.substr(at + link.size())};
    }
    return std::nullopt;
  }

  void by_sides(RowRef at, std::string_view part, std::string_view whole) {
    const auto row_of = [&](std::string_view phrase) {
      const Concept* known = match_concept(phrase, TableKind::income_statement);
      return known == nullptr ? std::nullopt : index_.primary(known->name);
    };
    const auto numerator = row_of(part), denominator = row_of(whole);
    if (!numerator || !denominator) {
      skip(at, "the two amounts that its label names are not printed");
      return;
    }
    std::vector<Equation> equations = ratios(at, *numerator, *denominator, 1);
    if (may_change_sign(*numerator) && fit_of(index_.filing(), equations).hold == 0)
      equations = ratios(at, *numerator, *denominator, -1);
    if (const Fit fit = fit_of(index_.filing(), equations); fit.hold == 0 && fit.judged > 1) {
      skip(at, "it follows from the printed amounts in no column, so it may be defined otherwise");
      return;
    }
    for (Equation& equation : equations) out_.equations.push_back(std::move(equation));
  }

  // In a table that lost its labels, the one row whose margin this is in several columns.
  [[nodiscard]] std::vector<Equation> by_lost_label(RowRef at, RowRef denominator) const {
    std::vector<Equation> found;
    for (const RowRef other : index_.rows()) {
      if (!index_.row(other).label_lost || !index_.row(other).label.empty()) continue;
      std::vector<Equation> equations = ratios(at, other, denominator, 1);
      const Fit fit = fit_of(index_.filing(), equations);
      if (fit.hold < 2 || fit.hold * 3 < fit.judged * 2) continue;
      if (!found.empty()) return {};
      found = std::move(equations);
      for (Equation& equation : found) equation.support = Support::columns;
    }
    return found;
  }

  // An expense is printed with either sign; its rate is positive.
  [[nodiscard]] bool may_change_sign(RowRef numerator) const {
    const Concept* known = find_concept(index_.row(numerator).concept_name);
    return known != nullptr && known->side == Side::expense;
  }

  static bool widely_agreed(const Definition& known) {
    return known.numerator == "GrossProfit"_concept || known.numerator == "OperatingIncomeLoss"_concept;
  }

  // "Normalized Adjusted EBITDA  (7.5)%" in a table of margins: the amount of that name, over revenues.
  void by_amount(RowRef at) {
    if (!table_of_margins(at)) return;
    const Row& row = index_.row(at);
    const Concept* amount = match_concept(row.label, TableKind::non_gaap);
    if (amount == nullptr || amount->nature != Nature::flow || amount->side != Side::income) return;
    const auto numerator = index_.primary(amount->name);
    const auto denominator = index_.primary(kRevenues);
    if (!numerator || !denominator) return;
    std::vector<Equation> equations = ratios(at, *numerator, *denominator, 1);
    if (fit_of(index_.filing(), equations).hold == 0) {
      skip(at, "the label names an amount, and no column shows that its margin on revenues is meant");
      return;
    }
    for (Equation& equation : equations) out_.equations.push_back(std::move(equation));
  }

  [[nodiscard]] bool table_of_margins(RowRef at) const {
    bool any = false;
    for (const RowRef other : index_.rows_of(at.table)) {
      if (!in_percent(other)) return false;
      any |= find_definition(index_.row(other).concept_name) != nullptr;
    }
    return any;
  }

  // ------------------------------------------------------------ margins of the parts

  // The margin that the header above the row names: "Gross profit margin:" over one row a segment.
  [[nodiscard]] const Definition* header_of(RowRef at) const {
    const Row& row = index_.row(at);
    if (row.section.empty()) return nullptr;
    const Concept* header = match_concept(row.section.back(), TableKind::other);
    return header == nullptr ? nullptr : find_definition(header->name);
  }

  void of_part(RowRef at, const Definition& known) {
    std::optional<RowRef> numerator, denominator;
    for (const RowRef other : index_.rows_of(at.table)) {
      if (index_.label(other) != index_.label(at) || index_.row(other).section.empty()) continue;
      const Concept* header = match_concept(index_.row(other).section.back(), TableKind::other);
      if (header == nullptr) continue;
      if (header->name == known.numerator) numerator = other;
      if (header->name == known.denominator) denominator = other;
    }
    if (!numerator || !denominator) {
      skip(at, "the two amounts of this part are not printed in the table");
      return;
    }
    for (Equation& equation : ratios(at, *numerator, *denominator, 1)) {
      out_.equations.push_back(std::move(equation));
    }
  }

  // ------------------------------------------------------------ equations

  // One for each column that has all three figures.
  [[nodiscard]] std::vector<Equation> ratios(RowRef at, RowRef numerator, RowRef denominator,
                                             std::int8_t sign) const {
    std::vector<Equation> out;
    const Row& row = index_.row(at);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const FigureId id = row.cells[i];
      if (id == kNoFigure || figure(id).unit.measure != Measure::percent) continue;
      if (!index_.usable(at.table, i)) continue;  // a column of a segment has a margin of its own
      Equation equation = ratio(id, numerator, denominator);
      if (equation.terms.empty()) continue;
      equation.terms[0].sign = sign;
      out.push_back(std::move(equation));
    }
    return out;
  }

  // The currency of the column that the margin stands in, else that of the report.
  [[nodiscard]] Unit money_of(FigureId id) const {
    const Unit& column = index_.filing().tables[figure(id).table].columns[figure(id).column].unit;
    return column.measure == Measure::money ? column : Unit{Measure::money, index_.reporting()};
  }

  [[nodiscard]] Equation ratio(FigureId id, RowRef numerator, RowRef denominator) const {
    Equation equation;
    equation.rule = rule_;
    equation.relation = Relation::ratio;
    equation.result = id;
    for (const Unit& unit : {money_of(id), Unit{Measure::money, index_.reporting()}}) {
      const FigureId top = index_.cell(numerator, figure(id).period, unit);
      const FigureId bottom = index_.cell(denominator, figure(id).period, unit);
      if (top == kNoFigure || bottom == kNoFigure) continue;
      equation.terms = {{top, 1}, {bottom, 1}};
      break;
    }
    equation.reading = index_.name(numerator) + " / " + index_.name(denominator);
    return equation;
  }

  void skip(RowRef at, std::string reason) {
    const Row& row = index_.row(at);
    const auto first =
        std::find_if(row.cells.begin(), row.cells.end(), [](FigureId id) { return id != kNoFigure; });
    out_.skips.push_back({rule_, *first, row.at, std::move(reason)});
  }

  const StatementIndex& index_;
  RuleId rule_;
  Equations& out_;
};

void relate(const RuleInput& input, RuleId rule, Equations& out) {
  const StatementIndex& index = input.statements();
  Margins(index, rule, out).run();
  relate_shares_below(index, rule, out);
  relate_margins_within(input.filing(), rule, out);
  relate_percent_statements(index, rule, out);
  relate_margin_prose(input, rule, out);
}

}  // namespace

const Rule ratio_margin = {
    .id = "ratio/margin",
    .severity = Severity::error,
    .summary = "a margin against its two figures",
    .checks =
        "Rows of margins (gross, operating, net, EBITDA, adjusted ones, the effective tax rate) against the "
        "amount that the margin is named after and revenues, from the statements, in the reporting currency "
        "or that of the margin's own column, for every period. Margins of segments against the segment's own "
        "amounts in the same table, by what their label names; a label that names both amounts, \"gross "
        "profit as a percentage of net "
        "sales\", against those; one that names the whole alone, \"percentage of net sales\", with the "
        "amount in "
        "the row above; rows under a header that says so, \"Percent of net sales:\", against the rows of "
        "their "
        "names; a statement in percent of revenues against the lines of those names in the income statement. "
        "In sentences a margin is one of what its name says is a result: the margin of a part "
        "is skipped.",
    .arithmetic =
        "amount / revenues, from all printed digits, meets the interval of the printed percentage: 10.8% "
        "stands for 10.75% to 10.85%. A margin that follows from the printed amounts in none of its columns "
        "is taken to be defined otherwise, and skipped.",
    .example = "Gross margin 11.8%; 400,791 / 3,699,803 = 10.8%.",
    .advice = "Recompute the margin; where it was rounded from rounded amounts, use the amounts in full.",
    .relate = relate,
};

}  // namespace kcfin::rulebook
