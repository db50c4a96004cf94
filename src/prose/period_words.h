// The tokens among which phrases of time are looked for, and the phrases found so far.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "prose/period_phrase.h"
#include "prose/word.h"

namespace kcfin::prose {

class PeriodWords {
 public:
  PeriodWords(std::string_view text, const FiscalCalendar& calendar, const std::vector<Token>& tokens,
              const std::vector<PeriodPhrase>& found)
      : text_(text), calendar_(calendar), tokens_(tokens), found_(found) {}

 protected:
  using Kind = PeriodPhrase::Kind;

  [[nodiscard]] const Token* at(std::size_t i) const { return i < tokens_.size() ? &tokens_[i] : nullptr; }
  [[nodiscard]] bool is(std::size_t i, Word word) const { return at(i) != nullptr && at(i)->is(word); }
  [[nodiscard]] bool mark(std::size_t i, char c) const { return at(i) != nullptr && at(i)->is_mark(c); }
  [[nodiscard]] int month_at(std::size_t i) const { return at(i)->value; }
  [[nodiscard]] bool text_is(std::size_t i, std::string_view lower) const;
  [[nodiscard]] std::string_view word_at(std::size_t i) const;
  // A year, a day of a month: 0 for anything else.
  [[nodiscard]] int year_at(std::size_t i) const;
  [[nodiscard]] int day_at(std::size_t i) const;
  // The year that stands right behind a short name of a period, and the tokens that it takes: "'24" of
  // "Q2'24",
  // "/2009" of "Q1/2009", "FY24" of "Q4 FY24"; 0 for none.
  [[nodiscard]] int year_joined(std::size_t i, std::size_t& size) const;
  // The last phrase found says its period.
  [[nodiscard]] bool after_year_phrase() const;
  // The date that starts at `i`, unknown where it is not in the calendar; `size` is how many tokens it takes.
  [[nodiscard]] bool read_date(std::size_t i, Date& date, std::size_t& size) const;

  static std::size_t over(Kind kind, std::size_t size, PeriodPhrase& out);
  static std::size_t stated(const Period& period, std::size_t size, PeriodPhrase& out);

  std::string_view text_;
  const FiscalCalendar& calendar_;
  const std::vector<Token>& tokens_;
  const std::vector<PeriodPhrase>& found_;
};

}  // namespace kcfin::prose
