// How figures come to be wrong: see slips.h.
#include "harness/slips.h"

#include <array>
#include <cstdlib>
#include <string>
#include <vector>

namespace kcfin::harness {
namespace {

std::optional<Decimal> with_digits(const Decimal& value, const std::string& digits) {
  const std::optional<Decimal> size = Decimal::parse(digits);
  if (!size) return std::nullopt;
  const std::int64_t mantissa = value.mantissa < 0 ? -size->mantissa : size->mantissa;
  return Decimal{mantissa, value.decimals};
}

std::string digits_of(const Decimal& value) { return std::to_string(std::abs(value.mantissa)); }

std::optional<Decimal> one_digit(const Filing& filing, FigureId figure, Draw& draw) {
  const Decimal& value = *filing.figures[figure].value;
  std::string digits = digits_of(value);
  const std::size_t at = draw.below(digits.size());
  const bool leading = at == 0 && digits.size() > 1;
  std::string others = leading ? "123456789" : "0123456789";
  std::erase(others, digits[at]);
  digits[at] = others[draw.below(others.size())];
  return with_digits(value, digits);
}

std::optional<Decimal> transposed(const Filing& filing, FigureId figure, Draw& draw) {
  const Decimal& value = *filing.figures[figure].value;
  std::string digits = digits_of(value);
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
    if (digits[i] != digits[i + 1] && (i > 0 || digits[1] != '0')) places.push_back(i);
  }
  if (places.empty()) return std::nullopt;
  const std::size_t at = places[draw.below(places.size())];
  std::swap(digits[at], digits[at + 1]);
  return with_digits(value, digits);
}

std::optional<Decimal> sign(const Filing& filing, FigureId figure, Draw& /*draw*/) {
  return filing.figures[figure].value->negated();
}

// Thousands printed where the column has millions, or the other way round.
std::optional<Decimal> scale(const Filing& filing, FigureId figure, Draw& draw) {
  const Figure& printed = filing.figures[figure];
  if (printed.unit.measure != Measure::money || printed.value->decimals != 0) return std::nullopt;
  const std::int64_t value = printed.value->mantissa;
  if (std::abs(value) >= 1000 && (draw.coin() || std::abs(value) > 1'000'000'000'000)) {
    const std::int64_t half = value < 0 ? -500 : 500;
    return Decimal{(value + half) / 1000, 0};
  }
  return Decimal{value * 1000, 0};
}

std::optional<Decimal> one_of(const Figure& printed, const std::vector<Decimal>& others, Draw& draw) {
  std::vector<Decimal> fitting;
  for (const Decimal& other : others) {
    if (!same_value(other, *printed.value)) fitting.push_back(other);
  }
  if (fitting.empty()) return std::nullopt;
  return fitting[draw.below(fitting.size())];
}

// The figure in another cell, where it could be mistaken for one of this column.
std::optional<Decimal> figure_at(const Filing& filing, const Figure& printed, std::uint32_t row,
                                 std::uint32_t column) {
  const std::vector<FigureId>& cells = filing.tables[printed.table].rows[row].cells;
  if (column >= cells.size() || cells[column] == kNoFigure) return std::nullopt;
  const Figure& other = filing.figures[cells[column]];
  if (!other.usable() || other.unit.measure != printed.unit.measure) return std::nullopt;
  return other.value;
}

std::optional<Decimal> neighbour(const Filing& filing, FigureId figure, Draw& draw) {
  const Figure& printed = filing.figures[figure];
  std::vector<Decimal> others;
  for (const std::uint32_t column : {printed.column - 1, printed.column + 1}) {
    if (const auto other = figure_at(filing, printed, printed.row, column)) others.push_back(*other);
  }
  return one_of(printed, others, draw);
}

std::optional<Decimal> row_above(const Filing& filing, FigureId figure, Draw& draw) {
  const Figure& printed = filing.figures[figure];
  for (std::uint32_t row = printed.row; row-- > 0;) {
    if (const auto other = figure_at(filing, printed, row, printed.column))
      return one_of(printed, {*other}, draw);
  }
  return std::nullopt;
}

std::optional<Decimal> stale(const Filing& filing, FigureId figure, Draw& draw) {
  const Figure& printed = filing.figures[figure];
  const Table& table = filing.tables[printed.table];
  std::vector<Decimal> others;
  for (std::uint32_t column = 0; column < table.columns.size(); ++column) {
    const Column& there = table.columns[column];
    const bool prior = there.period.known() && there.period.end < printed.period.end &&
                       there.unit == table.columns[printed.column].unit;
    if (!prior) continue;
    if (const auto other = figure_at(filing, printed, printed.row, column)) others.push_back(*other);
  }
  return one_of(printed, others, draw);
}

constexpr std::array kSlips = {
    Slip{"one digit", one_digit},
    Slip{"two digits transposed", transposed},
    Slip{"sign", sign},
    Slip{"scale", scale},
    Slip{"neighbouring column", neighbour},
    Slip{"row above", row_above},
    Slip{"stale prior period", stale},
};

}  // namespace

std::span<const Slip> slips() { return kSlips; }

}  // namespace kcfin::harness
