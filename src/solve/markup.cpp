// A table's rows stand between the first and the last cell of the raw table that they were read from.
#include "solve/markup.h"

#include <algorithm>

namespace kcfin::solving {
namespace {

struct Stretch {
  Place first, last;
};

std::vector<Stretch> stretches_of(const Document& document) {
  std::vector<Stretch> out;
  for (const RawTable& table : document.tables) {
    if (!table.spans_known) continue;
    Stretch stretch;
    for (const RawRow& row : table.rows) {
      for (const RawCell& cell : row.cells) {
        if (stretch.first.line == 0) stretch.first = cell.at;
        stretch.last = cell.at;
      }
    }
    if (stretch.first.line != 0) out.push_back(stretch);
  }
  return out;
}

}  // namespace

std::vector<bool> tables_of_markup(const Document& document, const Filing& filing) {
  const std::vector<Stretch> stretches = stretches_of(document);
  std::vector<bool> out(filing.tables.size(), false);
  if (stretches.empty()) return out;
  for (std::size_t t = 0; t < out.size(); ++t) {
    if (filing.tables[t].rows.empty()) continue;
    const Place at = filing.tables[t].rows.back().at;
    const auto next =
        std::upper_bound(stretches.begin(), stretches.end(), at,
                         [](const Place& place, const Stretch& other) { return place < other.first; });
    out[t] = next != stretches.begin() && !(std::prev(next)->last < at);
  }
  return out;
}

}  // namespace kcfin::solving
