// tie/statements: one amount on two statements. The income statement's lines come back in the cash flow, the
// reconciliations and the notes; closing cash comes back on the balance sheet.
#include <algorithm>

#include "rules/arithmetic.h"
#include "rules/carried_balances.h"
#include "rules/cash_line.h"
#include "rules/namesake.h"
#include "rules/registry.h"
#include "rules/rule_input.h"
#include "rules/year_rows.h"
#include "statement/concept_name.h"

namespace kcfin::rulebook {
namespace {

// In a period with a loss nothing dilutes it; an adjusted profit of the same period is diluted. Where the
// statement counts no more shares for its diluted loss than for its basic one, the reconciliation's count is
// its own.
void leave_out_adjusted_counts(const StatementIndex& index, const Counterpart& pair, std::size_t from,
                               Equations& out) {
  constexpr std::string_view kDiluted = "WeightedAverageNumberOfDilutedSharesOutstanding"_concept;
  if (index.row(pair.row).concept_name != kDiluted || index.table(pair.row).kind != TableKind::non_gaap)
    return;
  const Filing& filing = index.filing();
  const auto value = [&](FigureId id) { return id == kNoFigure ? std::nullopt : filing.figures[id].value; };
  const auto undiluted = [&](const Equation& equation) {
    const Figure& count = filing.figures[equation.terms.front().figure];
    for (const RowRef basic : index.of_concept("WeightedAverageNumberOfSharesOutstandingBasic"_concept)) {
      if (basic.table != pair.anchor.table) continue;
      const auto a = value(index.row(basic).cells[count.column]), b = count.value;
      if (a && b && same_value(*a, *b)) return true;
    }
    return false;
  };
  const auto added = out.equations.begin() + static_cast<std::ptrdiff_t>(from);
  out.equations.erase(std::remove_if(added, out.equations.end(),
                                     [&](const Equation& equation) {
                                       return !holds(filing, equation).value_or(true) && undiluted(equation);
                                     }),
                      out.equations.end());
}

void relate(const RuleInput& input, RuleId rule, Equations& out) {
  const StatementIndex& index = input.statements();
  const std::span<const Counterpart> pairs = input.counterparts();
  for (const Counterpart& pair : pairs) {
    if (tie_of(index, pair) != Tie::statements) continue;
    if (pair.borne_out) {
      const std::size_t from = out.equations.size();
      relate_cells(index, rule, pair, "ties to " + index.name(pair.anchor), out);
      leave_out_adjusted_counts(index, pair, from, out);
    } else if (!index.row(pair.row).concept_name.empty()) {
      out.skips.push_back(not_borne_out(index, rule, pair));
    }
  }
  relate_namesakes(index, input.namesakes(), Tie::statements, rule, out);
  relate_carried_balances(index, CarriedIn::changes_in_equity, rule, out);
  relate_lines_in_columns(index, rule, out);
  relate_cash(index, rule, out);
}

}  // namespace

const Rule tie_statements = {
    .id = "tie/statements",
    .severity = Severity::error,
    .summary = "the same amount on two statements: closing cash, net income, equity",
    .checks =
        "Lines of the income statement against the first line of the cash flow statement and the lines of a "
        "reconciliation; the balances of the statement of changes in equity, component by component, whether "
        "it has a column or a header over its rows, against "
        "the balance sheet of their date; opening and closing cash against each "
        "other and against cash and restricted cash of the balance sheet.",
    .arithmetic =
        "The figures must be equal to the digit; where one statement takes off what the other adds, in "
        "size. Closing cash is the sum of the cash and restricted cash rows, current and non-current, of "
        "the balance sheet at its date. A tie is made only where at least one column bears it out; "
        "otherwise the check is skipped.",
    .example =
        "Cash at end of period 3,823,087; balance sheet: cash 3,708,696 + restricted cash 114,931 = "
        "3,823,627 (RMB in thousands).",
    .advice = "The totals of both statements tell which of the two places is wrong.",
    .relate = relate,
};

}  // namespace kcfin::rulebook
