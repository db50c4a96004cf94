// Dates, and the spans that a date ends or a year names: "June 30, 2024", "six months ended June 30, 2024".
#pragma once

#include <cstddef>

#include "prose/period_words.h"

namespace kcfin::prose {

class DatedPeriod : public PeriodWords {
 protected:
  using PeriodWords::PeriodWords;

  // Each matcher returns how many tokens it took, 0 for none.
  // "2023" after a preposition; "31 December 2024"; "2Q 2024".
  [[nodiscard]] std::size_t match_number(std::size_t i, PeriodPhrase& out) const;
  // The quarter or half named behind the year at `year`; the phrase begins at `begin`.
  [[nodiscard]] std::size_t match_year_first(std::size_t begin, std::size_t year, PeriodPhrase& out) const;
  // "June 30, 2024", "December 2024". What stands before tells an instant from the day of an event.
  [[nodiscard]] std::size_t match_date(std::size_t i, PeriodPhrase& out) const;
  // "three months ended March 31, 2025"; of "three and six months ended June 30, 2025" the first span, which
  // ends as the second does.
  [[nodiscard]] std::size_t match_months(std::size_t i, PeriodPhrase& out) const;
  [[nodiscard]] std::size_t match_half_ended(std::size_t i, PeriodPhrase& out) const;
  // "... ended June 30, 2024" after a span's words that end before `i`.
  [[nodiscard]] std::size_t ended(std::size_t begin, std::size_t i, int months, PeriodPhrase& out) const;
  // The year after an ordinal quarter or half: "of [fiscal [year]] 2024", "2024", "ended <date>", "of last
  // year".
  [[nodiscard]] std::size_t with_year(std::size_t begin, std::size_t i, int number, bool quarter,
                                      PeriodPhrase& out) const;

 private:
  [[nodiscard]] std::size_t match_first_months(std::size_t i, std::size_t next, PeriodPhrase& out) const;
  [[nodiscard]] std::size_t match_span_at_hand(std::size_t i, std::size_t next, PeriodPhrase& out) const;
  [[nodiscard]] int quarter_ending(int month) const;
  [[nodiscard]] bool ends_span(std::size_t i) const;
  [[nodiscard]] std::size_t dated(std::size_t i, int month, int day, int year, std::size_t size,
                                  PeriodPhrase& out) const;
  [[nodiscard]] int follows_span(std::size_t i) const;
  [[nodiscard]] bool follows_instant(std::size_t i) const;
  [[nodiscard]] bool is_instant(std::size_t i) const;
  [[nodiscard]] int year_printed_before(std::size_t place, int otherwise) const;
  [[nodiscard]] bool first_word(std::size_t i) const;
};

}  // namespace kcfin::prose
