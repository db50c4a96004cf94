// The words of headings: periods, dates, units, scales. One text in, its tokens out.
#pragma once

#include <string_view>
#include <vector>

#include "kcfin/filing.h"

namespace kcfin::table {

enum class Word : std::uint8_t {
  months,     // "three months ended", "year ended", "quarter ended": value = months
  month_day,  // "June 30": month, day
  year,       // value
  quarter,    // "first quarter", "Q1", "1Q24": value = 1..4 (months 3)
  half,       // "first half", "1H": value = 1..2
  full_year,  // "FY", "fiscal"; "full year": of 12 months, whatever spans it
  to_date,    // since the fiscal year began: value 1 for "year to date", 0 for a mere "period ended"
  as_of,      // "as of", "as at": an instant
  unit,       // money
  scale,      // value = power of ten: 3 thousands, 5 lakhs, 6 millions, 7 crores, 9 billions
  percent,    // "%", "percentage": values are percentages
  change,     // "change", "growth", "year-on-year", "YoY", "QoQ"
  share,      // "% of revenues", "as a percentage of"
  notes,      // a column of note numbers
  count,      // "number of", "headcount"
  per_share,  // "per share" in a heading
  audited,    // "(unaudited)": says nothing of the figures
};

struct Token {
  // Of month_day, "6/11/2022": which of the two numbers is the month. `either` where the date does not tell
  // it.
  enum class Order : std::uint8_t { words, month_first, day_first, either };
  Word word = Word::audited;
  int value = 0;
  std::uint8_t month = 0, day = 0;  // of month_day; day 0: not printed
  Currency code{};                  // of unit
  std::uint16_t row = 0;            // of the heading; set by the caller
  std::uint16_t column = 0, span = 1;
  std::uint8_t weeks = 0;                       // of months, where the text counts weeks
  std::uint8_t first_month = 0, first_day = 0;  // of months, where the text names the span's first day
  Order order = Order::words;
  bool guessed = false;  // a word of the phrase is missing: "the six ended June 30"
  bool bare = false;     // of unit: a mere "$" or "¥", which the document's own currency settles
};

// Tokens in the order of the text. `words_left` says whether letters remain that belong to no token.
struct Lexed {
  std::vector<Token> tokens;
  bool words_left = false;    // other words stand there
  bool figures_left = false;  // digits stand there that belong to no token
};
// Dates of which either number may be the month are read in the order that the document's other dates have;
// without it they are taken out, with their years.
void settle_numeric_dates(std::vector<Token>& tokens, Token::Order order);

// "2024": four digits of this century or the one before.
[[nodiscard]] bool is_year(std::string_view text);

// Each thread remembers the texts it lexed last; see values/recent.h for how long the reference holds.
[[nodiscard]] const Lexed& lex_heading(std::string_view text);

}  // namespace kcfin::table
