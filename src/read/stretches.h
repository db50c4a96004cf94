// Which stretch of lines of a plain text is written in which dialect.
//
// A file need not keep to one: a converter leaves a tab in a sentence or sets one table with pipes among
// aligned ones. The dialect is told by table, and where tables do not tell, by what most of the text is.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/source.h"

namespace kcfin::read_room {

enum class Dialect : std::uint8_t { html, tabs, pipes, cell_lines, together, aligned };

struct Stretch {
  Dialect dialect = Dialect::aligned;
  std::string_view text;  // whole lines, the next stretch begins where it ends
};

// Of a part that is known not to be HTML. The stretches follow each other and make up the part.
[[nodiscard]] std::vector<Stretch> stretches_of(std::string_view part, const Source& source);

}  // namespace kcfin::read_room
