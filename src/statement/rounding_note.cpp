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
  // Most texts have none of them, whatever they begin with.
  static constexpr auto kTails = std::to_array<std::string_view>(
      {"ounded down", "ounding down", "runcat", "mitted", "iscarded", "isregarded", "ut off"});
  if (!any_of(text, kTails)) return false;
  const std::string lowered = lower(text);
  for (const std::string_view verb : kVerbs) {
    for (std::size_t at = lowered.find(verb); at != std::string::npos; at = lowered.find(verb, at + 1)) {
      // The sentence around it.
      const std::size_t from = at > kNear ? at - kNear : 0;
      std::string_view sentence = std::string_view(lowered).substr(from, at + kNear - from);
      if (const std::size_t end = sentence.find(". ", at - from); end != std::string_view::npos)
        sentence = sentence.substr(0, end);
      if (const std::size_t begin = sentence.substr(0, at - from).rfind(". ");
          begin != std::string_view::npos)
        sentence.remove_prefix(begin + 2);
      // Of awards of shares it says nothing of the statements.
      if (!any_of(sentence, kUnits) || has(sentence, "share") || has(sentence, "percent")) continue;
      if (verb.starts_with("round") || any_of(sentence, kBelow)) return true;
    }
  }
  return false;
}

}  // namespace kcfin::statement
