// What a phrase of time means where the figures at hand are of some period.
#include "prose/period_phrase.h"

namespace kcfin::prose {
namespace {

using Kind = PeriodPhrase::Kind;

// The span of so many months before the one of as many that the figures' period ends with; of a balance so
// many months before.
Period months_before(const Period& current, int months) {
  if (!current.end.known()) return {};
  if (current.instant()) {
    int month = current.end.month - months;
    int year = current.end.year;
    if (month < 1) {
      month += 12;
      --year;
    }
    return {{}, month_end(year, month)};
  }
  const Date start = span_start(current.end, months);
  int month = start.month - 1;
  int year = start.year;
  if (month < 1) {
    month = 12;
    --year;
  }
  return span_ending(month_end(year, month), months);
}

// The latest quarter or half with that number that ends no later than the figures at hand.
Period named(const PeriodPhrase& phrase, const Period& current, const FiscalCalendar& calendar) {
  if (!current.end.known()) return {};
  const bool quarter = phrase.kind == Kind::named_quarter;
  for (int year = current.end.year + 1; year >= current.end.year - 1; --year) {
    const Period period =
        quarter ? calendar.quarter(year, phrase.number) : calendar.half(year, phrase.number);
    if (days_between(current.end, period.end) <= 7) return phrase.year < 0 ? years_before(period, 1) : period;
  }
  return {};
}

// The latest first months of a year that end no later than the figures at hand.
Period first_of_year(const PeriodPhrase& phrase, const Period& current, const FiscalCalendar& calendar) {
  if (!current.end.known()) return {};
  for (int year = current.end.year + 1; year >= current.end.year - 1; --year) {
    const Period period = calendar.first_months(year, phrase.number);
    if (phrase.year < 0 && calendar.year(year - 1).end < current.end)
      return calendar.first_months(year - 1, phrase.number);
    if (phrase.year >= 0 && days_between(current.end, period.end) <= 7) return period;
  }
  return {};
}

// What the phrase means by the calendar.
Period meaning(const PeriodPhrase& phrase, const Period& current, const FiscalCalendar& calendar) {
  switch (phrase.kind) {
    case Kind::stated:
      return phrase.period;
    case Kind::same:
      if (phrase.year == 0) return years_before(current, 1);
      return current.end.known() ? years_before(current, current.end.year - phrase.year) : Period{};
    case Kind::named_quarter:
    case Kind::named_half:
      return named(phrase, current, calendar);
    case Kind::last_quarter:
    case Kind::over_quarter:
      return months_before(current, 3);
    case Kind::last_half:
    case Kind::over_half:
      return months_before(current, 6);
    case Kind::last_year:
    case Kind::over_year:
      return years_before(current, 1);
    case Kind::current:
      if (phrase.number == 1 && current.end.known() && !current.instant()) return span_ending(current.end, 3);
      if (phrase.number > 1 && current.end.known() && !current.instant())
        return span_ending(current.end, phrase.number);
      return current;
    case Kind::first_months:
      return first_of_year(phrase, current, calendar);
    case Kind::full_year:
    case Kind::year_to_date: {
      Period year = calendar.year(current.end.year);
      if (year.end < current.end) year = calendar.year(current.end.year + 1);
      if (!current.end.known() || (phrase.kind == Kind::full_year && year.end != current.end)) return {};
      return {year.start, current.end};
    }
    case Kind::event:
      return {};
  }
  return {};
}

}  // namespace

Period resolve(const PeriodPhrase& phrase, const Period& current, const FiscalCalendar& calendar) {
  return calendar.snapped(meaning(phrase, current, calendar));
}

}  // namespace kcfin::prose
