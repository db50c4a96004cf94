// Rows and figures of one table: labels put together, cells given units, damage marked by its form.
#pragma once

#include <span>

#include "table/heading.h"

namespace kcfin::table {

// Appends the draft's rows to `table`, whose columns are set, and their figures to `figures`. Rows on the
// lines of `ghosts` carry their neighbour's figures.
void build_rows(const Draft& draft, const Surroundings& around, std::span<const std::uint32_t> ghosts,
                std::uint32_t table_index, Table& table, std::vector<Figure>& figures);

}  // namespace kcfin::table
