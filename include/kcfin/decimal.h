// Exact decimals: a printed figure, and the interval of amounts that it stands for.
//
// No binary floating point touches a figure between its text and a verdict. A figure printed with d
// decimals in scale 10^s stands for every amount within half a unit of its last printed place, both
// ends included, because filers round halves either way (the reading of XBRL Calculations 1.1).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kcfin {

__extension__ using Wide = __int128;  // exact products; every operation on it is overflow-checked

// mantissa / 10^decimals, with the printed number of decimals kept: 17.80 is {1780, 2}, not {178, 1}.
// At most 18 significant digits.
struct Decimal {
  std::int64_t mantissa = 0;
  std::uint8_t decimals = 0;

  // Plain digits with an optional sign and point ("-1356246", "0.31"); empty when the text is
  // anything else or has more than 18 digits. Separators are the table room's business.
  static std::optional<Decimal> parse(std::string_view text);

  // The printed digits, without separators: "-1356246", "-0.37".
  [[nodiscard]] std::string text() const;
  // For a person: "1,356,246", "-0.37".
  [[nodiscard]] std::string grouped() const;

  [[nodiscard]] Decimal negated() const { return {-mantissa, decimals}; }
  [[nodiscard]] Decimal size() const { return mantissa < 0 ? negated() : *this; }
  [[nodiscard]] bool zero() const { return mantissa == 0; }

  // Representation equality (value and printed decimals); use same_value for 0.5 == 0.50.
  friend bool operator==(const Decimal&, const Decimal&) = default;
};

// Compares values whatever their decimals are.
[[nodiscard]] std::strong_ordering compare(const Decimal& a, const Decimal& b);
[[nodiscard]] inline bool same_value(const Decimal& a, const Decimal& b) { return compare(a, b) == 0; }

// Exact sum and difference at the finer of both precisions; empty on overflow.
[[nodiscard]] std::optional<Decimal> add(const Decimal& a, const Decimal& b);
[[nodiscard]] std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);

// 10^exponent; empty below zero and above 38, where 128 bits end.
[[nodiscard]] std::optional<Wide> power_of_ten(int exponent);

// A rational number; denominator > 0. What an end point of an interval is.
struct Fraction {
  Wide numerator = 0;
  Wide denominator = 1;
};
// Cross-multiplies, never divides. Empty on overflow.
[[nodiscard]] std::optional<std::strong_ordering> compare(const Fraction& a, const Fraction& b);
// Rounded to the given number of decimals, halves away from zero; empty on overflow.
[[nodiscard]] std::optional<Decimal> rounded(const Fraction& value, std::uint8_t decimals);

// A closed interval of amounts in units (not thousands), exact.
// Every operation yields an empty optional on overflow or where the result does not exist.
struct Interval {
  Fraction low, high;

  // What a figure printed at this scale (power of ten: 3 for thousands) stands for.
  static std::optional<Interval> of(const Decimal& printed, int scale_power);
  static Interval exact(const Fraction& value) { return {value, value}; }
};
[[nodiscard]] std::optional<Interval> add(const Interval& a, const Interval& b);
[[nodiscard]] Interval negate(const Interval& a);
[[nodiscard]] std::optional<Interval> subtract(const Interval& a, const Interval& b);
[[nodiscard]] std::optional<Interval> multiply(const Interval& a, const Interval& b);
// Empty also where the divisor's interval touches zero.
[[nodiscard]] std::optional<Interval> divide(const Interval& a, const Interval& b);
[[nodiscard]] std::optional<Interval> absolute(const Interval& a);
[[nodiscard]] std::optional<bool> meets(const Interval& a, const Interval& b);
[[nodiscard]] std::optional<bool> contains(const Interval& a, const Fraction& value);
// Midpoint, which for the interval of one printed figure is the figure itself.
[[nodiscard]] std::optional<Fraction> middle(const Interval& a);

}  // namespace kcfin
