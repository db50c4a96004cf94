// Words of headings that say the same wherever they stand: units, scales, changes, what is audited.
#pragma once

#include <string_view>

#include "table/heading_lexer.h"

namespace kcfin::table {

struct Phrase {
  std::string_view text;
  Word word;
  int value;
};

// The phrase at the front of a text that a letter or another byte stands before; null where there is none.
[[nodiscard]] const Phrase* phrase_at(std::string_view text, char before);

}  // namespace kcfin::table
