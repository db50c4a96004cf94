// Dates in a heading: a month with its day and year, in words or in numbers. Each reads what stands at the
// front, says so, and passes it; or leaves the text as it is.
#pragma once

#include "table/heading_text.h"

namespace kcfin::table {

// A month with its day and year, "January 1, 2025", or "1 January 2025"; how long, 0 where none stands
// there.
[[nodiscard]] std::size_t day_of_span(const HeadingText& heading, std::size_t at, int& month, int& day,
                                      int& year);

// The year of "-25" or "'24" behind a month's name; 0 where it is a day or nothing of the kind.
[[nodiscard]] int brief_year(const HeadingText& heading, std::size_t mark, std::string_view marks = "-'");

// "06/30/2025", "30.06.2025", "2025-06-30": which number is the month must be beyond doubt.
[[nodiscard]] bool read_numeric_date(HeadingText& heading);

// "June 30", "30 June", "Jun" (its day is missing).
[[nodiscard]] bool read_month_day(HeadingText& heading);

}  // namespace kcfin::table
