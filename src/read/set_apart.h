// Words whose first letter a font has set apart: "S eptember 30,", "Cloud M usic", "RM B", "US D".
//
// Converters put a blank where two fonts meet. No reader takes such a word for two, and no rule further on
// should have to.
#pragma once

#include <string>
#include <string_view>

namespace kcfin::read_room {

// Stands behind a word whose parts were joined, where the blank was, so that all else keeps its place. It
// prints nothing.
inline constexpr char kJoined = '\x1f';

// The text with such words in one piece, byte for byte as long as it was; empty where there are none. A word
// is joined where the whole is a word of the text, or of every filing, and what follows the letter is none:
// "Class B ordinary" stays.
[[nodiscard]] std::string letters_joined(std::string_view text);

}  // namespace kcfin::read_room
