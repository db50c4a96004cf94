// tie/duplicate: a statement printed twice, highlights that repeat a statement, a reconciliation that names
// one adjustment for each of its measures.
#include <map>
#include <set>
#include <utility>

#include "rules/namesake.h"
#include "rules/registry.h"
#include "rules/rule_input.h"

namespace kcfin::rulebook {
namespace {

// Which rows of a table sum which.
class Sums {
 public:
  explicit Sums(const RuleInput& input) : input_(input) {}

  // One row is a part of the other: cash with what is held for sale, and without it.
  [[nodiscard]] bool part_of_the_other(const Counterpart& pair) {
    if (pair.row.table != pair.anchor.table) return false;
    const auto& sums = of(pair.row.table);
    return sums.contains({pair.row.row, pair.anchor.row}) || sums.contains({pair.anchor.row, pair.row.row});
  }

 private:
  using Pairs = std::set<std::pair<std::uint32_t, std::uint32_t>>;  // a total and a row that it sums

  const Pairs& of(std::uint32_t table) {
    const auto [known, fresh] = tables_.try_emplace(table);
    if (fresh) {
      for (const Footing& footing : input_.structure(table).footings) {
        if (footing.terms.size() < 2) continue;
        for (const FootingTerm& term : footing.terms) known->second.insert({footing.row, term.row});
      }
    }
    return known->second;
  }

  const RuleInput& input_;
  std::map<std::uint32_t, Pairs> tables_;
};

void relate(const RuleInput& input, RuleId rule, Equations& out) {
  const StatementIndex& index = input.statements();
  Sums sums(input);
  for (const Counterpart& pair : input.counterparts()) {
    if (tie_of(index, pair) != Tie::duplicate || sums.part_of_the_other(pair)) continue;
    if (pair.borne_out) {
      relate_cells(index, rule, pair, "repeats " + index.name(pair.anchor), out);
    } else if (!index.row(pair.row).concept_name.empty()) {
      out.skips.push_back(not_borne_out(index, rule, pair));
    }
  }
  relate_namesakes(index, input.namesakes(), Tie::duplicate, rule, out);
}

}  // namespace

const Rule tie_duplicate = {
    .id = "tie/duplicate",
    .severity = Severity::error,
    .summary = "one figure printed in two places of one filing",
    .checks =
        "Rows that state one fact in two tables, or twice in one: the same line (by its concept, or by label "
        "and section), unit, period and basis. A period that the "
        "statement lacks is held where two other tables have it.",
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
