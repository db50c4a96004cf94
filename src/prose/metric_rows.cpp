// Looks a metric up once, by its concept and its words.
#include "prose/metric_rows.h"

#include <algorithm>
#include <utility>

namespace kcfin::prose {

bool rounds(const Figure& amount, const Figure& cell) {
  if (!amount.value || !cell.value) return false;
  const auto a = Interval::of(amount.value->size(), amount.scale_power);
  const auto b = Interval::of(cell.value->size(), cell.scale_power);
  return a && b && meets(*a, *b).value_or(false);
}

const MetricRows::Named& MetricRows::named(std::string_view phrase) {
  if (const auto known = named_.find(phrase); known != named_.end()) return known->second;
  Named found;
  found.meaning = match_concept(phrase, TableKind::other);
  found.rows = index_.rows(phrase, found.meaning);
  return named_.emplace(phrase, std::move(found)).first->second;
}

std::optional<RowRef> MetricRows::row(std::string_view phrase) {
  const std::vector<RowRef>& found = rows(phrase);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

RowMatch MetricRows::find(std::string_view phrase, const Figure& amount) {
  return index_.find(rows(phrase), amount.unit, amount.period);
}

const std::vector<RowRef>& MetricRows::items(std::string_view heading) {
  static const std::vector<RowRef> kNoRows;
  if (heading.empty()) return kNoRows;
  const std::vector<RowRef>& found = rows(heading);
  const bool all_items = std::all_of(found.begin(), found.end(), [&](const RowRef& at) {
    const Row& named = filing_.tables[at.table].rows[at.row];
    return named.role == Role::item && named.concept_name.empty();
  });
  return all_items ? found : kNoRows;
}

}  // namespace kcfin::prose
