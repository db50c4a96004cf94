// The light markup of texts that were made from other formats: Markdown's emphasis, links and escapes,
// a few inline tags, character references.
#pragma once

#include <string_view>

#include "read/assembler.h"

namespace kcfin::read_room {

// Adds a piece of the source, its markup taken out, to a text.
void add_marked_up(std::string_view piece, const Source& source, Assembler& text);

// A raised "1", "(2)", "*", "a" or "iv" is a footnote's mark; a raised "st" is not.
[[nodiscard]] bool footnote_mark(std::string_view raised);

// The bullet or dash that makes a line an item of a list, with the white space around it; empty if none.
[[nodiscard]] std::string_view bullet(std::string_view line);

}  // namespace kcfin::read_room
