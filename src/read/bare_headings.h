// Over which columns the headings of bare rows stand, of which the blank cells are gone: told by how many
// there are, by which columns are percentages, and by where a year or a date comes again.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "kcfin/document.h"

namespace kcfin::read_room {

// "2025 / 2024", "2025 vs. 2024": over the changes from one year to the other.
[[nodiscard]] bool compares_years(std::string_view text);

// Sets the rows over columns 1 to percent.size(), of which some hold percentages. Headings of which that
// cannot be told name no column.
void set_bare_headings(std::span<RawRow> rows, const std::vector<bool>& percent);

}  // namespace kcfin::read_room
