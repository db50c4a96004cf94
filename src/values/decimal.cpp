// Exact decimals, fractions and intervals. Every product and sum is overflow-checked.
#include "kcfin/decimal.h"

#include <algorithm>
#include <array>
#include <limits>

namespace kcfin {
namespace {

constexpr int kMaxDigits = 18;

bool fits_signed_64(Wide value) { return static_cast<std::int64_t>(value) == value; }

// The negative of the least number would not fit: it does not occur.
constexpr Wide kLeast = std::numeric_limits<Wide>::min();

std::optional<Wide> times(Wide a, Wide b) {
  // The common case: a product of 64 bits each fits, and takes one instruction.
  if (fits_signed_64(a) && fits_signed_64(b)) return a * b;
  Wide product = 0;
  if (__builtin_mul_overflow(a, b, &product) || product == kLeast) return std::nullopt;
  return product;
}

std::optional<Wide> plus(Wide a, Wide b) {
  Wide sum = 0;
  if (__builtin_add_overflow(a, b, &sum) || sum == kLeast) return std::nullopt;
  return sum;
}

constexpr int kMaxPower = 38;  // the greatest power of ten in 128 bits

constexpr auto kPowers = [] {
  std::array<Wide, kMaxPower + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

// Powers of ten that fit a mantissa.
std::int64_t small_power(int exponent) {
  return static_cast<std::int64_t>(kPowers[static_cast<std::size_t>(exponent)]);
}

std::optional<Decimal> of_18_digits(Wide mantissa, std::uint8_t decimals) {
  const Wide beyond = kPowers[kMaxDigits];
  if (mantissa >= beyond || mantissa <= -beyond) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(mantissa), decimals};
}

std::optional<Decimal> rescaled(const Decimal& value, std::uint8_t decimals) {
  if (decimals - value.decimals > kMaxDigits) return std::nullopt;
  return of_18_digits(static_cast<Wide>(value.mantissa) * small_power(decimals - value.decimals), decimals);
}

// Division of 128 bits is many times slower than of 64, and most numbers soon fit the latter.
bool fits_64(Wide size) { return size >> 64 == 0; }

// Of a number and a positive one.
Wide greatest_common_divisor(Wide a, Wide b) {
  if (a < 0) a = -a;
  while (!fits_64(a) || !fits_64(b)) {
    if (b == 0) return a;
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  auto x = static_cast<std::uint64_t>(a), y = static_cast<std::uint64_t>(b);
  while (y != 0) {
    const std::uint64_t rest = x % y;
    x = y;
    y = rest;
  }
  return static_cast<Wide>(x);
}

// Of numbers that the divisor divides without a rest.
Wide divided(Wide value, Wide divisor) {
  const Wide size = value < 0 ? -value : value;
  if (!fits_64(size) || !fits_64(divisor)) return value / divisor;
  const auto whole =
      static_cast<Wide>(static_cast<std::uint64_t>(size) / static_cast<std::uint64_t>(divisor));
  return value < 0 ? -whole : whole;
}

Fraction lowest_terms(const Fraction& value) {
  const Wide divisor = greatest_common_divisor(value.numerator, value.denominator);
  if (divisor > 1) return {divided(value.numerator, divisor), divided(value.denominator, divisor)};
  return value;
}

// Two such terms multiply without overflow: they need no reduction.
constexpr Wide kSmallTerm = Wide{1} << 62;

Fraction reduced(Wide numerator, Wide denominator) {
  if (numerator < kSmallTerm && -numerator < kSmallTerm && denominator < kSmallTerm)
    return {numerator, denominator};
  return lowest_terms({numerator, denominator});
}

std::optional<Fraction> product_as_is(const Fraction& a, const Fraction& b) {
  const auto numerator = times(a.numerator, b.numerator);
  const auto denominator = times(a.denominator, b.denominator);
  if (!numerator || !denominator) return std::nullopt;
  return reduced(*numerator, *denominator);
}

std::optional<Fraction> product(const Fraction& a, const Fraction& b) {
  if (const auto out = product_as_is(a, b)) return out;
  return product_as_is(lowest_terms(a), lowest_terms(b));
}

std::optional<Fraction> quotient(const Fraction& a, const Fraction& b) {
  if (b.numerator == 0) return std::nullopt;
  const Fraction inverse =
      b.numerator < 0 ? Fraction{-b.denominator, -b.numerator} : Fraction{b.denominator, b.numerator};
  return product(a, inverse);
}

std::optional<Fraction> sum_as_is(const Fraction& a, const Fraction& b) {
  if (a.denominator == b.denominator) {
    const auto numerator = plus(a.numerator, b.numerator);
    if (!numerator) return std::nullopt;
    return Fraction{*numerator, a.denominator};
  }
  const auto left = times(a.numerator, b.denominator);
  const auto right = times(b.numerator, a.denominator);
  const auto denominator = times(a.denominator, b.denominator);
  if (!left || !right || !denominator) return std::nullopt;
  const auto numerator = plus(*left, *right);
  if (!numerator) return std::nullopt;
  return reduced(*numerator, *denominator);
}

std::optional<Fraction> sum(const Fraction& a, const Fraction& b) {
  if (const auto out = sum_as_is(a, b)) return out;
  return sum_as_is(lowest_terms(a), lowest_terms(b));
}

std::optional<std::strong_ordering> compare_as_is(const Fraction& a, const Fraction& b) {
  if (a.denominator == b.denominator) return a.numerator <=> b.numerator;
  const auto left = times(a.numerator, b.denominator);
  const auto right = times(b.numerator, a.denominator);
  if (!left || !right) return std::nullopt;
  return *left <=> *right;
}

std::optional<Interval> spanned(const std::optional<Fraction>& low, const std::optional<Fraction>& high) {
  if (!low || !high) return std::nullopt;
  return Interval{*low, *high};
}

bool below_zero(const Fraction& value) { return value.numerator < 0; }

// By an interval that reaches no lower than zero: the sign of each end of `a` tells which end it takes.
std::optional<Interval> times_positive(const Interval& a, const Interval& b) {
  return spanned(product(a.low, below_zero(a.low) ? b.high : b.low),
                 product(a.high, below_zero(a.high) ? b.low : b.high));
}

// Of two intervals with zero inside: one of two products is the least, one of two the greatest.
std::optional<Interval> times_mixed(const Interval& a, const Interval& b) {
  const auto low = product(a.low, b.high), other_low = product(a.high, b.low);
  const auto high = product(a.high, b.high), other_high = product(a.low, b.low);
  if (!low || !other_low || !high || !other_high) return std::nullopt;
  const auto lower = compare(*other_low, *low), higher = compare(*other_high, *high);
  if (!lower || !higher) return std::nullopt;
  return Interval{*lower < 0 ? *other_low : *low, *higher > 0 ? *other_high : *high};
}

}  // namespace

std::optional<Wide> power_of_ten(int exponent) {
  if (exponent < 0 || exponent > kMaxPower) return std::nullopt;
  return kPowers[static_cast<std::size_t>(exponent)];
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  Decimal value;
  int digits = 0;
  bool point = false, any = false;
  for (const char c : text) {
    if (c == '.') {
      if (point) return std::nullopt;
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    any = true;
    if (value.mantissa != 0 || c != '0') ++digits;
    if (point) ++value.decimals;
    if (digits > kMaxDigits || value.decimals > kMaxDigits) return std::nullopt;
    value.mantissa = value.mantissa * 10 + (c - '0');
  }
  if (!any) return std::nullopt;
  if (negative) value.mantissa = -value.mantissa;
  return value;
}

std::string Decimal::text() const {
  std::string digits = std::to_string(mantissa < 0 ? -mantissa : mantissa);
  if (decimals > 0) {
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, 1, '.');
  }
  return mantissa < 0 ? "-" + digits : digits;
}

std::string Decimal::grouped() const {
  std::string digits = text();
  const std::size_t first = mantissa < 0 ? 1 : 0;
  std::size_t at = std::min(digits.find('.'), digits.size());
  while (at > first + 3) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::strong_ordering compare(const Decimal& a, const Decimal& b) {
  // Both products fit: 18 digits times 10^18.
  const Wide left = static_cast<Wide>(a.mantissa) * small_power(b.decimals);
  const Wide right = static_cast<Wide>(b.mantissa) * small_power(a.decimals);
  return left <=> right;
}

std::optional<Decimal> add(const Decimal& a, const Decimal& b) {
  const std::uint8_t decimals = std::max(a.decimals, b.decimals);
  const auto left = rescaled(a, decimals);
  const auto right = rescaled(b, decimals);
  if (!left || !right) return std::nullopt;
  return of_18_digits(static_cast<Wide>(left->mantissa) + right->mantissa, decimals);
}

std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) { return add(a, b.negated()); }

std::optional<std::strong_ordering> compare(const Fraction& a, const Fraction& b) {
  if (const auto out = compare_as_is(a, b)) return out;
  return compare_as_is(lowest_terms(a), lowest_terms(b));
}

std::optional<Decimal> rounded(const Fraction& value, std::uint8_t decimals) {
  const auto power = power_of_ten(decimals);
  if (!power) return std::nullopt;
  const auto scaled = times(value.numerator, *power);
  if (!scaled) return std::nullopt;
  const Wide size = *scaled < 0 ? -*scaled : *scaled;
  Wide whole = size / value.denominator;
  const Wide rest = size % value.denominator;
  if (rest >= value.denominator - rest) ++whole;
  return of_18_digits(*scaled < 0 ? -whole : whole, decimals);
}

std::optional<Interval> Interval::of(const Decimal& printed, int scale_power) {
  // In halves of the last printed place: (2m ± 1) * 10^scale / (2 * 10^decimals).
  const int exponent = scale_power - printed.decimals;
  const auto power = power_of_ten(exponent < 0 ? -exponent : exponent);
  if (!power) return std::nullopt;
  const Wide twice = static_cast<Wide>(printed.mantissa) * 2;
  if (exponent < 0) {
    const auto denominator = times(*power, 2);
    if (!denominator) return std::nullopt;
    return Interval{{twice - 1, *denominator}, {twice + 1, *denominator}};
  }
  const auto low = times(twice - 1, *power);
  const auto high = times(twice + 1, *power);
  if (!low || !high) return std::nullopt;
  return Interval{{*low, 2}, {*high, 2}};
}

std::optional<Interval> add(const Interval& a, const Interval& b) {
  const auto low = sum(a.low, b.low);
  const auto high = sum(a.high, b.high);
  if (!low || !high) return std::nullopt;
  return Interval{*low, *high};
}

Interval negate(const Interval& a) {
  return {{-a.high.numerator, a.high.denominator}, {-a.low.numerator, a.low.denominator}};
}

std::optional<Interval> subtract(const Interval& a, const Interval& b) { return add(a, negate(b)); }

std::optional<Interval> multiply(const Interval& a, const Interval& b) {
  if (!below_zero(b.low)) return times_positive(a, b);
  if (!below_zero(a.low)) return times_positive(b, a);
  if (b.high.numerator <= 0) return times_positive(negate(a), negate(b));
  if (a.high.numerator <= 0) return times_positive(negate(b), negate(a));
  return times_mixed(a, b);
}

std::optional<Interval> divide(const Interval& a, const Interval& b) {
  if (b.low.numerator <= 0 && b.high.numerator >= 0) return std::nullopt;
  if (below_zero(b.high)) return divide(negate(a), negate(b));
  return spanned(quotient(a.low, below_zero(a.low) ? b.low : b.high),
                 quotient(a.high, below_zero(a.high) ? b.high : b.low));
}

std::optional<Interval> absolute(const Interval& a) {
  if (a.low.numerator >= 0) return a;
  if (a.high.numerator <= 0) return negate(a);
  const Fraction left{-a.low.numerator, a.low.denominator};
  const auto order = compare(left, a.high);
  if (!order) return std::nullopt;
  return Interval{{0, 1}, *order > 0 ? left : a.high};
}

std::optional<bool> meets(const Interval& a, const Interval& b) {
  const auto left = compare(a.low, b.high);
  const auto right = compare(b.low, a.high);
  if (!left || !right) return std::nullopt;
  return *left <= 0 && *right <= 0;
}

std::optional<bool> contains(const Interval& a, const Fraction& value) {
  return meets(a, Interval::exact(value));
}

std::optional<Fraction> middle(const Interval& a) {
  const auto total = sum(a.low, a.high);
  if (!total) return std::nullopt;
  const auto denominator = times(total->denominator, 2);
  if (!denominator) return std::nullopt;
  return reduced(total->numerator, *denominator);
}

}  // namespace kcfin
