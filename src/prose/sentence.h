// Where one sentence of a paragraph ends and the next begins.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kcfin::prose {

// Half-open range of bytes of the paragraph's text.
struct Sentence {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// Splits at full stops, question and exclamation marks that end a sentence: not those of abbreviations
// ("U.S.", "Inc.", "No."), decimals or initials. Closing quotes and footnote marks stay with their sentence.
void split_sentences(std::string_view text, std::vector<Sentence>& out);

// False where no claim can stand: no digit together with a currency, percentage, scale or grouping, and no
// "nil". Most sentences of a filing end here, so this reads the bytes once and no further.
[[nodiscard]] bool may_claim(std::string_view sentence);

}  // namespace kcfin::prose
