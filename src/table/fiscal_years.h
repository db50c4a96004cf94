// The issuer's fiscal years: the month that they end in, and, where they are counted in weeks, the days that
// the filing's own words and headings give for them.
#pragma once

#include <array>
#include <map>
#include <string_view>
#include <vector>

#include "kcfin/document.h"
#include "kcfin/filing.h"
#include "table/heading_lexer.h"

namespace kcfin::table {

class FiscalYears {
 public:
  FiscalYears() = default;
  // Reads the sentences, the rows of words in tables ("fiscal 2023 | Fiscal year ended January 28, 2024") and
  // the dates of headings.
  explicit FiscalYears(const Document& document);

  [[nodiscard]] int last_month() const { return last_month_; }
  // Which number of a date like "6/17/2023" is the month; `either` where the headings do not tell it.
  [[nodiscard]] Token::Order numeric_order() const { return numeric_order_; }
  // The text near the top says that it reports a year, or headings say whole years, and neither they nor a
  // title a part of one.
  [[nodiscard]] bool annual() const { return annual_; }
  // Whether the days on which fiscal years end are told one by one.
  [[nodiscard]] bool names_days() const { return in_weeks_ || !named_.empty(); }
  // The fiscal year of that name; its end alone where an instant is asked for. Unknown where it is not told.
  [[nodiscard]] Period year(int name, bool instant) const;
  // The first day of a span that ends on `end`: by its weeks (0: not said), or by a year's end that is known.
  [[nodiscard]] Date first_day(Date end, int months, int weeks) const;

 private:
  void read(std::string_view text);
  void read_window(std::string_view window);
  void read_heading_dates(const RawTable& table);
  void count_spans(const std::vector<Token>& tokens);
  void settle(int by_quarters);
  [[nodiscard]] Date end_of(int name) const;
  [[nodiscard]] Date by_weekday(int name) const;
  [[nodiscard]] Date known_end_near(Date date) const;

  int last_month_ = 12;
  Token::Order numeric_order_ = Token::Order::either;
  bool annual_ = false;
  int year_spans_ = 0, part_spans_ = 0;  // cells of headings that say a year's length, and a shorter one
  bool in_weeks_ = false;                // years end on a weekday near the month's end
  std::map<Date, int> ends_;             // days on which years are said to end, how often
  std::array<int, 13> months_without_year_{};  // that years are said to end in, "ends on June 30", how often
  std::map<Date, int> year_ends_;            // days of "the year ended", whatever it is called, and how often
  std::map<int, std::map<Date, int>> said_;  // and the names that they are given
  std::map<int, Date> named_;
  std::vector<Date> heading_dates_;
};

}  // namespace kcfin::table
