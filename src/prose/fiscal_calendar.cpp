// An issuer's quarters, halves and years, and spans counted from a date.
#include <algorithm>

#include "prose/period_phrase.h"

namespace kcfin::prose {
namespace {

// The same day of another year; for a leap day the day before.
Date in_year(Date date, int year) {
  date.year = static_cast<std::int16_t>(year);
  date.day = std::min(date.day, month_end(year, date.month).day);
  return date;
}

}  // namespace

Period FiscalCalendar::quarter(int year, int number) const {
  return span_ending(first_months(year, 3 * number).end, 3);
}

Period FiscalCalendar::half(int year, int number) const {
  return span_ending(first_months(year, 6 * number).end, 6);
}

Period FiscalCalendar::year(int year) const { return first_months(year, 12); }

Period FiscalCalendar::first_months(int year, int months) const {
  const int month = last_month + months;  // counted from the January before the year begins
  year += named_before - 1 + (month - 1) / 12;
  return span_ending(month_end(year, (month - 1) % 12 + 1), months);
}

Period span_ending(const Date& end, int months) {
  return end.known() ? Period{span_start(end, months), end} : Period{};
}

Period years_before(const Period& period, int years) {
  if (!period.end.known()) return {};
  const bool month_ends = period.end.day == month_end(period.end.year, period.end.month).day;
  Period out;
  out.end = in_year(period.end, period.end.year - years);
  if (month_ends) out.end = month_end(out.end.year, out.end.month);
  if (period.start.known()) out.start = in_year(period.start, period.start.year - years);
  return out;
}

Period FiscalCalendar::snapped(const Period& period) const {
  const auto near = [](const Date& a, const Date& b, int days) {
    if (!a.known() || !b.known()) return a.known() == b.known();
    const int apart = days_between(a, b);
    return apart >= -days && apart <= days;
  };
  const Period* found = nullptr;
  for (const Period& column : columns) {
    if (column == period) return period;
    const bool close = near(column.end, period.end, 7) && near(column.start, period.start, 10);
    if (close && found == nullptr) found = &column;
  }
  return found == nullptr ? period : *found;
}

}  // namespace kcfin::prose
