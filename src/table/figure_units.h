// The units of a table's figures where its columns do not tell them: what its title, the header above a row
// and the row's label say.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "table/grid.h"
#include "table/percent_section.h"
#include "table/row_unit.h"
#include "table/unit_line.h"

namespace kcfin::table {

// Asked row by row, from the top.
class FigureUnits {
 public:
  // `table` has its title and its columns; `scale` is what its surroundings say.
  FigureUnits(const Draft& draft, const ScaleStatement& scale, const Table& table);

  void begin_section(const std::string& label, std::uint16_t indent);
  // What the header above says of the figures below it.
  [[nodiscard]] RowMeasure section() const { return section_; }
  // The header was the first part of a row's label: `above` is what the header before it says.
  void undo_section(const std::string& label, RowMeasure above);

  // What the row's figures measure; `listed`: a dash stands before its label.
  [[nodiscard]] RowMeasure of_row(const std::string& label, const std::vector<const BodyCell*>& cells,
                                  bool listed);
  // Gives a figure of that row, which has its column's unit and scale, its own.
  void give(Figure& figure, const Column& column, const Scanned& scanned, RowMeasure measure) const;

 private:
  [[nodiscard]] RowMeasure unit_of_title(std::string_view title) const;
  [[nodiscard]] RowMeasure measure_of(const std::string& label, const std::vector<const BodyCell*>& cells,
                                      bool listed);
  void take_label_unit(Figure& figure, const LabelUnit& unit) const;
  void count_shares(Figure& figure, const Column& column, int stated) const;

  const Draft& draft_;
  const ScaleStatement& scale_;
  const Table& table_;
  RowMeasure section_;
  PercentSection percent_section_;
  std::optional<RowMeasure> list_of_;       // of the amount per share over rows that a dash makes its parts
  LabelUnit section_unit_;                  // of the header above
  LabelUnit own_unit_;                      // of the row's label
  bool large_ = false;                      // the row has a figure too large for a count in thousands
  std::optional<RowMeasure> counts_above_;  // the row above counts shares
};

}  // namespace kcfin::table
