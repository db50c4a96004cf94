// Digits are held against digits from the right, where a lost head shifts nothing.
#include "solve/legible.h"

#include <algorithm>
#include <string>

#include "values/text.h"

namespace kcfin::solving {
namespace {

Wide floor_of(const Fraction& value) {
  const Wide quotient = value.numerator / value.denominator;
  return value.numerator % value.denominator < 0 ? quotient - 1 : quotient;
}

}  // namespace

int digits_legible(std::string_view legible) {
  return static_cast<int>(std::count_if(legible.begin(), legible.end(), is_digit));
}

bool fits(std::string_view legible, const Decimal& value) {
  if (legible.empty() || value.decimals != 0) return false;
  const bool negative = legible.front() == '-';
  if (negative) legible.remove_prefix(1);
  if (negative != (value.mantissa < 0)) return false;
  const bool headless = legible.starts_with('*');
  if (headless) legible.remove_prefix(1);
  const std::string digits = value.size().text();
  if (headless ? digits.size() < legible.size() : digits.size() != legible.size()) return false;
  const std::string_view tail = std::string_view(digits).substr(digits.size() - legible.size());
  return std::equal(legible.begin(), legible.end(), tail.begin(),
                    [](char read, char digit) { return read == '?' || read == digit; });
}

std::optional<Decimal> only_fit(std::string_view legible, const Interval& range, int scale_power) {
  Wide unit = 1;
  for (int i = 0; i < scale_power; ++i) unit *= 10;
  const auto in_scale = divide(range, Interval::exact({unit, 1}));
  if (!in_scale) return std::nullopt;
  // Half a unit more on either side: the figure itself is rounded.
  constexpr Wide kMost = 4096;
  const Wide low = floor_of(in_scale->low), high = floor_of(in_scale->high) + 1;
  if (high - low > kMost || low < -INT64_MAX || high > INT64_MAX) return std::nullopt;
  std::optional<Decimal> found;
  for (Wide amount = low; amount <= high; ++amount) {
    const Decimal value{static_cast<std::int64_t>(amount), 0};
    if (!fits(legible, value)) continue;
    const auto own = Interval::of(value, scale_power);
    if (!own || !meets(*own, range).value_or(false)) continue;
    if (found) return std::nullopt;
    found = value;
  }
  return found;
}

bool copies_above(const Filing& filing, const Figure& figure) {
  if (figure.damage != Damage::suspect || !figure.in_table() || figure.candidates.empty()) return false;
  const auto& rows = filing.tables[figure.table].rows;
  constexpr std::size_t kNear = 4;
  for (std::size_t r = figure.row; r > 0 && figure.row - r < kNear;) {
    --r;
    if (rows[r].role == Role::header) continue;
    const FigureId above = rows[r].cells[figure.column];
    return above != kNoFigure && !figure.candidates.front().value.zero() &&
           filing.figures[above].raw == figure.raw;
  }
  return false;
}

}  // namespace kcfin::solving
