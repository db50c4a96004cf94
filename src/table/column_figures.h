// What the figures of a column tell of it: percentages, differences, a translation of another column.
#pragma once

#include "table/grid.h"

namespace kcfin::table {

// A column's figures, and how many of them are of some form.
struct FigureCount {
  int figures = 0, alike = 0;
  [[nodiscard]] bool mostly() const { return alike * 2 > figures; }
};
[[nodiscard]] FigureCount count_percentages(const Draft& draft, std::uint16_t column);
[[nodiscard]] bool printed_in_percent(const Draft& draft, std::uint16_t column);
// Whether the sign stands only at the first of a column's percentages, or at the first and the total: none of
// its figures is grouped, where those on its left are.
[[nodiscard]] bool begins_in_percent(const Draft& draft, std::uint16_t column);
// Amounts with separators of thousands.
[[nodiscard]] bool printed_in_thousands(const Draft& draft, std::uint16_t column);
[[nodiscard]] bool printed_with_decimals(const Draft& draft, std::uint16_t column);

// Whether the figures of one column are those of another at one rate, as a translation's are.
[[nodiscard]] bool at_one_rate(const Draft& draft, std::uint16_t amounts, std::uint16_t translations);
// Whether a column's percentages are the changes from one column to another, rounded.
[[nodiscard]] bool changes_between(const Draft& draft, std::uint16_t changes, std::uint16_t now,
                                   std::uint16_t base);
// Whether a column's figures are the differences of two others', to a unit of the last place.
[[nodiscard]] bool differences_between(const Draft& draft, std::uint16_t differences, std::uint16_t now,
                                       std::uint16_t base);

// Whether the last column is the sum of all others, as a whole is of its parts, to the roundings of them. The
// quarters of a year add up too: but hardly with dashes, or losses among profits, in most rows.
[[nodiscard]] bool add_across(const Draft& draft);

// Whether two columns print the same figures in every row.
[[nodiscard]] bool print_the_same(const Draft& draft, std::uint16_t a, std::uint16_t b);

// The currency that the cells of a column carry themselves.
[[nodiscard]] Currency printed_currency(const Draft& draft, std::uint16_t column, Currency main);

}  // namespace kcfin::table
