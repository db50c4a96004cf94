// The built-in table, and the reader of further rates.
#include "rules/period_end_rates.h"

#include <fmt/format.h>

#include <array>

namespace kcfin {
namespace {

struct PeriodEndRate {
  Date date;
  Decimal rate;
  std::string_view source;
};

constexpr std::array kRates = {
#define KCFIN_RATE(year, month, day, value, source) PeriodEndRate{{year, month, day}, {value, 4}, source},
#include "rules/period_end_rates.inc"
#undef KCFIN_RATE
};

constexpr int kBusinessDaysBack = 4;  // a quarter's last business day is at most so many days before its end

Date day_before(Date date) {
  if (date.day > 1) {
    --date.day;
    return date;
  }
  return date.month > 1 ? month_end(date.year, date.month - 1) : month_end(date.year - 1, 12);
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t begin, std::size_t count) {
    int value = 0;
    for (std::size_t i = begin; i < begin + count; ++i) {
      if (text[i] < '0' || text[i] > '9') return -1;
      value = value * 10 + (text[i] - '0');
    }
    return value;
  };
  const int year = number(0, 4);
  const int month = number(5, 2);
  const int day = number(8, 2);
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > month_end(year, month).day)
    return std::nullopt;
  return Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
              static_cast<std::uint8_t>(day)};
}

}  // namespace

std::optional<Rate> rate_at(const Filing& filing, const Currency& from, Date date) {
  for (const Rate& rate : filing.rates) {
    if (rate.from == from && rate.as_of == date) return rate;
  }
  Date day = date;
  for (int back = 0; back <= kBusinessDaysBack; ++back, day = day_before(day)) {
    for (const Rate& rate : filing.reference_rates) {
      if (rate.from == from && rate.as_of == day) return rate;
    }
    if (from != currency("RMB")) continue;
    for (const PeriodEndRate& known : kRates) {
      if (known.date == day) return Rate{from, currency("USD"), known.rate, day, {}};
    }
  }
  return std::nullopt;
}

Result<std::vector<Rate>> read_rates(std::string_view csv) {
  std::vector<Rate> rates;
  std::uint32_t line = 0;
  while (!csv.empty()) {
    ++line;
    const std::size_t end = std::min(csv.find('\n'), csv.size());
    std::string_view row = csv.substr(0, end);
    csv.remove_prefix(std::min(end + 1, csv.size()));
    if (row.ends_with('\r')) row.remove_suffix(1);
    const std::size_t comma = row.find(',');
    if (row.empty()) continue;
    if (comma == std::string_view::npos) return Error{"no comma between date and rate", line};
    const std::string_view value = row.substr(comma + 1);
    const std::optional<Date> date = parse_date(row.substr(0, comma));
    if (!date) {
      if (line == 1) continue;  // the heading
      return Error{fmt::format("“{}” is no date", row.substr(0, comma)), line};
    }
    if (value.empty() || value == ".") continue;  // a holiday
    const std::optional<Decimal> rate = Decimal::parse(value);
    if (!rate || rate->mantissa <= 0) return Error{fmt::format("“{}” is no rate", value), line};
    rates.push_back({currency("RMB"), currency("USD"), *rate, *date, {}});
  }
  if (rates.empty()) return Error{"no rates in it", 0};
  return rates;
}

}  // namespace kcfin
