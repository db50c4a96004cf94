// The two counts are known by their own labels; the rows between them only by their place.
#include "table/share_counts.h"

#include <algorithm>
#include <array>

#include "values/text.h"
#include "words/dilution.h"

namespace kcfin::table {
namespace {

const Figure* first_figure(const Row& row, const std::vector<Figure>& figures) {
  for (const FigureId id : row.cells) {
    if (id != kNoFigure) return &figures[id];
  }
  return nullptr;
}

bool counts_shares(const Row& row, const std::vector<Figure>& figures) {
  const Figure* first = first_figure(row, figures);
  return first != nullptr && first->unit.measure == Measure::shares;
}

}  // namespace

void settle_share_counts(Table& table, std::vector<Figure>& figures) {
  for (std::size_t basic = 0; basic < table.rows.size(); ++basic) {
    const Row& counted = table.rows[basic];
    const std::string label = lower(counted.label);
    if (!counts_shares(counted, figures) || !has(label, "basic") || has(label, "dilut")) continue;
    std::size_t diluted = basic + 1;
    while (diluted < table.rows.size() && !counts_shares(table.rows[diluted], figures) &&
           words::names_dilution(table.rows[diluted].label))
      ++diluted;
    if (diluted == table.rows.size() || !counts_shares(table.rows[diluted], figures) ||
        !has(lower(table.rows[diluted].label), "dilut"))
      continue;
    const Figure like = *first_figure(counted, figures);
    for (std::size_t r = basic + 1; r < diluted; ++r) {
      for (const FigureId id : table.rows[r].cells) {
        if (id == kNoFigure || figures[id].unit.measure != Measure::money) continue;
        figures[id].unit = like.unit;
        figures[id].scale_power = like.scale_power;
      }
    }
  }
}

}  // namespace kcfin::table
