// Naming rows by their figures. The labelled rows are looked up by figure, so that a filing full of tables
// without labels takes no longer than another.
#include "statement/lost_labels.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "statement/concept.h"
#include "statement/row_index.h"

namespace kcfin::statement {
namespace {

bool lost_labels(const Table& table) {
  return table.rows.size() >= 2 &&
         std::all_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.label.empty(); });
}

class LabelledRows {
 public:
  explicit LabelledRows(const Filing& filing) : filing_(filing) {
    for (std::uint32_t t = 0; t < filing.tables.size(); ++t) {
      for (std::uint32_t r = 0; r < filing.tables[t].rows.size(); ++r) add({t, r});
    }
  }

  // The row that has the figures; none where no row, or rows of different labels, have them.
  [[nodiscard]] const Row* row_for(RowRef unnamed) const {
    const Row* found = nullptr;
    for (const RowRef known : sharing_a_figure(unnamed)) {
      if (!same_figures(unnamed, known)) continue;
      const Row& one = row(known);
      if (found != nullptr && normal_label(found->label) != normal_label(one.label)) return nullptr;
      if (found == nullptr) found = &one;
    }
    return found;
  }

 private:
  [[nodiscard]] const Table& table(RowRef place) const { return filing_.tables[place.table]; }
  [[nodiscard]] const Row& row(RowRef place) const { return table(place).rows[place.row]; }
  // The value of a cell that can tell one row from another.
  [[nodiscard]] const Decimal* telling(FigureId id) const {
    if (id == kNoFigure) return nullptr;
    const auto& value = filing_.figures[id].value;
    return value ? &*value : nullptr;
  }

  void add(RowRef place) {
    if (row(place).label.empty() || row(place).role == Role::header) return;
    for (const FigureId id : row(place).cells) {
      if (const Decimal* value = telling(id)) by_digits_[value->mantissa].push_back(place);
    }
  }

  [[nodiscard]] std::vector<RowRef> sharing_a_figure(RowRef unnamed) const {
    std::vector<RowRef> places;
    for (const FigureId id : row(unnamed).cells) {
      const Decimal* value = telling(id);
      if (value == nullptr || value->zero()) continue;
      const auto found = by_digits_.find(value->mantissa);
      if (found == by_digits_.end() || found->second.size() > kCommon) continue;
      places.insert(places.end(), found->second.begin(), found->second.end());
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
  }

  [[nodiscard]] bool same_figures(RowRef unnamed, RowRef known) const {
    std::size_t same = 0;
    const auto& columns = table(unnamed).columns;
    const auto& others = table(known).columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Decimal* value = telling(row(unnamed).cells[i]);
      if (value == nullptr || value->zero()) continue;
      for (std::size_t j = 0; j < others.size(); ++j) {
        const Decimal* other = telling(row(known).cells[j]);
        if (other == nullptr || others[j].period != columns[i].period || !(others[j].unit == columns[i].unit))
          continue;
        if (*value != *other) return false;
        ++same;
      }
    }
    return same >= 2;
  }

  static constexpr std::size_t kCommon = 64;  // a figure that stands on more rows names none
  const Filing& filing_;
  std::unordered_map<std::int64_t, std::vector<RowRef>> by_digits_;
};

std::optional<Figure> figure_of(const Filing& filing, const Row* row) {
  if (row == nullptr) return std::nullopt;
  const auto any =
      std::find_if(row->cells.begin(), row->cells.end(), [](FigureId id) { return id != kNoFigure; });
  return any == row->cells.end() ? std::nullopt : std::optional<Figure>(filing.figures[*any]);
}

// The label said what its figures are: a count of shares, an amount per share.
void take_measure(Filing& filing, const Row& row, const Figure& like) {
  const Measure measure = like.unit.measure;
  if (measure != Measure::shares && measure != Measure::per_share && measure != Measure::per_ads) return;
  for (const FigureId id : row.cells) {
    if (id == kNoFigure || filing.figures[id].unit.measure != Measure::money) continue;
    filing.figures[id].unit.measure = measure;
    if (measure == Measure::shares) filing.figures[id].unit.code = {};
    filing.figures[id].scale_power = like.scale_power;
  }
}

}  // namespace

void find_lost_labels(Filing& filing) {
  if (std::none_of(filing.tables.begin(), filing.tables.end(), lost_labels)) return;
  const LabelledRows labelled(filing);
  struct Named {
    Row* row;
    std::string label;
    std::optional<Figure> like;
  };
  std::vector<Named> named;
  for (std::uint32_t t = 0; t < filing.tables.size(); ++t) {
    if (!lost_labels(filing.tables[t])) continue;
    for (std::uint32_t r = 0; r < filing.tables[t].rows.size(); ++r) {
      Row& row = filing.tables[t].rows[r];
      row.label_lost = true;
      const Row* known = labelled.row_for({t, r});
      named.push_back({&row, known == nullptr ? std::string() : known->label, figure_of(filing, known)});
    }
  }
  for (Named& one : named) {
    one.row->label = std::move(one.label);
    if (one.like) take_measure(filing, *one.row, *one.like);
  }
}

}  // namespace kcfin::statement
