// Rows without a label, or whose label was lost, and counts.
#include "prose/unlabelled_row.h"

#include <algorithm>

#include "prose/metric_rows.h"

namespace kcfin::prose {
namespace {

bool counted(const Figure& cell) {
  return cell.unit.measure == Measure::pure || cell.unit.measure == Measure::shares;
}

}  // namespace

FigureId UnlabelledRows::find(const Figure& amount) {
  const std::vector<FigureId>& all = figures();
  const auto meant = std::find_if(all.begin(), all.end(), [&](FigureId id) {
    const Figure& cell = filing_.figures[id];
    if (!(cell.unit == amount.unit)) return false;
    return counted(cell) ? same_value(*cell.value, *amount.value)
                         : cell.period == amount.period && rounds(amount, cell);
  });
  return meant == all.end() ? kNoFigure : *meant;
}

const std::vector<FigureId>& UnlabelledRows::figures() {
  if (found_) return figures_;
  found_ = true;
  for (FigureId id = 0; id < filing_.figures.size() && filing_.figures[id].in_table(); ++id) {
    const Figure& cell = filing_.figures[id];
    if (!cell.usable()) continue;
    const Row& row = filing_.tables[cell.table].rows[cell.row];
    if (row.role != Role::header && (counted(cell) || row.label.empty() || row.label_lost))
      figures_.push_back(id);
  }
  return figures_;
}

}  // namespace kcfin::prose
