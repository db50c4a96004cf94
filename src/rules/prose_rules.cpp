// What the rules about sentences have in common.
#include "rules/prose_rules.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "prose/noun_phrase.h"

namespace kcfin::rulebook {

FigureId dollar_cell(const Filing& filing, FigureId cell) {
  if (cell == kNoFigure || !filing.figures[cell].in_table()) return kNoFigure;
  const Figure& at = filing.figures[cell];
  const Table& table = filing.tables[at.table];
  const Row& row = table.rows[at.row];
  for (std::size_t c = 0; c < row.cells.size() && c < table.columns.size(); ++c) {
    if (row.cells[c] == kNoFigure || row.cells[c] == cell) continue;
    const Figure& other = filing.figures[row.cells[c]];
    const bool dollars = other.unit.currency_code() == "USD" && other.unit.measure == at.unit.measure;
    if (dollars && table.columns[c].period == table.columns[at.column].period) return row.cells[c];
  }
  return kNoFigure;
}

bool sign_in_words(const Filing& filing, const Claim& claim, FigureId cell) {
  constexpr std::array<std::string_view, 5> kProfits = {"profit", "income", "ebitda", "earnings", "revenues"};
  const std::string& phrase = claim.metric.phrase;
  if (claim.metric.loss) return true;
  const Figure& at = filing.figures[cell];
  const std::string& label = at.in_table() ? filing.tables[at.table].rows[at.row].label : phrase;
  const auto names = [&](std::string_view word) { return prose::has_word(phrase, word); };
  const bool taken_off = names("tax") || names("taxes") || names("taxation") || names("cost") ||
                         names("costs") || names("expense") || names("expenses") || names("interest") ||
                         names("noncontrolling") || names("non-controlling") || names("other") ||
                         names("others") || names("net cash") || prose::has_word(label, "expense") ||
                         prose::has_word(label, "expenses");
  return taken_off || std::none_of(kProfits.begin(), kProfits.end(), names);
}

}  // namespace kcfin::rulebook
