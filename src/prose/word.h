// The words that carry a sentence about figures, and the tokens a sentence is made of.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "prose/quantity.h"

namespace kcfin::prose {

// What a word does in a sentence about figures; `other` is what metrics are made of.
enum class Word : std::uint8_t {
  other,
  article,    // the, a, our, its
  pronoun,    // we, it, which
  be,         // was, were
  reach,      // reached, totaled, amounted
  have,       // had, recorded, incurred
  verb,       // turned, remained: a verb that states no figure by itself
  up,         // increased, growth
  down,       // decreased, decline
  compare,    // compared, versus
  represent,  // representing
  account,    // accounted (for)
  divide,     // divided (by)
  from,
  to,
  by,
  of,
  at,
  with,
  than,
  preposition,  // for, in, on, during, within
  conjunction,  // and, or
  respectively,
  each,         // each, both
  negative,     // negative, minus
  approximate,  // about, approximately
  bound,        // over, nearly, at least
  more,         // more (than)
  cause,        // due, attributable, driven
  include,      // including
  exclude,      // excluding
  expect,       // expects, guidance
  adverb,       // significantly, mainly
  whereas,      // while, whereas
  equivalent,
  // Of periods:
  ordinal,  // first .. fourth, Q1 .. Q4: value is the number
  quarter,
  half,
  months,
  year,
  fiscal,        // fiscal, financial, full
  month_name,    // value is the month
  same,          // same, corresponding, comparable
  previous,      // last, previous, preceding, prior
  current,       // this, current
  ended,         // ended, ending
  period,        // period, reporting
  ago,           // ago, earlier
  as,            // as (of)
  over_year,     // year-over-year
  over_quarter,  // quarter-over-quarter, sequentially
  over_half,
  number_word,  // three, six, nine, twelve: value
};

// Of a filing or of what it compares with.
[[nodiscard]] constexpr bool plausible_year(std::uint32_t value) { return value >= 1990 && value <= 2099; }

struct Token {
  enum class Kind : std::uint8_t { word, number, mark, quantity, period };
  Kind kind = Kind::word;
  Word word = Word::other;
  char mark = '\0';         // of a mark; typographic quotes and dashes as their plain form
  std::uint8_t value = 0;   // of an ordinal, a month, a number word
  bool possessive = false;  // "the Company's"
  std::uint32_t begin = 0, end = 0;
  std::uint32_t index = 0;  // of a quantity or period; the value of a plain number

  [[nodiscard]] bool is(Word what) const { return kind == Kind::word && word == what; }
  [[nodiscard]] bool is_year() const { return kind == Kind::number && plausible_year(index); }
  [[nodiscard]] bool is_mark(char what) const { return kind == Kind::mark && mark == what; }
};

// The tokens of `text`, in which `quantities` (in order) stand as one token each.
void tokenize(std::string_view text, const std::vector<Quantity>& quantities, std::vector<Token>& out);

}  // namespace kcfin::prose
