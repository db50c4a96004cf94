// Candidates first, which most texts have none of; then one pass over the words of the text.
#include "read/set_apart.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "values/ascii.h"
#include "values/text.h"

namespace kcfin::read_room {
namespace {

using ascii::capital;
using ascii::letter;

bool small(char c) { return c >= 'a' && c <= 'z'; }

// Words of the headings and labels of every filing: all of theirs may be set apart, so that none stands
// whole.
constexpr auto kWords = std::to_array<std::string_view>(
    {"january",     "february",    "march",     "april",        "may",          "june",      "july",
     "august",      "september",   "october",   "november",     "december",     "three",     "six",
     "nine",        "twelve",      "months",    "month",        "quarter",      "quarters",  "year",
     "years",       "ended",       "unaudited", "shareholders", "supplemental", "mezzanine", "revenues",
     "revenue",     "assets",      "accounts",  "accrued",      "income",       "interest",  "inventories",
     "investments", "liabilities", "equity",    "expenses",     "selling"});

bool known_word(std::string_view word) {
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// Currencies in two or three parts; "US $" only where no figure follows.
constexpr auto kUnits = std::to_array<std::string_view>(
    {"R M B", "RM B", "R MB", "U S D", "US D", "U SD", "U S $", "U S$", "US $"});

// A letter and the letters behind a blank.
struct Apart {
  std::size_t at = 0;   // of the first letter
  std::size_t end = 0;  // after the last
  std::string whole, rest;
};

// "Class B", "Series C": a letter that is a name by itself.
bool names_before(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 14> kNamed = {
      "class",   "series",   "type",     "note",    "tier",    "level",    "part",
      "exhibit", "schedule", "appendix", "section", "tranche", "category", "vitamin"};
  if (at < 2 || text[at - 1] != ' ') return false;
  std::size_t begin = at - 1;
  while (begin > 0 && letter(text[begin - 1])) --begin;
  const std::string before = lower(text.substr(begin, at - 1 - begin));
  return std::find(kNamed.begin(), kNamed.end(), before) != kNamed.end();
}

std::vector<Apart> candidates(std::string_view text) {
  std::vector<Apart> found;
  // Of blanks in a row the first alone follows a letter.
  for (std::size_t blank = 0; (blank = text.find(' ', blank)) != std::string_view::npos;) {
    const std::size_t at = blank - 1;
    const bool between = blank > 0 && blank + 2 < text.size() && capital(text[at]) && letter(text[blank + 1]);
    while (blank < text.size() && text[blank] == ' ') ++blank;
    if (!between) continue;
    const bool alone =
        at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n' || text[at - 1] == '(' || text[at - 1] == '"';
    if (!alone) continue;
    std::size_t end = blank;
    while (end < text.size() && letter(text[end])) ++end;
    constexpr std::size_t kLongest = 20;
    const std::string_view rest = text.substr(blank, end - blank);
    const bool lowered = std::all_of(rest.begin(), rest.end(), small);
    const bool raised = std::all_of(rest.begin(), rest.end(), capital);
    if (rest.size() < (lowered ? 2U : 3U) || rest.size() > kLongest || (!lowered && !raised)) continue;
    Apart apart{at, end, lower(text.substr(at, 1)) + lower(rest), lower(rest)};
    const bool word_itself = text[at] == 'A' || text[at] == 'I';
    if ((word_itself && !known_word(apart.whole)) || names_before(text, at)) continue;
    found.push_back(std::move(apart));
  }
  return found;
}

// Words by their first letter and length: most of a text's are none of these.
class Shapes {
 public:
  void add(std::string_view word) { lengths_[letter_of(word)] |= bit_of(word); }
  [[nodiscard]] bool has(std::string_view word) const {
    return (lengths_[letter_of(word)] & bit_of(word)) != 0;
  }

 private:
  static std::size_t letter_of(std::string_view word) {
    return static_cast<std::size_t>((static_cast<unsigned char>(word.front()) | 0x20U) - 'a');
  }
  static std::uint32_t bit_of(std::string_view word) { return 1U << std::min<std::size_t>(word.size(), 31); }

  std::array<std::uint32_t, 26> lengths_{};
};

// How often each of these words stands by itself in the text.
std::unordered_map<std::string, int> counted(std::string_view text, const std::vector<Apart>& apart) {
  std::unordered_map<std::string, int> counts;
  Shapes shapes;
  for (const Apart& one : apart) {
    counts[one.whole] = counts[one.rest] = 0;
    shapes.add(one.whole);
    shapes.add(one.rest);
  }
  std::size_t next = 0;  // candidate
  for (std::size_t at = 0; at < text.size();) {
    if (!letter(text[at])) {
      ++at;
      continue;
    }
    while (next < apart.size() && apart[next].end <= at) ++next;
    const std::size_t begin = at;
    while (at < text.size() && letter(text[at])) ++at;
    const std::string_view word = text.substr(begin, at - begin);
    const bool of_candidate = next < apart.size() && begin >= apart[next].at && begin < apart[next].end;
    if (of_candidate || !shapes.has(word)) continue;
    if (const auto found = counts.find(lower(word)); found != counts.end()) ++found->second;
  }
  return counts;
}

// Moves the parts of a word together; what room is left goes behind it.
void join(std::string& text, std::size_t at, std::size_t end) {
  const auto begin = text.begin() + static_cast<std::ptrdiff_t>(at);
  const auto stop = text.begin() + static_cast<std::ptrdiff_t>(end);
  std::fill(std::remove(begin, stop, ' '), stop, kJoined);
}

bool word_ends(std::string_view text, std::size_t at) {
  return at >= text.size() || !(letter(text[at]) || is_digit(text[at]) || text[at] == '$');
}

// Those that begin with this letter.
void join_units(std::string_view text, char initial, std::string& out) {
  for (std::size_t at = text.find(initial); at != std::string_view::npos; at = text.find(initial, at + 1)) {
    if (at > 0 && (letter(text[at - 1]) || is_digit(text[at - 1]))) continue;
    for (const std::string_view unit : kUnits) {
      const std::size_t end = at + unit.size();
      if (!text.substr(at).starts_with(unit) || !word_ends(text, end)) continue;
      const bool amount = end + 1 < text.size() && text[end] == ' ' && is_digit(text[end + 1]);
      if (unit.back() == '$' && amount) continue;
      if (out.empty()) out = text;
      join(out, at, end);
      break;
    }
  }
}

}  // namespace

std::string letters_joined(std::string_view text) {
  std::string out;
  for (const char initial : {'R', 'U'}) join_units(text, initial, out);
  const std::vector<Apart> apart = candidates(text);
  if (apart.empty()) return out;
  const std::unordered_map<std::string, int> counts = counted(text, apart);
  for (const Apart& one : apart) {
    const bool whole = known_word(one.whole) || counts.at(one.whole) > 0;
    if (!whole || counts.at(one.rest) > 0) continue;
    if (out.empty()) out = text;
    join(out, one.at, one.end);
  }
  return out;
}

}  // namespace kcfin::read_room
