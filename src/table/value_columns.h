// Which columns of the grid of a table hold figures.
#pragma once

#include <cstdint>
#include <vector>

#include "table/grid.h"

namespace kcfin::table {

// A figure, or what stands in a figure's place.
[[nodiscard]] bool figure_like(const Scanned& scanned);

// The cell of a row that stands over a grid column, through its span too; null where none does.
[[nodiscard]] const RawCell* cell_above(const std::vector<RawCell>& cells, std::uint16_t column);

// Grid columns that hold figures, in order. A column of note numbers is none.
[[nodiscard]] std::vector<std::uint16_t> find_value_columns(const Draft& draft);

}  // namespace kcfin::table
