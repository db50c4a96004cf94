// What stands over one column: the words of the heading that are its own, straight down, or dealt out to the
// columns in reading order.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "table/fiscal_years.h"
#include "table/grid.h"

namespace kcfin::table {

// What stands over one column.
struct Over {
  int months = 0, year = 0;
  int quarter = 0, half = 0;  // 1-based; 0 for none
  std::uint8_t month = 0, day = 0;
  std::uint8_t weeks = 0;                       // of a span that is counted in weeks
  std::uint8_t first_month = 0, first_day = 0;  // of a span whose first day is named
  bool full_year = false, instant = false;
  bool twelve_months = false;  // "Full year" stands there: it is no quarter, though "Quarter ended" spans it
  int to_date = -1;      // since the fiscal year began: 1 where the words say it, 0 for a mere "period ended"
  bool guessed = false;  // a word of the phrase is missing
  bool conflict = false;  // two dates
  Currency unit{};
  bool own_unit = false, own_percent = false;  // its currency, its percent sign stands right over it
  bool borrowed_date = false;                  // a part of its date stands over another column
  bool unit_lost = false;                      // two currencies, or a gap where others have one
  bool shared_sign = false;                    // the unit is a mere "$" or "¥"
  int scale = -1;
  bool percent = false, change = false, share = false, count = false, per_share = false;
  bool shares = false;      // it counts shares
  bool difference = false;  // a change, but in money
  std::string name;         // its other words: a segment, a component of equity, "Non-GAAP"
  std::string printed;      // all of them, as printed
  ColumnSources sources;    // the cells of the heading that gave what
  Place at;

  [[nodiscard]] bool lasts() const { return months != 0 || quarter != 0 || half != 0 || full_year; }
  [[nodiscard]] bool dated() const {
    return !conflict && year != 0 && (month != 0 || quarter != 0 || half != 0 || full_year);
  }
  // Whether the words make one period of both.
  [[nodiscard]] bool same_date(const Over& other) const {
    return year == other.year && month == other.month && day == other.day && months == other.months &&
           quarter == other.quarter && half == other.half && full_year == other.full_year &&
           instant == other.instant;
  }
};

struct StraightDown {
  std::vector<Over> overs;
  bool dealt = false;  // words that ran together were given to their columns
};
[[nodiscard]] StraightDown straight_down(const Draft& draft);

// A text of the filing as reasons quote it: in quotation marks, its end left out where it is long.
[[nodiscard]] std::string quotation(std::string_view text);

// The title says a part of the column's period.
void note_title(Over& over, std::string_view title);

[[nodiscard]] bool same_word(const Token& a, const Token& b);

// The words of one kind in reading order.
[[nodiscard]] std::vector<Token> in_order(const Draft& draft, Word word);

// Gives each column its word: one to each in order, or one and the same to all. False where neither fits.
template <class Set>
bool deal(const std::vector<Token>& tokens, const std::vector<Over*>& columns, Set set) {
  if (tokens.empty()) return false;
  if (tokens.size() == columns.size()) {
    for (std::size_t i = 0; i < columns.size(); ++i) set(*columns[i], tokens[i]);
    return true;
  }
  if (!std::all_of(tokens.begin(), tokens.end(),
                   [&](const Token& token) { return same_word(token, tokens.front()); }))
    return false;
  for (Over* column : columns) set(*column, tokens.front());
  return true;
}

// Deals duration phrases to groups of columns. A group ends where the reporting currency comes back after
// its translation, or where the dates go back.
bool deal_durations(const std::vector<Token>& phrases, const std::vector<Over*>& columns);

// The period that the words over a column make; unknown where they make none. `title_months`: those of the
// table's title, 0 for none.
[[nodiscard]] Period period_of(const Over& over, int title_months, const FiscalYears& years);

}  // namespace kcfin::table
