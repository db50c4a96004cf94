// Rows of cells with pipes between them and none around, as programs write them that take the texts of a
// page's cells and leave out the blank ones: "Revenue | 1,204 | 1,187".
#pragma once

#include <string_view>

#include "read/builder.h"

namespace kcfin::read_room {

// Pipes between its cells, none around them, no cell blank.
[[nodiscard]] bool bare_row(std::string_view line);
// "2026 | 2025 | 2026 | 2025", "March 31, 2026 | March 31, 2025".
[[nodiscard]] bool dates_alone(std::string_view line);
// "Current assets:", right below a row.
[[nodiscard]] bool header_among_rows(std::string_view line);
// "Six months ended June 30,", "As of", which may stand over years or dates.
[[nodiscard]] bool span_over_dates(std::string_view line);

// Sets every row's cells side by side and the headings over the figures. A row that lacks a figure does not
// tell which: its figures stand in one damaged cell.
void settle_bare_rows(RawTable& table, Builder& builder);

}  // namespace kcfin::read_room
