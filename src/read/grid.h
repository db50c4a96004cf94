// What every dialect's grid needs before it is a RawTable: figures whose signs stand in cells of their own
// made whole, and columns that only make room taken out.
#pragma once

#include <string_view>

#include "read/builder.h"

namespace kcfin::read_room {

// A mark that is printed before a figure ("(", "RMB", "US$"), or after it (")", "%", ")%").
[[nodiscard]] bool leads_figure(std::string_view text);
[[nodiscard]] bool trails_figure(std::string_view text);
// Digits or a dash with the signs, marks and letters that figures carry; "2024", which is a year, too.
[[nodiscard]] bool figure(std::string_view text);
[[nodiscard]] bool year(std::string_view text);

// Joins marks in cells of their own to the figure beside them. True if any were.
bool join_signs(RawRow& row, Builder& builder);

// Numbers the grid's columns anew so that there are no more of them than texts stand in, and a heading that
// spans a figure's column and those of its signs spans one. For markup whose spans are known.
void take_out_spacers(RawTable& table);

// Takes out the columns in which no row has a text; spans stay one.
void take_out_empty_columns(RawTable& table);

}  // namespace kcfin::read_room
