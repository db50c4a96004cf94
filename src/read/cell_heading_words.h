// What a cell of a heading names, in a text of one cell a line.
#pragma once

#include <string_view>

#include "read/cell_headings.h"

namespace kcfin::read_room {

[[nodiscard]] CellHeading::Sort sort_of(std::string_view text);

// "RMB'000", "$", "US dollars (*)".
[[nodiscard]] bool unit(std::string_view text);
[[nodiscard]] bool audit_mark(std::string_view text);
// Columns of changes and of adjustments.
[[nodiscard]] bool column_name(std::string_view text);
[[nodiscard]] bool names_month(std::string_view text);
[[nodiscard]] bool holds_year(std::string_view text);
// "June 30," or "June 30": a date whose year stands in the next cell.
[[nodiscard]] bool lacks_year(std::string_view text);
// "(March 31, 2026)", "(July 1, 2025 through March 31, 2026)": under a name as "Current" they are one
// heading.
[[nodiscard]] bool dates_in_brackets(std::string_view text);
// "Q2 2026", "2Q24", "FY2009", "1H 2024".
[[nodiscard]] bool fiscal_alone(std::string_view text);
// "First Quarter", "4th quarter", "Full Year".
[[nodiscard]] bool quarter_alone(std::string_view text);

}  // namespace kcfin::read_room
