// A short name before a colon, without a verb, a figure or a period.
#include "prose/colon_heading.h"

#include <algorithm>

#include "prose/phrase.h"

namespace kcfin::prose {

std::string_view before_colon(std::string_view text, const SentenceReading& sentence) {
  constexpr std::size_t kLongest = 60;
  const std::size_t colon = text.find(": ");
  if (colon == std::string_view::npos || colon == 0 || colon > kLongest) return {};
  for (const Token& token : sentence.tokens) {
    if (token.begin > colon) break;
    const bool name = token.kind == Token::Kind::word || token.is_mark(':') || token.is_mark('&') ||
                      token.is_mark('-') || token.is_mark(',');
    if (!name || verb_like(token) || direction_of(token) != Direction::none) return {};
  }
  const bool figure_next = std::any_of(sentence.quantities.begin(), sentence.quantities.end(),
                                       [&](const Quantity& quantity) { return quantity.begin <= colon + 3; });
  return figure_next ? std::string_view{} : text.substr(0, colon);
}

}  // namespace kcfin::prose
