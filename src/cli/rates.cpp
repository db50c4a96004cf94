// DEXCHUS, line by line.
#include "cli/rates.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "cli/input.h"

namespace kcfin::cli {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{16} << 20U;

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
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > month_end(year, month).day) return std::nullopt;
  return Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
              static_cast<std::uint8_t>(day)};
}

std::string_view next_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

Result<std::vector<Rate>> read_rates(const std::string& path) {
  const Result<std::string> bytes = bytes_of(path, kMostBytes);
  if (!bytes) return Error{fmt::format("{}: {}", path, bytes.error().message), 0};
  std::string_view rest = *bytes;
  const std::string_view heading = next_line(rest);
  if (heading != "observation_date,DEXCHUS" && heading != "DATE,DEXCHUS") {
    return Error{fmt::format("{}: line 1: not the heading observation_date,DEXCHUS", path), 0};
  }
  std::vector<Rate> rates;
  for (std::uint32_t number = 2; !rest.empty(); ++number) {
    const std::string_view line = next_line(rest);
    const std::size_t comma = line.find(',');
    const std::string_view value = comma == std::string_view::npos ? "" : line.substr(comma + 1);
    const auto date = date_of(line.substr(0, std::min(comma, line.size())));
    const auto rate = Decimal::parse(value);
    if (!date || (!rate && !value.empty() && value != ".") || (rate && rate->mantissa <= 0)) {
      return Error{fmt::format("{}: line {}: not a date and a rate", path, number), 0};
    }
    if (rate) rates.push_back({currency("RMB"), currency("USD"), *rate, *date, {number, 12}});
  }
  return rates;
}

}  // namespace kcfin::cli
