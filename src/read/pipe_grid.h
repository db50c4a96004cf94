// What converters do to the cells of a Markdown table, undone: a text repeated in every cell that it spanned,
// a heading without its corner cell, "Note" over the labels, two years in one cell.
#pragma once

#include "kcfin/document.h"

namespace kcfin::read_room {

// Of a table whose signs are joined.
void settle_cells(RawTable& table);

}  // namespace kcfin::read_room
