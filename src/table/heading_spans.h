// Lengths of time in a heading: months, weeks, quarters, halves, spans of dates. Each reads what stands at
// the front, says so, and passes it; or leaves the text as it is.
#pragma once

#include "table/heading_text.h"

namespace kcfin::table {

// "January to June", "January 1 to June 30, 2025", "Jan-Jun", "July 1, 2024 through June 30, 2025", "July
// 22 to September 30, 2025", "1 Dec 2023-30 Nov 2024": a span, the first day where it is named, and the
// month that it ends with.
[[nodiscard]] bool read_month_span(HeadingText& heading);

// "thirteen weeks ended", "52 weeks ended", "12 Weeks Ended": the months that the weeks stand for.
[[nodiscard]] bool read_weeks(HeadingText& heading);

// "three months ended", "year ended", "quarter ended", "six ended" (its "months" is missing).
[[nodiscard]] bool read_duration(HeadingText& heading);

// "first fiscal quarter", "second fiscal half", "2nd Quarter", "3 rd quarter" whose mark was raised.
[[nodiscard]] bool read_ordinal_part(HeadingText& heading);

// "9M 2024", "12M24": months from the first of the year.
[[nodiscard]] bool read_months_of_year(HeadingText& heading);

// "1Q24", "Q1 2024", "2Q2023", "1H24", "H1", "FY2024", "FY24".
[[nodiscard]] bool read_short_period(HeadingText& heading);

}  // namespace kcfin::table
