// Only the first spelling counts: later ones repeat it, or mean something else.
#include "prose/abbreviation.h"

#include <algorithm>
#include <cstddef>

#include "values/ascii.h"

namespace kcfin::prose {
namespace {

using ascii::capital;
using ascii::letter;

// The words before `end` whose first letters are those of `capitals`; empty where they are not. Parts of a
// word with a hyphen count as words, "and" and "of" do not.
std::string_view words_before(std::string_view text, std::size_t end, std::string_view capitals) {
  while (end > 0 && text[end - 1] == ' ') --end;
  std::size_t left = capitals.size(), begin = end;
  while (left > 0 && begin > 0) {
    std::size_t word = begin;
    while (word > 0 && letter(text[word - 1])) --word;
    if (word == begin) return {};
    const std::string_view here = text.substr(word, begin - word);
    if (here != "and" && here != "of") {
      --left;
      if ((here[0] | 0x20) != (capitals[left] | 0x20)) return {};
    }
    if (left == 0) return text.substr(word, end - word);
    if (word == 0 || (text[word - 1] != ' ' && text[word - 1] != '-')) return {};
    begin = word - 1;
  }
  return {};
}

}  // namespace

void Abbreviations::learn(std::string_view text) {
  for (std::size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
    std::size_t begin = open + 1;
    while (begin < text.size() && !letter(text[begin]) && begin < open + 5) ++begin;  // quotation marks
    std::size_t end = begin;
    while (end < text.size() && capital(text[end])) ++end;
    if (end - begin < 2 || end - begin > 6 || end >= text.size() || letter(text[end])) continue;
    const std::string_view capitals = text.substr(begin, end - begin);
    const std::string_view words = words_before(text, open, capitals);
    if (!words.empty()) words_.try_emplace(std::string(capitals), words);
  }
}

std::string Abbreviations::written_out(std::string_view phrase) const {
  std::string out;
  bool any = false;
  for (std::size_t begin = 0; begin < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
    const auto known = words_.find(phrase.substr(begin, end - begin));
    if (!out.empty()) out += ' ';
    out += known == words_.end() ? phrase.substr(begin, end - begin) : std::string_view(known->second);
    any = any || known != words_.end();
    begin = end + 1;
  }
  return any ? out : std::string();
}

}  // namespace kcfin::prose
