// Days that stand in a row of their own, under their months.
#include "table/days_below.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "table/heading_joins.h"
#include "table/value_columns.h"
#include "values/text.h"

namespace kcfin::table {
namespace {

// "31," in a cell of its own, the rest of a date whose month stands above it; several where cells ran
// together, "31, 31,". Empty for anything else.
std::vector<int> days_alone(std::string_view text) {
  std::vector<int> days;
  bool open = false;  // more digits may follow
  for (const char c : text) {
    if (is_digit(c)) {
      if (!open) days.push_back(0);
      days.back() = days.back() * 10 + (c - '0');
      open = true;
      if (days.back() > 31) return {};
    } else if (c == ',' || c == ' ') {
      open = false;
    } else {
      return {};
    }
  }
  return std::find(days.begin(), days.end(), 0) == days.end() ? days : std::vector<int>{};
}

}  // namespace

// "December | December" over "31, | 31,": every cell is the day of a month above, or there are as many days
// as months.
bool is_row_of_days(const RawRow& raw, const HeadingRow& above) {
  std::ptrdiff_t days = 0, months = 0;
  bool under_months = true;
  for (const RawCell& cell : raw.cells) {
    const std::vector<int> own = days_alone(cell.text);
    if (own.empty()) return false;
    days += static_cast<std::ptrdiff_t>(own.size());
    const RawCell* month = cell_above(above.cells, cell.column);
    under_months = under_months && own.size() == 1 && month != nullptr && months_in(month->text) == 1;
  }
  if (days == 0 || under_months) return days > 0;
  for (const RawCell& cell : above.cells) months += months_in(cell.text);
  return days == months;
}

// Gives the months of a heading row the days that stand in the row below it: those below them, or, where
// cells ran together, in their order.
void join_days(HeadingRow& months, HeadingRow& days) {
  std::vector<Token*> open;
  std::vector<int> all;
  for (std::size_t i = 0; i < months.cells.size(); ++i) {
    for (Token& token : months.lexed[i].tokens) {
      if (month_without_day(token)) open.push_back(&token);
    }
  }
  for (const RawCell& cell : days.cells) {
    for (const int day : days_alone(cell.text)) all.push_back(day);
  }
  for (std::size_t i = 0; open.size() == all.size() && i < all.size(); ++i) {
    open[i]->day = static_cast<std::uint8_t>(all[i]);
    open[i]->guessed = false;
  }
  for (std::size_t i = 0; open.size() != all.size() && i < months.cells.size(); ++i) {
    for (Token& token : months.lexed[i].tokens) {
      const RawCell* day =
          month_without_day(token) ? cell_above(days.cells, months.cells[i].column) : nullptr;
      if (day == nullptr) continue;
      const std::vector<int> own = days_alone(day->text);
      if (own.empty()) continue;
      token.day = static_cast<std::uint8_t>(own.front());
      token.guessed = false;
    }
  }
  for (Lexed& lexed : days.lexed) lexed = Lexed{};
}

}  // namespace kcfin::table
