// Compares the digits of an amount with those that its row's figure would have at the amount's precision.
#include "prose/slip.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "prose/metric_rows.h"

namespace kcfin::prose {
namespace {

// The cell as the sentence would print it. Empty where the arithmetic ends.
std::optional<Decimal> as_printed(const Figure& amount, const Figure& cell) {
  const std::optional<Interval> in_units = Interval::of(cell.value->size(), cell.scale_power);
  const std::optional<Wide> scale = power_of_ten(amount.scale_power);
  if (!in_units || !scale) return std::nullopt;
  const std::optional<Fraction> exact = middle(*in_units);
  const std::optional<Interval> scaled =
      exact ? divide(Interval::exact(*exact), Interval::exact({*scale, 1})) : std::nullopt;
  return scaled ? rounded(scaled->low, amount.value->decimals) : std::nullopt;
}

// "RMB1.2 million" for billion, a point one place off: the digits are right.
bool power_of_ten_apart(const Figure& amount, const Figure& cell) {
  const std::optional<Interval> b = Interval::of(cell.value->size(), cell.scale_power);
  for (const int shift : {-6, -3, -2, -1, 1, 2, 3, 6}) {
    const int power = amount.scale_power + shift;
    // A scale below units: the cell is moved instead.
    const std::optional<Interval> a =
        power >= 0 ? Interval::of(amount.value->size(), power) : Interval::of(amount.value->size(), 0);
    const std::optional<Interval> meant =
        power >= 0 ? b : Interval::of(cell.value->size(), cell.scale_power - power);
    if (a && meant && meets(*a, *meant).value_or(false)) return true;
  }
  return false;
}

std::string digits(std::int64_t mantissa) {
  std::string out = std::to_string(mantissa);
  while (out.size() > 1 && out.back() == '0') out.pop_back();  // a power of ten is a slip of its own
  return out;
}

bool one_more(const std::string& longer, const std::string& shorter) {
  if (longer.size() != shorter.size() + 1) return false;
  for (std::size_t i = 0; i < longer.size(); ++i) {
    if (longer.substr(0, i) + longer.substr(i + 1) == shorter) return true;
  }
  return false;
}

bool slip(const std::string& a, const std::string& b) {
  if (a == b || one_more(a, b) || one_more(b, a)) return true;
  if (a.size() != b.size()) return false;
  std::vector<std::size_t> differ;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != b[i]) differ.push_back(i);
  }
  if (differ.size() == 1) return true;
  return differ.size() == 2 && a[differ[0]] == b[differ[1]] && a[differ[1]] == b[differ[0]];
}

}  // namespace

bool far_from(const Figure& amount, const Figure& cell) {
  if (!amount.value || !cell.value || amount.value->zero() || power_of_ten_apart(amount, cell)) return false;
  const std::optional<Decimal> meant = as_printed(amount, cell);
  if (!meant) return false;
  const std::int64_t a = amount.value->size().mantissa, b = meant->size().mantissa;
  if (b == 0) return true;
  if (a <= 2 * b && b <= 2 * a) return false;
  return !slip(std::to_string(a), std::to_string(b)) && !slip(digits(a), digits(b));
}

bool stands_near(const Filing& filing, const Figure& amount, const Figure& cell) {
  const Table& table = filing.tables[cell.table];
  const std::size_t first = cell.row < 2 ? 0 : cell.row - 2U;
  const std::size_t last = std::min<std::size_t>(table.rows.size(), cell.row + 3U);
  for (std::size_t r = first; r < last; ++r) {
    const std::vector<FigureId>& cells = table.rows[r].cells;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (cells[c] == kNoFigure || (r != cell.row && c != cell.column)) continue;
      const Figure& other = filing.figures[cells[c]];
      if (other.unit == amount.unit && rounds(amount, other)) return true;
    }
  }
  return false;
}

}  // namespace kcfin::prose
