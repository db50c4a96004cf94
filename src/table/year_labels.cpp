// A year stands in the column of the labels as a figure would; what tells it is that nothing else stands
// there.
#include "table/year_labels.h"

#include "table/heading_lexer.h"

namespace kcfin::table {
namespace {

// The figure of a row that stands where labels do, with others beside it.
const BodyCell* in_place_of_label(const BodyRow& row) {
  const bool there = row.label == nullptr && row.cells.size() > 1 && row.cells.front().raw->column == 0;
  return there ? &row.cells.front() : nullptr;
}

}  // namespace

void take_years_for_labels(Draft& draft) {
  constexpr int kSeveral = 2;
  int years = 0;
  for (const BodyRow& row : draft.body) {
    const BodyCell* cell = in_place_of_label(row);
    if (cell == nullptr) continue;
    if (!is_year(cell->raw->text)) return;
    ++years;
  }
  if (years < kSeveral) return;
  for (BodyRow& row : draft.body) {
    const BodyCell* cell = in_place_of_label(row);
    if (cell == nullptr) continue;
    row.label = cell->raw;
    row.cells.erase(row.cells.begin());
  }
}

}  // namespace kcfin::table
