// What a sentence says in passing: translations and comparatives in parentheses, relative clauses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "prose/reading.h"

namespace kcfin::prose {

struct Aside {
  std::uint32_t after = kNone;     // the quantity that it stands behind
  std::size_t begin = 0, end = 0;  // tokens of the sentence
};

// A sentence without what it says in passing.
struct Outer {
  std::vector<Token> tokens;
  std::vector<std::uint32_t> translation;  // of each quantity: the one in parentheses behind it, or kNone
  std::vector<Aside> asides;
};

// Moves what stands in parentheses out of the sentence: translations to their amounts, the rest aside.
[[nodiscard]] Outer separate_asides(std::string_view text, const SentenceReading& sentence);

// Reads them after the rest of the sentence: "(as of December 31, 2022: 20.1%)", "(2023: RMB5.0 million)",
// "(US$1.89 per ADS)".
void read_asides(std::string_view text, const Outer& outer, SentenceReading& sentence);

}  // namespace kcfin::prose
