// What the figures of a column tell of it.
#include "table/column_figures.h"

#include <algorithm>
#include <array>

#include "words/currency.h"

namespace kcfin::table {
namespace {

template <class Alike>
FigureCount count_figures(const Draft& draft, std::uint16_t column, Alike is_alike) {
  FigureCount count;
  for (const BodyRow& row : draft.body) {
    for (const BodyCell& cell : row.cells) {
      if (cell.raw->column != column || cell.scanned.form != Form::figure) continue;
      ++count.figures;
      count.alike += is_alike(cell.scanned) ? 1 : 0;
    }
  }
  return count;
}

// Tenths of a per cent, of the amounts or, for two losses, of their sizes; off by half of one at most, and by
// the roundings of the two amounts.
bool meets_change(Wide to, Wide from, Wide tenths) {
  const Wide size = from < 0 ? -from : from;
  const auto meets = [&](Wide difference) {
    const Wide off = difference * 1000 - tenths * size;
    return (off < 0 ? -off : off) * 2 <= size + 4000;
  };
  return meets(to - from) || meets((to < 0 ? -to : to) - size);
}

}  // namespace

FigureCount count_percentages(const Draft& draft, std::uint16_t column) {
  return count_figures(draft, column, [](const Scanned& figure) { return figure.percent || figure.points; });
}

bool printed_in_percent(const Draft& draft, std::uint16_t column) {
  return count_percentages(draft, column).mostly();
}

bool begins_in_percent(const Draft& draft, std::uint16_t column) {
  if (column == 0) return false;
  const auto left = static_cast<std::uint16_t>(column - 1);
  const auto grouped = [&](std::uint16_t of) {
    return count_figures(draft, of, [](const Scanned& figure) { return figure.grouped; });
  };
  const auto first = [&](std::uint16_t of) -> const Scanned* {
    for (const BodyRow& row : draft.body) {
      for (const BodyCell& cell : row.cells)
        if (cell.raw->column == of && cell.scanned.form == Form::figure) return &cell.scanned;
    }
    return nullptr;
  };
  const Scanned *own = first(column), *beside = first(left);
  if (own == nullptr || beside == nullptr || !own->percent || beside->percent) return false;
  const FigureCount count = grouped(column);
  return count.figures >= 3 && count.alike == 0 && grouped(left).alike > 0;
}

bool printed_in_thousands(const Draft& draft, std::uint16_t column) {
  return count_figures(draft, column, [](const Scanned& figure) { return figure.grouped && !figure.percent; })
      .mostly();
}

bool printed_with_decimals(const Draft& draft, std::uint16_t column) {
  return count_figures(draft, column, [](const Scanned& figure) { return figure.value.decimals > 0; })
      .mostly();
}

bool at_one_rate(const Draft& draft, std::uint16_t amounts, std::uint16_t translations) {
  std::vector<std::pair<Wide, Wide>> pairs;
  for (const BodyRow& row : draft.body) {
    Wide amount = 0, translation = 0;
    for (const BodyCell& cell : row.cells) {
      if (cell.scanned.form != Form::figure || cell.scanned.percent || cell.scanned.value.decimals > 0)
        continue;
      const std::int64_t size = cell.scanned.value.size().mantissa;
      if (cell.raw->column == amounts) amount = size;
      if (cell.raw->column == translations) translation = size;
    }
    if (translation >= 200 && amount != translation) pairs.emplace_back(amount, translation);
  }
  if (pairs.size() < 3) return false;
  const auto [amount, translation] = *std::max_element(
      pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return std::all_of(pairs.begin(), pairs.end(), [&, a = amount, t = translation](const auto& pair) {
    const Wide left = pair.first * t, right = a * pair.second;
    return (left > right ? left - right : right - left) * 100 <= left;
  });
}

bool changes_between(const Draft& draft, std::uint16_t changes, std::uint16_t now, std::uint16_t base) {
  int held = 0;
  for (const BodyRow& row : draft.body) {
    const Decimal* change = nullptr;
    Wide to = 0, from = 0;
    for (const BodyCell& cell : row.cells) {
      if (cell.scanned.form != Form::figure) continue;
      if (cell.raw->column == changes) change = &cell.scanned.value;
      if (cell.raw->column == now) to = cell.scanned.value.mantissa;
      if (cell.raw->column == base) from = cell.scanned.value.mantissa;
    }
    if (change == nullptr || from == 0 || to == 0 || change->decimals != 1) continue;
    if (!meets_change(to, from, change->mantissa)) return false;
    ++held;
  }
  return held >= 3;
}

bool differences_between(const Draft& draft, std::uint16_t differences, std::uint16_t now,
                         std::uint16_t base) {
  int held = 0, rows = 0;
  for (const BodyRow& row : draft.body) {
    const Decimal *difference = nullptr, *to = nullptr, *from = nullptr;
    for (const BodyCell& cell : row.cells) {
      if (cell.scanned.form != Form::figure) continue;
      if (cell.raw->column == differences) difference = &cell.scanned.value;
      if (cell.raw->column == now) to = &cell.scanned.value;
      if (cell.raw->column == base) from = &cell.scanned.value;
    }
    if (difference == nullptr || to == nullptr || from == nullptr || difference->decimals != to->decimals ||
        to->decimals != from->decimals)
      continue;
    const auto of_size = [](Wide value) { return value < 0 ? -value : value; };
    const Wide made = static_cast<Wide>(to->mantissa) - from->mantissa;
    ++rows;
    held += of_size(of_size(made) - of_size(difference->mantissa)) <= 1 ? 1 : 0;
  }
  return held >= 3 && held * 4 >= rows * 3;
}

namespace {

// A row as a sum of its parts: not of one, where it lacks a figure or has too few parts that are not nil.
struct RowAcross {
  bool told = false, holds = false;
  bool nil_or_turned = false;  // a part is nil, or of the other sign than the whole
};

RowAcross row_across(const BodyRow& row, const std::vector<std::uint16_t>& columns) {
  RowAcross out;
  Wide sum = 0;
  const Decimal* whole = nullptr;
  std::size_t cells = 0, parts = 0;
  for (const BodyCell& cell : row.cells) {
    const bool nil = cell.scanned.form == Form::dash;
    if ((!nil && cell.scanned.form != Form::figure) || cell.scanned.percent) return out;
    if (cell.raw->column == columns.back()) {
      whole = nil ? nullptr : &cell.scanned.value;
      continue;
    }
    ++cells;
    if (!nil) sum += cell.scanned.value.mantissa;
    parts += nil || cell.scanned.value.mantissa == 0 ? 0 : 1;
  }
  if (whole == nullptr || whole->mantissa == 0 || cells + 1 != columns.size() || parts < 2) return out;
  for (const BodyCell& cell : row.cells) {
    const bool nil = cell.scanned.form == Form::dash;
    if (!nil && cell.scanned.value.decimals != whole->decimals) return out;
    out.nil_or_turned |= nil || (cell.scanned.value.mantissa < 0) != (whole->mantissa < 0);
  }
  const Wide off = sum - whole->mantissa;
  out.told = true;
  out.holds = (off < 0 ? -off : off) * 2 <= static_cast<Wide>(parts) + 1;
  return out;
}

}  // namespace

bool add_across(const Draft& draft) {
  constexpr std::size_t kFewestColumns = 4;
  constexpr int kFewestRows = 3;
  if (draft.value_columns.size() < kFewestColumns) return false;
  int told = 0, holds = 0, nil_or_turned = 0;
  for (const BodyRow& row : draft.body) {
    const RowAcross across = row_across(row, draft.value_columns);
    told += across.told ? 1 : 0;
    holds += across.holds ? 1 : 0;
    nil_or_turned += across.holds && across.nil_or_turned ? 1 : 0;
  }
  return holds >= kFewestRows && holds * 4 >= told * 3 && nil_or_turned * 2 > holds;
}

bool print_the_same(const Draft& draft, std::uint16_t a, std::uint16_t b) {
  int rows = 0;
  for (const BodyRow& row : draft.body) {
    std::string_view own, other;
    for (const BodyCell& cell : row.cells) {
      if (cell.raw->column == a) own = cell.raw->text;
      if (cell.raw->column == b) other = cell.raw->text;
    }
    if (own != other) return false;
    rows += own.empty() ? 0 : 1;
  }
  return rows > 0;
}

Currency printed_currency(const Draft& draft, std::uint16_t column, Currency main) {
  Currency named{};
  int names = 0, bare = 0;
  for (const BodyRow& row : draft.body) {
    for (const BodyCell& cell : row.cells) {
      if (cell.raw->column != column) continue;
      if (named[0] == 0) named = cell.scanned.money;
      names += cell.scanned.money[0] != 0 ? 1 : 0;
      bare += cell.scanned.bare_dollar ? 1 : 0;
    }
  }
  // "A$1,550" on one row of many with a mere "$" is that row's own.
  if (names > 0 && bare <= 2 * names) return named;
  return bare > 0 ? words::meant_by_sign(currency("USD"), main) : Currency{};
}

}  // namespace kcfin::table
