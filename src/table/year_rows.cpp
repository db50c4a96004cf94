// Periods of which the heading says the days and the rows the year.
#include "table/year_rows.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "table/heading_lexer.h"
#include "values/text.h"

namespace kcfin::table {
namespace {

// What a heading says of a period that has no year: so many months to a day, or that day.
struct Days {
  int months = 0;
  int month = 0, day = 0;
  friend bool operator==(const Days&, const Days&) = default;
};

std::optional<Days> days_of(const Column& column) {
  if (column.period.known() || column.difference) return std::nullopt;
  Days out;
  for (const Token& token : lex_heading(column.printed).tokens) {
    if (token.word == Word::year || token.weeks != 0) return std::nullopt;
    if (token.word == Word::months) out.months = token.value;
    if (token.word == Word::month_day) {
      out.month = token.month;
      out.day = token.day;
    }
  }
  return out.day == 0 ? std::nullopt : std::optional(out);
}

// That of all columns.
std::optional<Days> days_of(const Table& table) {
  if (table.columns.size() < 2) return std::nullopt;
  const std::optional<Days> first = days_of(table.columns.front());
  if (!first) return std::nullopt;
  const bool all = std::all_of(table.columns.begin(), table.columns.end(),
                               [&](const Column& column) { return days_of(column) == first; });
  return all ? first : std::nullopt;
}

// "2024", "2024 as reported (GAAP)"; 0 for another label, and where it speaks of two years or a change: "2024
// compared with 2023".
int year_of(const Row& row) {
  constexpr std::size_t kYear = 4;
  const std::string_view label = row.label;
  if (row.role == Role::header || label.size() < kYear || !is_year(label.substr(0, kYear))) return 0;
  if (label.size() > kYear && label[kYear] != ' ') return 0;
  static constexpr std::array<std::string_view, 7> kOfTwo = {"compared", "versus",   "vs",      "change",
                                                             "growth",   "increase", "decrease"};
  const std::string rest = lower(label.substr(kYear));
  const auto says = [&](std::string_view word) { return has(rest, word); };
  if (std::any_of(rest.begin(), rest.end(), is_digit) || std::any_of(kOfTwo.begin(), kOfTwo.end(), says))
    return 0;
  int year = 0;
  for (const char c : label.substr(0, kYear)) year = year * 10 + (c - '0');
  return year;
}

}  // namespace

void date_rows_of_years(Table& table, std::vector<Figure>& figures) {
  const std::optional<Days> days = days_of(table);
  if (!days) return;
  const auto rows =
      std::count_if(table.rows.begin(), table.rows.end(), [](const Row& row) { return year_of(row) != 0; });
  if (rows < 2) return;
  for (Column& column : table.columns) {
    column.heading = Heading::read;
    column.why.clear();
    column.sources.period = "its heading and the years of the rows";
  }
  for (const Row& row : table.rows) {
    const int year = year_of(row);
    const Date end = year == 0 ? Date{} : calendar_date(year, days->month, days->day);
    if (!end.known()) continue;
    const Period period{days->months == 0 ? Date{} : span_start(end, days->months), end};
    for (const FigureId id : row.cells) {
      if (id != kNoFigure) figures[id].period = period;
    }
  }
}

}  // namespace kcfin::table
