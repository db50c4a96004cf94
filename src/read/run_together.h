// Text of a page whose columns a program has run together: one blank between label and figures and, but for
// the padding of single figures, between figures.
//
//     Cost of sales (1,330) (1,430) (9,874)
//     Trade payables 19, 30 ¥   338 ¥   388 $  2,682
//
// Such a row is its cells one after the other, as in a text of one cell a line that has left no line for
// blank cells.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "read/source.h"

namespace kcfin::read_room {

// Whether nearly all rows of a part are so.
[[nodiscard]] bool run_together(std::string_view part, const Source& source);

// The cells of each line: a label and the figures behind it, or dates beside each other; the line itself
// where it is neither.
[[nodiscard]] std::vector<std::vector<std::string_view>> cells_run_together(
    std::span<const std::string_view> lines);

}  // namespace kcfin::read_room
