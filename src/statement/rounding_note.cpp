// A verb that cuts off, and near to it the unit below which it does.
#include "statement/rounding_note.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "values/text.h"

namespace kcfin::statement {
namespace {

using Words = std::span<const std::string_view>;

bool any_of(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return has(text, word); });
}

}  // namespace

bool says_amounts_are_rounded_down(std::string_view text) {
  static constexpr auto kVerbs = std::to_array<std::string_view>(
      {"rounded down", "rounding down", "truncat", "omitted", "discarded", "disregarded", "cut off"});
  static constexpr auto kUnits = std::to_array<std::string_view>({"million", "thousand", "yen"});
  static constexpr auto kBelow = std::to_array<std::string_view>({"less than", "fraction", "nearest"});
  constexpr std::size_t kNear = 160;  // bytes on either side of the verb
  if (!any_of(text, kVerbs)) return false;
  const std::string lowered = lower(text);
  for (const std::string_view verb : kVerbs) {
    for (std::size_t at = lowered.find(verb); at != std::string::npos; at = lowered.find(verb, at + 1)) {
      // The sentence around it.
      std::size_t begin = lowered.rfind(". ", at);
      begin = begin == std::string::npos ? 0 : begin + 2;
      begin = std::max(begin, at > kNear ? at - kNear : 0);
      const std::size_t end = std::min({lowered.find(". ", at), at + kNear, lowered.size()});
      const std::string_view sentence = std::string_view(lowered).substr(begin, end - begin);
      // Of awards of shares it says nothing of the statements.
      if (!any_of(sentence, kUnits) || has(sentence, "share") || has(sentence, "percent")) continue;
      if (verb.starts_with("round") || any_of(sentence, kBelow)) return true;
    }
  }
  return false;
}

}  // namespace kcfin::statement
