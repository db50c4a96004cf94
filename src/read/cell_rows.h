// Rows and columns out of a stream of cells.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "read/cell_stream.h"

namespace kcfin::read_room {

struct PlacedFigure {
  std::size_t cell = 0;    // index into the span
  std::size_t column = 0;  // 0-based among the columns of figures
};

struct CellRow {
  static constexpr std::size_t kNone = ~std::size_t{0};
  std::size_t label = kNone;  // index into the span
  std::size_t mark = kNone;   // a footnote's mark that stood behind the label
  std::vector<PlacedFigure> figures;
  bool unplaced = false;  // its figures are fewer than the columns, and nothing tells which
};

struct CellRows {
  std::size_t columns = 0;
  std::uint32_t period = 0;  // lines from one row to the next; 0 where blank cells left none
  std::vector<CellRow> rows;
};

// Of cells from a table's first label to its last figure. `headed` is how many headings of single columns
// stand over it, 0 where that is not known. Nothing where rows and columns cannot be told: figures that stand
// at distances which do not repeat, or in rows of which no two are alike.
[[nodiscard]] std::optional<CellRows> rows_of(std::span<const StreamCell> cells, std::size_t headed);

}  // namespace kcfin::read_room
