// The numbers of notes between the labels and the figures of a text of one cell a line.
#pragma once

#include <span>
#include <vector>

#include "read/cell_headings.h"
#include "read/cell_stream.h"

namespace kcfin::read_room {

// Where blank cells left nothing, such a number is one figure too many in its row: under a heading of notes
// the cells become notes, and that heading, which is none of a column, goes.
void tell_note_numbers(std::span<StreamCell> cells, std::vector<CellHeading>& headings);

}  // namespace kcfin::read_room
