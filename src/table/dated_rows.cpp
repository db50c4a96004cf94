// Balances by the date in their label.
#include "table/dated_rows.h"

#include <cstdlib>

#include "table/heading_lexer.h"
#include "words/balance_label.h"
#include "words/equity_columns.h"

namespace kcfin::table {
namespace {

// The day of "Balance as of March 31, 2024", "Balances, June 30, 2024", "Equity at 30 June 2024", and of "At
// June 30, 2024" where a date alone is one; unknown for any other label.
Date balance_date(std::string_view label, bool date_alone) {
  if (label.size() > 80) return {};
  const bool named = words::names_balance(label);
  if (!named && !date_alone) return {};
  const Lexed& lexed = lex_heading(label);
  if (!named && (lexed.words_left || lexed.figures_left)) return {};
  const Token* day = nullptr;
  for (const Token& token : lexed.tokens) {
    if (token.word == Word::month_day && token.day != 0 && token.order != Token::Order::either) day = &token;
    if (token.word == Word::year && day != nullptr) return calendar_date(token.value, day->month, day->day);
  }
  return {};
}

void give(const Row& row, Period period, std::vector<Figure>& figures) {
  for (const FigureId id : row.cells) {
    if (id != kNoFigure) figures[id].period = period;
  }
}

// The time between two balances, where a column says nothing of it or something else: a heading that says it
// may begin it a day later.
void give_between(const Row& row, Period period, bool of_equity, std::vector<Figure>& figures) {
  constexpr int kNear = 3;  // days
  for (const FigureId id : row.cells) {
    if (id == kNoFigure) continue;
    const Period own = figures[id].period;
    const bool same = own.known() && own.end == period.end && own.start.known() &&
                      std::abs(days_between(own.start, period.start)) <= kNear;
    if (!own.known() || (of_equity && !same)) figures[id].period = period;
  }
}

}  // namespace

// A balance at the first of a month opens that day.
void date_balances(const Table& table, std::vector<Figure>& figures) {
  const bool of_equity = words::columns_of_equity(table);
  Date last;
  std::size_t after = 0;  // the first row behind the last balance
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const Row& row = table.rows[r];
    const Date date = row.role == Role::header ? Date{} : balance_date(row.label, of_equity);
    if (!date.known()) continue;
    give(row, Period{{}, date}, figures);
    for (std::size_t between = after; last.known() && last < date && between < r; ++between)
      give_between(table.rows[between], Period{last.day == 1 ? last : day_after(last), date}, of_equity,
                   figures);
    last = date;
    after = r + 1;
  }
}

}  // namespace kcfin::table
