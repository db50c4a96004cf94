// Text with every cell of a table on a line of its own, as HTML leaves it when its tags are cut out.
//
// Blank cells leave nothing behind there, so that a row can be told with certainty only where every row of
// its table has a figure in every column. Where that is not so the text is refused.
#pragma once

#include <optional>
#include <string_view>

#include "read/builder.h"

namespace kcfin::read_room {

// True for a text in which most figures stand alone on their line, and hardly any beside others.
[[nodiscard]] bool one_cell_a_line(std::string_view part, const Source& source);

// `together`: a line holds a row, whose cells only blanks part.
[[nodiscard]] std::optional<Error> read_cell_lines(std::string_view part, bool together,
                                                   const ReadLimits& limits, Builder& builder);

}  // namespace kcfin::read_room
