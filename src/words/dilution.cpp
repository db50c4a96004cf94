// The words that name what dilutes.
#include "words/dilution.h"

#include <algorithm>
#include <array>
#include <string>

#include "values/text.h"

namespace kcfin::words {

bool names_dilution(std::string_view label) {
  static constexpr std::array<std::string_view, 9> kWords = {
      "dilut", "option", "award", "unit", "convertible", "warrant", "rsu", "note", "employee"};
  const std::string words = lower(label);
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return has(words, word); });
}

}  // namespace kcfin::words
