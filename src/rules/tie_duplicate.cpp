// tie/duplicate: a statement printed twice, highlights that repeat a statement, a reconciliation that names
// one adjustment for each of its measures.
#include <algorithm>

#include "rules/registry.h"
#include "rules/rule_input.h"

namespace kcfin::rulebook {
namespace {

bool outside_statements(TableKind kind) { return kind == TableKind::highlights || kind == TableKind::other; }

bool is_duplicate(const StatementIndex& index, const Counterpart& pair) {
  const TableKind row = index.table(pair.row).kind, anchor = index.table(pair.anchor).kind;
  return row == anchor || outside_statements(row) || outside_statements(anchor);
}

// One row is a part of the other: cash with what is held for sale, and without it.
bool part_of_the_other(const RuleInput& input, const Counterpart& pair) {
  if (pair.row.table != pair.anchor.table) return false;
  const auto holds = [&](std::uint32_t total, std::uint32_t part) {
    const std::vector<Footing>& footings = input.structure(pair.row.table).footings;
    return std::any_of(footings.begin(), footings.end(), [&](const Footing& footing) {
      return footing.row == total && footing.terms.size() >= 2 &&
             std::any_of(footing.terms.begin(), footing.terms.end(),
                         [&](const FootingTerm& term) { return term.row == part; });
    });
  };
  return holds(pair.row.row, pair.anchor.row) || holds(pair.anchor.row, pair.row.row);
}

void relate(const RuleInput& input, RuleId rule, Equations& out) {
  const StatementIndex& index = input.statements();
  for (const Counterpart& pair : input.counterparts()) {
    if (!is_duplicate(index, pair) || part_of_the_other(input, pair)) continue;
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
