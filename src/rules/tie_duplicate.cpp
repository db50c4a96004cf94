// tie/duplicate: a statement printed twice, highlights that repeat a statement, a reconciliation that names
// one adjustment for each of its measures.
#include "rules/registry.h"
#include "rules/rule_input.h"

namespace kcfin::rulebook {
namespace {

bool outside_statements(TableKind kind) { return kind == TableKind::highlights || kind == TableKind::other; }

bool is_duplicate(const StatementIndex& index, const Counterpart& pair) {
  const TableKind row = index.table(pair.row).kind, anchor = index.table(pair.anchor).kind;
  return row == anchor || outside_statements(row) || outside_statements(anchor);
}

void relate(const RuleInput& input, RuleId rule, Equations& out) {
  const StatementIndex& index = input.statements();
  for (const Counterpart& pair : input.counterparts()) {
    if (!is_duplicate(index, pair)) continue;
    if (pair.borne_out) {
      relate_cells(index, rule, pair, "repeats " + index.name(pair.anchor), out);
    } else if (!index.row(pair.row).concept_name.empty()) {
      out.skips.push_back(not_borne_out(index, rule, pair));
    }
  }
}

}  // namespace

const Rule tie_duplicate = {
    .id = "tie/duplicate",
    .severity = Severity::error,
    .summary = "one figure printed in two places of one filing",
    .checks =
        "Rows that state one fact in two tables, or twice in one: the same line (by its concept, or by label "
        "and section), unit, period and basis.",
    .arithmetic =
        "Figures of one precision must be equal to the digit; where one place rounds (billions against "
        "thousands), the finer must round to the coarser. Two rows are held to each other only where at "
        "least one of their cells agrees to the digit and no more disagree than agree, or where they belong "
        "to a statement that is printed twice; otherwise the check is skipped.",
    .example =
        "Gross profit 400,791 in the highlights, 400,971 in the income statement: a difference of 180 "
        "(RMB in thousands).",
    .advice = "Find out which place carries the figure that the totals confirm, and mend the other.",
    .relate = relate,
};

}  // namespace kcfin::rulebook
