// tie/prose: an amount in a sentence is a rounding of the table figure that its metric and period name.
#include <fmt/format.h>

#include <algorithm>

#include "prose/other_basis.h"
#include "rules/arithmetic.h"
#include "rules/prose_rules.h"
#include "rules/registry.h"
#include "rules/rule_input.h"
#include "values/scale_word.h"

namespace kcfin::rulebook {
namespace {

bool negative(const std::optional<Decimal>& value) { return value && value->mantissa < 0; }

// A row that is printed negative, whatever the sign of the cell at hand, which may be the one that is wrong.
bool negative_row(const Filing& filing, FigureId cell) {
  const Figure& at = filing.figures[cell];
  const std::vector<FigureId>& cells = filing.tables[at.table].rows[at.row].cells;
  return std::any_of(cells.begin(), cells.end(), [&](FigureId id) {
    return id != kNoFigure && filing.figures[id].unit.measure == at.unit.measure &&
           negative(filing.figures[id].value);
  });
}

// Signs that differ are read as words where words can carry them.
Relation relation_of(const Filing& filing, const Claim& claim, FigureId amount, FigureId cell) {
  const bool differ = negative(filing.figures[amount].value) != negative(filing.figures[cell].value);
  const bool in_words = (differ || negative_row(filing, cell)) && sign_in_words(filing, claim, cell);
  return in_words ? Relation::opposite : Relation::same;
}

void tie(const Filing& filing, const Claim& claim, FigureId amount, FigureId cell, RuleId rule,
         Equations& out) {
  const Figure& at = filing.figures[cell];
  Equation equation;
  equation.rule = rule;
  equation.relation = relation_of(filing, claim, amount, cell);
  equation.result = amount;
  equation.terms = {{cell, 1}};
  const std::string& label = filing.tables[at.table].rows[at.row].label;
  equation.reading = label.empty() ? "a figure of the period without a label" : fmt::format("“{}”", label);
  out.equations.push_back(std::move(equation));
}

std::string_view row_label(const Filing& filing, FigureId cell) {
  const Figure& at = filing.figures[cell];
  return filing.tables[at.table].rows[at.row].label;
}

void remark_misnamed(const Filing& filing, const Claim& claim, RuleId rule, Equations& out) {
  const Figure& amount = filing.figures[claim.figure];
  Remark remark;
  remark.rule = rule;
  remark.figure = claim.figure;
  remark.at = amount.at;
  remark.message = fmt::format("the sentence says “{}” but prints {}, the figure of “{}”",
                               claim.metric.phrase, amount.raw, row_label(filing, claim.row_figure));
  remark.suggestion =
      fmt::format("name the measure as the table does: “{}”", row_label(filing, claim.row_figure));
  out.remarks.push_back(std::move(remark));
}

void remark_scale(const Filing& filing, const Claim& claim, RuleId rule, Equations& out) {
  const Figure& amount = filing.figures[claim.figure];
  const std::string_view word = scale_word(amount.scale_power);
  Remark remark;
  remark.rule = rule;
  remark.figure = claim.figure;
  remark.at = amount.at;
  remark.message = fmt::format("{} stands without its scale word: “{}” has this figure in {}s", amount.raw,
                               row_label(filing, claim.row_figure), word);
  remark.suggestion = fmt::format("Print “{} {}”.", amount.raw, word);
  out.remarks.push_back(std::move(remark));
}

void relate_claims(const RuleInput& input, RuleId rule, Equations& out) {
  const Filing& filing = input.filing();
  for (const Claim& claim : filing.claims) {
    if (claim.row_figure == kNoFigure) {
      if (!claim.unresolved.empty()) {
        out.skips.push_back({rule, claim.figure, filing.figures[claim.figure].at, claim.unresolved});
      }
      continue;
    }
    tie(filing, claim, claim.figure, claim.row_figure, rule, out);
    if (claim.doubt == prose::kLeavesOut && !holds(filing, out.equations.back()).value_or(false)) {
      out.equations.pop_back();
      out.skips.push_back({rule, claim.figure, filing.figures[claim.figure].at, claim.doubt});
      continue;
    }
    for (const FigureId other : claim.other_rows) tie(filing, claim, claim.figure, other, rule, out);
    const FigureId dollars = dollar_cell(filing, claim.row_figure);
    if (claim.translation != kNoFigure && dollars != kNoFigure &&
        filing.figures[claim.translation].unit == filing.figures[dollars].unit) {
      tie(filing, claim, claim.translation, dollars, rule, out);
    }
    if (claim.misnamed) remark_misnamed(filing, claim, rule, out);
    if (claim.scale_missing) remark_scale(filing, claim, rule, out);
  }
}

}  // namespace

const Rule tie_prose = {
    .id = "tie/prose",
    .severity = Severity::error,
    .summary = "an amount in prose against the table figure that it rounds",
    .checks =
        "Amounts, percentages and counts in sentences whose metric names a row with every qualifier, that of "
        "the "
        "paragraph's subject included: “gross profit of public cloud services” is not gross profit. US$ "
        "amounts in "
        "parentheses are held to the row's US$ cell. Where a sentence does not say of which period it is, "
        "the "
        "text around it does, and of the periods that are left the one that most of its amounts fulfil.",
    .arithmetic =
        "The amount's interval (RMB1.4 million: 1.35 to 1.45 million) meets that of the cell. Signs are "
        "compared as "
        "sizes where words carry them: loss, negative, used, a cost in parentheses. Off by one in the last "
        "place is a "
        "warning, or a note where a list of parts adds up with it; by more, an error.",
    .example =
        "“Other revenues were RMB1.4 million” beside 1,468 in a table in thousands: it rounds to 1.5. A "
        "scale word "
        "that is missing and a sentence that names one measure and prints another's figure are warnings.",
    .advice =
        "Compare the sentence with the row; the table is the fuller figure, the sentence the one that is "
        "retyped.",
    .relate = relate_claims,
};

}  // namespace kcfin::rulebook
