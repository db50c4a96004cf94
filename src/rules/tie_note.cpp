// tie/note: what a note says of a line against the line itself: a total, a balance, parts without a total, a
// closing balance of the statement of changes in equity.
#include "rules/carried_balances.h"
#include "rules/namesake.h"
#include "rules/note_line.h"
#include "rules/note_parts.h"
#include "rules/registry.h"
#include "rules/rule_input.h"

namespace kcfin::rulebook {
namespace {

void relate(const RuleInput& input, RuleId rule, Equations& out) {
  const StatementIndex& index = input.statements();
  const std::span<const Counterpart> pairs = input.counterparts();
  for (const Counterpart& pair : pairs) {
    if (tie_of(index, pair) != Tie::note) continue;
    if (pair.borne_out) {
      relate_cells(index, rule, pair, "ties to " + index.name(pair.anchor), out);
    } else if (!index.row(pair.row).concept_name.empty()) {
      out.skips.push_back(not_borne_out(index, rule, pair));
    }
  }
  for (const Counterpart& pair : find_note_lines(index, pairs)) {
    relate_cells(index, rule, pair, "breaks down " + index.name(pair.anchor), out);
  }
  relate_namesakes(index, input.namesakes(), Tie::note, rule, out);
  relate_note_parts(input, rule, out);
  relate_carried_balances(index, CarriedIn::notes, rule, out);
}

}  // namespace

const Rule tie_note = {
    .id = "tie/note",
    .severity = Severity::error,
    .summary = "a note's total against its line in the statements",
    .checks =
        "Lines of the notes, of segments and of the statement of changes in equity that repeat a line of "
        "another table, by concept, by label, or by label and header; totals of notes against the line that "
        "their title, their header or the figures of several columns name; rows that a note lists under the "
        "name of a line, without a total of their own, against that line; balances that a note carries on "
        "(\"Goodwill, end of year\") against the balance sheet of their date. A name of one word is told by "
        "its figures.",
    .arithmetic =
        "The figures must be equal to the digit, or the finer round to the coarser; parts without a total "
        "must add up to the line, with the tolerance of footing/total. A tie is made only where words name "
        "the line and columns bear it out, two or more of them where the words leave room.",
    .example =
        "Share-based compensation cost included in cost of revenues 1,202, product development 3,834, "
        "selling "
        "871, general and administrative 1,880: 7,787; the cash flow statement prints 7,877.",
    .advice =
        "Where the note's own total adds up, the statement's line is wrong, or the note speaks of another "
        "basis; say which.",
    .relate = relate,
};

}  // namespace kcfin::rulebook
