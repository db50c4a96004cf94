// Dates, periods, units and the names that the contract gives to values.
#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "kcfin/filing.h"
#include "kcfin/finding.h"

namespace kcfin {
namespace {

int days_in(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

void append_two(std::string& text, int value) {
  text += static_cast<char>('0' + value / 10);
  text += static_cast<char>('0' + value % 10);
}

}  // namespace

std::string Date::iso() const {
  if (!known()) return {};
  std::string text = std::to_string(year);
  text += '-';
  append_two(text, month);
  text += '-';
  append_two(text, day);
  return text;
}

Date calendar_date(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in(year, month)) return {};
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

Date day_after(Date date) {
  if (date.day < days_in(date.year, date.month)) {
    ++date.day;
  } else if (date.month < 12) {
    ++date.month;
    date.day = 1;
  } else {
    ++date.year;
    date.month = date.day = 1;
  }
  return date;
}

Date day_before(Date date) {
  if (date.day > 1) {
    --date.day;
    return date;
  }
  return date.month > 1 ? month_end(date.year, date.month - 1) : month_end(date.year - 1, 12);
}

Date month_end(int year, int month) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
          static_cast<std::uint8_t>(days_in(year, month))};
}

Date span_start(Date end, int months) {
  // The day after the matching day (or month end) `months` earlier.
  const int index = end.year * 12 + (end.month - 1) - months;
  const int year = index / 12, month = index % 12 + 1;
  const bool at_month_end = end.day == days_in(end.year, end.month);
  Date before = month_end(year, month);
  if (!at_month_end) before.day = std::min(before.day, end.day);
  return day_after(before);
}

Date days_later(Date date, int days) {
  using namespace std::chrono;
  if (!date.known()) return {};
  const year_month_day later(sys_days(year{date.year} / date.month / date.day) + std::chrono::days(days));
  return calendar_date(static_cast<int>(later.year()), static_cast<int>(static_cast<unsigned>(later.month())),
                       static_cast<int>(static_cast<unsigned>(later.day())));
}

int days_between(Date from, Date to) {
  using namespace std::chrono;
  const sys_days first(year{from.year} / from.month / from.day), last(year{to.year} / to.month / to.day);
  return static_cast<int>((last - first).count());
}

int Period::months() const {
  if (!start.known() || !end.known()) return 0;
  const Date next = day_after(end);
  if (next.day == start.day) return (next.year - start.year) * 12 + next.month - start.month;
  // Years of 52 or 53 weeks have quarters of 12 to 16: 91 days and a little more or less.
  const int days = days_between(start, next), quarters = (days * 4 + 182) / 365;
  const int off = std::abs(days - quarters * 365 / 4), most = days % 7 == 0 ? 23 : 8;
  return quarters > 0 && off <= most ? 3 * quarters : (days * 12 + 182) / 365;
}

Currency currency(std::string_view code) {
  Currency out{};
  std::copy_n(code.begin(), std::min<std::size_t>(code.size(), 3), out.begin());
  return out;
}

std::string Unit::text() const {
  std::string money(currency_code());
  switch (measure) {
    case Measure::unknown:
      return {};
    case Measure::money:
      return money;
    case Measure::per_share:
      return money + "/share";
    case Measure::per_ads:
      return money + "/ADS";
    case Measure::shares:
      return "shares";
    case Measure::percent:
      return "percent";
    case Measure::percent_change:
      return "percent-change";
    case Measure::pure:
      return "pure";
  }
  return {};
}

std::string_view name(TableKind kind) {
  constexpr std::string_view kNames[] = {
      "income_statement", "balance_sheet", "cash_flow", "changes_in_equity",
      "non_gaap",         "highlights",    "note",      "other"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name(Role role) {
  constexpr std::string_view kNames[] = {"header", "item", "subtotal", "total"};
  return kNames[static_cast<std::size_t>(role)];
}

std::string_view name(ReportKind kind) {
  constexpr std::string_view kNames[] = {"unknown", "quarter", "interim", "nine_months", "annual"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name(Severity severity) {
  constexpr std::string_view kNames[] = {"note", "warning", "error"};
  return kNames[static_cast<std::size_t>(severity)];
}

std::string_view name(Origin origin) {
  constexpr std::string_view kNames[] = {"filing", "text", "unknown"};
  return kNames[static_cast<std::size_t>(origin)];
}

}  // namespace kcfin
