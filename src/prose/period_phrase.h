// Periods as sentences name them: "the same quarter of 2023", "last quarter", "as of June 30, 2024".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "kcfin/filing.h"
#include "prose/word.h"

namespace kcfin::prose {

// Which months an issuer calls the first quarter of its year. The fiscal year is named after the calendar
// year in which it ends, or `named_before` years before that.
struct FiscalCalendar {
  std::uint8_t last_month = 12;
  std::uint8_t named_before = 0;
  std::vector<Period> columns = {};  // of the filing's tables, each once

  // The period of a column where it is that one but for some days: years of 52 weeks end near a month's end.
  [[nodiscard]] Period snapped(const Period& period) const;
  [[nodiscard]] Period quarter(int year, int number) const;
  [[nodiscard]] Period half(int year, int number) const;
  [[nodiscard]] Period year(int year) const;
  [[nodiscard]] Period first_months(int year, int months) const;
};

struct PeriodPhrase {
  enum class Kind : std::uint8_t {
    stated,         // `period` says which
    same,           // the same period of `year`, or of the year before where it is 0
    named_quarter,  // quarter `number` of a year that is not said
    named_half,
    full_year,     // the year that ends with the period at hand
    year_to_date,  // from that year's first day
    last_quarter,  // the quarter before
    last_half,     // the six months before
    last_year,     // the year before: the same span a year earlier
    current,       // this quarter, the reporting period, "the nine-month period"
    first_months,  // the first `number` months of a year that is not said
    over_year,     // year-over-year
    over_quarter,  // quarter-over-quarter
    over_half,     // half-over-half
    event,         // a date on which something happened: no period of a figure
  };
  Kind kind = Kind::stated;
  Period period;
  std::int16_t year = 0;
  std::uint8_t number = 0;  // of the current one: 1 is its quarter, else so many months
  // What the words tell of the span that the sentence's own figures have: 3 of "the same quarter", "last
  // quarter"; 0 where they tell nothing.
  std::uint8_t months = 0;
};

// Replaces the tokens of each phrase by one token of kind `period` that points into `out`. A preposition or
// an article before the phrase belongs to it.
void find_periods(std::string_view text, const FiscalCalendar& calendar, std::vector<Token>& tokens,
                  std::vector<PeriodPhrase>& out);

// What a phrase means where the sentence's own figures are of `current`. Unknown where it cannot be said.
[[nodiscard]] Period resolve(const PeriodPhrase& phrase, const Period& current,
                             const FiscalCalendar& calendar);

// The span of `months` months that ends on `end`; unknown where `end` is.
[[nodiscard]] Period span_ending(const Date& end, int months);

// The same span `years` years before.
[[nodiscard]] Period years_before(const Period& period, int years);

}  // namespace kcfin::prose
