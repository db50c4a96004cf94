// The numbers of notes between the labels and the figures of a text of one cell a line.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "read/cell_headings.h"
#include "read/cell_stream.h"

namespace kcfin::read_room {

// "5", "28": a number of a note by its looks, if it stands where one is due.
[[nodiscard]] bool bare_note_number(std::string_view text);

// Where blank cells left nothing, such a number is one figure too many in its row: under a heading of notes
// the cells become notes, and that heading, which is none of a column, goes.
void tell_note_numbers(std::span<StreamCell> cells, std::vector<CellHeading>& headings);

}  // namespace kcfin::read_room
