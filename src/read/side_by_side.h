// A table that stands beside running text, on the right half of the page: each is read by itself.
#pragma once

#include <vector>

#include "read/text_line.h"

namespace kcfin::read_room {

// Lines that are read as one. `beside`: it is the text beside a table; its lines end at `right`.
struct Strip {
  std::vector<TextLine> lines;
  bool beside = false;
  std::uint32_t right = 0;
};

// The lines cut before and behind each table that stands beside a text, and there the text apart from the
// table. One strip, all of the lines, where there is none.
[[nodiscard]] std::vector<Strip> strips(std::vector<TextLine> lines);

}  // namespace kcfin::read_room
