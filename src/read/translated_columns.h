// Which columns of a table in aligned text translate the one before them.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "read/text_line.h"

namespace kcfin::read_room {

// From a line of currencies, one a column, "RMB RMB US$ RMB US$": the second currency translates the column
// before it and shares the headings above. A flag a column; empty where no line of the heading says so.
[[nodiscard]] std::vector<bool> translated_columns(std::span<const TextLine* const> headings,
                                                   std::size_t columns);

}  // namespace kcfin::read_room
