// Sentences of running text: where a full stop ends one, and which of them can carry a figure.
#include "prose/sentence.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "values/ascii.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin::prose {
namespace {

using ascii::letter;

bool upper(char c) { return c >= 'A' && c <= 'Z'; }

// Words whose full stop does not end a sentence, without it, in lower case.
constexpr auto kAbbreviations = std::to_array<std::string_view>(
    {"approx", "apr", "aug", "cf",  "co",   "corp", "dec", "dr",  "e.g", "esq",  "est",  "etc",
     "ext",    "feb", "fig", "i.e", "inc",  "jan",  "jr",  "jul", "jun", "ltd",  "mar",  "max",
     "min",    "mr",  "mrs", "ms",  "no",   "nos",  "nov", "oct", "p.a", "ph.d", "prof", "ps",
     "ref",    "rmb", "rs",  "sep", "sept", "sr",   "st",  "u.s", "viz", "vs"});

bool abbreviation(std::string_view word) {
  std::array<char, 8> lower{};
  if (word.empty() || word.size() > lower.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    lower[i] = static_cast<char>(std::tolower(static_cast<unsigned char>(word[i])));
  }
  const std::string_view key(lower.data(), word.size());
  if (word.size() == 1) return letter(word[0]);  // an initial
  if (std::find(kAbbreviations.begin(), kAbbreviations.end(), key) != kAbbreviations.end()) return true;
  // "U.S", "D.C", "a.m": letters with stops between them.
  for (std::size_t i = 0; i < word.size(); ++i) {
    if ((i % 2 == 1) ? word[i] != '.' : !letter(word[i])) return false;
  }
  return word.size() >= 3;
}

std::string_view word_before(std::string_view text, std::size_t stop) {
  std::size_t begin = stop;
  while (begin > 0 && (letter(text[begin - 1]) || text[begin - 1] == '.')) --begin;
  return text.substr(begin, stop - begin);
}

// Past closing quotes, brackets and footnote marks ("[1]", a superscript digit) after a full stop.
std::size_t past_closing(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"' || c == '\'' || c == ')' || c == ']') {
      ++at;
    } else if (c == '[' && at + 2 < text.size() && is_digit(text[at + 1])) {
      const std::size_t close = text.find(']', at);
      if (close == std::string_view::npos || close > at + 4) return at;
      at = close + 1;
    } else if (text.substr(at, 3) == "\u201d" || text.substr(at, 3) == "\u2019") {
      at += 3;
    } else if (text.substr(at, 2) == "\u00b9" || text.substr(at, 2) == "\u00b2" ||
               text.substr(at, 2) == "\u00b3") {
      at += 2;
    } else {
      return at;
    }
  }
  return at;
}

bool says_nil(std::string_view text) {
  for (std::size_t at = text.find("nil"); at != std::string_view::npos; at = text.find("nil", at + 3)) {
    if ((at == 0 || !letter(text[at - 1])) && (at + 3 == text.size() || !letter(text[at + 3]))) return true;
  }
  return false;
}

// A comma between digits: "9,752".
bool grouped_number(std::string_view text) {
  for (std::size_t at = text.find(','); at != std::string_view::npos; at = text.find(',', at + 1)) {
    if (at > 0 && at + 3 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]) &&
        is_digit(text[at + 3]))
      return true;
  }
  return false;
}

// A currency, a scale or "percent".
bool names_unit(std::string_view text) {
  const auto stands = [&](std::size_t i, std::string_view what) {
    return text.substr(i, what.size()) == what;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool found = false;
    switch (text[i]) {
      case 'l':  // million, billion, trillion
        found = stands(i, "llion");
        break;
      case 'p':
        found = stands(i, "percent") || stands(i, "per cent");
        break;
      case 'b':
        found = stands(i, "bps") || stands(i, "basis point");
        break;
      case 'c':
        found = stands(i, "crore");
        break;
      default:
        break;
    }
    if (found) return true;
  }
  return words::names_currency(text, words::kMarks | words::Form::name);
}

// What starts a sentence: a capital, a digit, an opening quote or bracket, a currency mark, a bullet.
bool starts_sentence(std::string_view text, std::size_t at) {
  const char c = text[at];
  return upper(c) || is_digit(c) || c == '"' || c == '(' || c == '[' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

void split_sentences(std::string_view text, std::vector<Sentence>& out) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c != '.' && c != '?' && c != '!') continue;
    if (c == '.' && i + 1 < text.size() && is_digit(text[i + 1]) && i > 0 && is_digit(text[i - 1])) continue;
    const std::size_t after = past_closing(text, i + 1);
    std::size_t next = after;
    while (next < text.size() && text[next] == ' ') ++next;
    if (next == text.size()) break;
    if (next == after || !starts_sentence(text, next)) continue;
    if (c == '.' && after == i + 1 && abbreviation(word_before(text, i))) continue;
    out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(after)});
    begin = next;
    i = next - 1;
  }
  if (begin < text.size()) {
    out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())});
  }
}

bool may_claim(std::string_view sentence) {
  // Without an early exit the compiler reads sixteen bytes at a time.
  bool digits = false;
  for (const char c : sentence) digits |= is_digit(c);
  if (!digits) return says_nil(sentence);
  for (const char mark : {'%', '$'}) {
    if (sentence.find(mark) != std::string_view::npos) return true;
  }
  return grouped_number(sentence) || names_unit(sentence) || says_nil(sentence);
}

}  // namespace kcfin::prose
