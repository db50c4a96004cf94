// Text whose columns a program has run together, a blank between label and figures and between figures:
//
//     Note 2025 2024
//     Revenue 5 8,120 7,455
//
// No place on the line tells a column there; how many years stand in the heading does.
#pragma once

#include <vector>

#include "read/text_line.h"

namespace kcfin::read_room {

// Sets headings and rows of such tables apart, as aligned text has them. Numbers of notes are left out.
void set_counted_columns(std::vector<TextLine>& lines);

}  // namespace kcfin::read_room
