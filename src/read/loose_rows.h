// Rows of figures that stand in the text and in no table: they are counted, so that nothing vanishes in
// silence.
#pragma once

#include <string_view>

#include "read/builder.h"
#include "read/text_line.h"

namespace kcfin::read_room {

// Tells the document of a line of running text that carries figures as a row of a table does, or dozens of
// them.
void note_loose_row(const TextLine& line, Builder& builder);
// The same of a line that has not been looked at as print yet.
void note_loose_row(const Line& line, Builder& builder);

}  // namespace kcfin::read_room
