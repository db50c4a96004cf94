// Tables whose cells a character separates: grid column by count of separators.
#pragma once

#include <optional>
#include <string_view>

#include "read/builder.h"

namespace kcfin::read_room {

// Collects the rows of one table after the other.
class SeparatedTable {
 public:
  SeparatedTable(const ReadLimits& limits, Builder& builder) : limits_(limits), builder_(&builder) {}

  // Splits a line into cells; `separator` stands between them.
  [[nodiscard]] std::optional<Error> add_row(std::string_view text, char separator, const Line& line);
  [[nodiscard]] bool empty() const { return table_.rows.empty(); }
  // Blank cells are written in this table.
  void has_all_cells() { all_cells_ = true; }
  // Rows of which the blank cells may have been left out.
  [[nodiscard]] bool bare() const { return !empty() && !all_cells_; }
  // A single row with a single text is given back instead of made a table.
  [[nodiscard]] std::optional<Line> finish();

 private:
  void add_cell(RawRow& row, std::string_view piece, std::size_t column, const Line& line);

  ReadLimits limits_;
  Builder* builder_;
  RawTable table_;
  Line last_line_;
  char separator_ = '\t';
  bool all_cells_ = false;
  bool lone_marks_ = false;  // a sign or currency stands in a cell of its own somewhere
};

}  // namespace kcfin::read_room
