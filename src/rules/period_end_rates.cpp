// The built-in table, and the reader of further rates.
#include "rules/period_end_rates.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "kcfin/finding.h"

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

bool before(const Rate& a, const Rate& b) { return a.as_of < b.as_of; }

// ---------------------------------------------------------------- a file of rates

template <class Number>
bool parse_number(std::string_view text, Number& number) {
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc() && end == text.data() + text.size();
}

// "2023-06-30"
std::optional<Date> date_of(std::string_view text) {
  int year = 0, month = 0, day = 0;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (!parse_number(text.substr(0, 4), year) || !parse_number(text.substr(5, 2), month) ||
      !parse_number(text.substr(8, 2), day)) {
    return std::nullopt;
  }
  const Date date = calendar_date(year, month, day);
  return date.known() ? std::optional(date) : std::nullopt;
}

std::string_view next_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::optional<Rate> rate_at(const Filing& filing, const Currency& from, Date date) {
  for (const Rate& rate : filing.rates) {
    if (rate.from == from && rate.as_of == date) return rate;
  }
  Date day = date;
  for (int back = 0; back <= kBusinessDaysBack; ++back, day = day_before(day)) {
    const auto& given = filing.reference_rates;
    const auto of_day = std::equal_range(given.begin(), given.end(), Rate{from, {}, {}, day, {}}, before);
    for (auto rate = of_day.first; rate != of_day.second; ++rate) {
      if (rate->from == from) return *rate;
    }
    if (from != currency("RMB")) continue;
    for (const PeriodEndRate& known : kRates) {
      if (known.date == day) return Rate{from, currency("USD"), known.rate, day, {}};
    }
  }
  return std::nullopt;
}

Result<std::vector<Rate>> read_rates(std::string_view csv) {
  const std::string_view heading = next_line(csv);
  if (heading != "observation_date,DEXCHUS" && heading != "DATE,DEXCHUS")
    return Error{"not the heading observation_date,DEXCHUS", 1};
  std::vector<Rate> rates;
  for (std::uint32_t number = 2; !csv.empty(); ++number) {
    const std::string_view line = next_line(csv);
    const std::size_t comma = line.find(',');
    const std::string_view value = comma == std::string_view::npos ? "" : line.substr(comma + 1);
    const auto date = date_of(line.substr(0, std::min(comma, line.size())));
    const auto rate = Decimal::parse(value);
    if (!date || (!rate && !value.empty() && value != ".") || (rate && rate->mantissa <= 0))
      return Error{"not a date and a rate", number};
    if (rate) rates.push_back({currency("RMB"), currency("USD"), *rate, *date, {number, 12}});
  }
  std::stable_sort(rates.begin(), rates.end(), before);
  return rates;
}

}  // namespace kcfin
