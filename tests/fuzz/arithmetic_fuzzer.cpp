// Exact arithmetic held against itself modulo a prime, where nothing overflows: whatever it gives is right,
// and where it would overflow it gives nothing.
//
// The input is a program for a stack of intervals: a byte says what is done, figures take twelve more.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

#include "fuzz/property.h"
#include "kcfin/decimal.h"

namespace {

using kcfin::Decimal;
using kcfin::Fraction;
using kcfin::Interval;
using kcfin::Wide;
using kcfin::fuzz::require;

__extension__ using Product = unsigned __int128;

// A fraction whose terms are known modulo a prime.
struct Residue {
  static constexpr std::uint64_t kPrime = (std::uint64_t{1} << 61) - 1;
  std::uint64_t numerator = 0;
  std::uint64_t denominator = 1;

  static std::uint64_t of(Wide value) {
    const Wide rest = value % Wide{kPrime};
    return static_cast<std::uint64_t>(rest < 0 ? rest + Wide{kPrime} : rest);
  }
  static std::uint64_t times(std::uint64_t a, std::uint64_t b) {
    return static_cast<std::uint64_t>(Product{a} * b % kPrime);
  }
  explicit Residue(const Fraction& value)
      : numerator(of(value.numerator)), denominator(of(value.denominator)) {}
  Residue(std::uint64_t above, std::uint64_t below) : numerator(above), denominator(below) {}

  friend bool operator==(const Residue& a, const Residue& b) {
    return times(a.numerator, b.denominator) == times(b.numerator, a.denominator);
  }
  friend Residue operator+(const Residue& a, const Residue& b) {
    const std::uint64_t left = times(a.numerator, b.denominator), right = times(b.numerator, a.denominator);
    return {(left + right) % kPrime, times(a.denominator, b.denominator)};
  }
  friend Residue operator*(const Residue& a, const Residue& b) {
    return {times(a.numerator, b.numerator), times(a.denominator, b.denominator)};
  }
  [[nodiscard]] Residue inverse() const { return {denominator, numerator}; }
};

// By whole parts and the reciprocals of what is left, as Euclid would: exact, and nothing grows.
std::strong_ordering order(Fraction a, Fraction b) {
  const auto take_whole = [](Fraction& value) {
    Wide whole = value.numerator / value.denominator;
    value.numerator %= value.denominator;
    if (value.numerator >= 0) return whole;
    value.numerator += value.denominator;
    return whole - 1;
  };
  while (true) {
    const Wide left = take_whole(a), right = take_whole(b);
    if (left != right) return left <=> right;
    if (a.numerator == 0 || b.numerator == 0) return a.numerator <=> b.numerator;
    const Fraction turned{b.denominator, b.numerator};
    b = {a.denominator, a.numerator};
    a = turned;
  }
}

void require_sound(const Interval& interval) {
  require(interval.low.denominator > 0 && interval.high.denominator > 0, "a denominator is positive");
  require(order(interval.low, interval.high) <= 0, "an interval's ends are in order");
}

void require_18_digits(const std::optional<Decimal>& value) {
  constexpr std::int64_t kBeyond = 1'000'000'000'000'000'000;
  require(!value || (value->mantissa < kBeyond && value->mantissa > -kBeyond),
          "a value has at most 18 digits");
}

Fraction exact(const Decimal& value) {
  Wide power = 1;
  for (int i = 0; i < value.decimals; ++i) power *= 10;
  return {value.mantissa, power};
}

void try_decimals(const Decimal& a, const Decimal& b) {
  require(compare(a, b) == order(exact(a), exact(b)), "decimals compare as their values do");
  const auto sum = add(a, b), difference = subtract(a, b);
  require_18_digits(sum);
  require_18_digits(difference);
  require(!sum || Residue(exact(*sum)) == Residue(exact(a)) + Residue(exact(b)),
          "a sum of decimals is exact");
  require(!difference || Residue(exact(*difference)) == Residue(exact(a)) + Residue(exact(b.negated())),
          "a difference of decimals is exact");
  require(Decimal::parse(a.text()) == a, "a decimal reads as it is printed");
}

void try_rounding(const Fraction& value, std::uint8_t decimals) {
  const auto rounded = kcfin::rounded(value, decimals);
  require_18_digits(rounded);
  if (!rounded) return;
  const auto around = Interval::of(*rounded, 0);
  require(around && order(around->low, value) <= 0 && order(value, around->high) <= 0,
          "a value is rounded by half a unit at most");
}

void try_order(const Interval& a, const Interval& b) {
  const auto compared = compare(a.low, b.high);
  require(!compared || *compared == order(a.low, b.high), "fractions compare as their values do");
  const auto met = meets(a, b);
  const bool meeting = order(a.low, b.high) <= 0 && order(b.low, a.high) <= 0;
  require(!met || *met == meeting, "intervals meet where they have an amount in common");
  const auto contained = contains(a, b.low);
  const bool within = order(a.low, b.low) <= 0 && order(b.low, a.high) <= 0;
  require(!contained || *contained == within, "an interval contains what lies between its ends");
}

std::optional<Interval> sum(const Interval& a, const Interval& b) {
  const auto out = add(a, b);
  if (!out) return out;
  require(Residue(out->low) == Residue(a.low) + Residue(b.low), "the low ends are summed exactly");
  require(Residue(out->high) == Residue(a.high) + Residue(b.high), "the high ends are summed exactly");
  return out;
}

std::optional<Interval> difference(const Interval& a, const Interval& b) {
  const auto out = subtract(a, b);
  const Residue minus(Fraction{-1, 1});
  require(!out || Residue(out->low) == Residue(a.low) + minus * Residue(b.high), "a difference is exact");
  return out;
}

// The ends are two of the corners, and no corner lies outside.
std::optional<Interval> spanned(const std::optional<Interval>& out, const Interval& a, const Interval& b,
                                bool quotient) {
  if (!out) return out;
  bool low = false, high = false;
  for (const Fraction& left : {a.low, a.high}) {
    for (const Fraction& right : {b.low, b.high}) {
      const Residue corner = Residue(left) * (quotient ? Residue(right).inverse() : Residue(right));
      low = low || corner == Residue(out->low);
      high = high || corner == Residue(out->high);
      const auto one = quotient ? divide(Interval::exact(left), Interval::exact(right))
                                : multiply(Interval::exact(left), Interval::exact(right));
      require(!one || (order(out->low, one->low) <= 0 && order(one->low, out->high) <= 0),
              "no corner lies outside");
    }
  }
  require(low && high, "the ends are corners");
  return out;
}

std::optional<Interval> size(const Interval& a) {
  const std::optional<Interval> out = absolute(a);
  if (!out) return out;
  const Fraction turned{-a.low.numerator, a.low.denominator};
  const Fraction farther = order(turned, a.high) > 0 ? turned : a.high;
  require(order(out->high, farther) == 0, "the farther end is the size");
  require(out->low.numerator >= 0, "a size is not negative");
  return out;
}

std::optional<Interval> half(const Interval& a) {
  const auto out = middle(a);
  if (!out) return std::nullopt;
  require(Residue(*out) + Residue(*out) == Residue(a.low) + Residue(a.high), "the middle lies in the middle");
  return Interval::exact(*out);
}

class Machine {
 public:
  explicit Machine(std::string_view program) : program_(program) {}

  void run() {
    while (!program_.empty() && stack_.size() < 64) step(take());
  }

 private:
  std::uint8_t take() {
    const auto byte = static_cast<std::uint8_t>(program_.empty() ? '\0' : program_.front());
    if (!program_.empty()) program_.remove_prefix(1);
    return byte;
  }

  Decimal figure() {
    Decimal value;
    std::array<char, sizeof value.mantissa> bytes{};
    for (char& byte : bytes) byte = static_cast<char>(take());
    std::memcpy(&value.mantissa, bytes.data(), bytes.size());
    value.mantissa %= 1'000'000'000'000'000'000;
    value.decimals = take() % 19;
    return value;
  }

  void step(std::uint8_t what) {
    if (what % 8 == 0) return push_figure();
    if (stack_.size() < 2) return;
    const Interval a = stack_[stack_.size() - 2], b = stack_.back();
    try_order(a, b);
    try_rounding(a.high, take() % 19);
    switch (what % 8) {
      case 1:
        return push(sum(a, b));
      case 2:
        return push(difference(a, b));
      case 3:
        return push(spanned(multiply(a, b), a, b, false));
      case 4:
        return push(spanned(divide(a, b), a, b, true));
      case 5:
        return push(size(b));
      case 6:
        return push(half(b));
      default:
        stack_.pop_back();
    }
  }

  void push_figure() {
    const Decimal value = figure();
    try_decimals(value, last_);
    last_ = value;
    const auto interval = Interval::of(value, take() % 10);
    push((take() & 1) != 0 || !interval ? Interval::exact(exact(value)) : interval);
  }

  void push(const std::optional<Interval>& made) {
    if (!made) return;
    require_sound(*made);
    stack_.push_back(*made);
  }

  std::string_view program_;
  std::vector<Interval> stack_;
  Decimal last_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Machine(std::string_view(reinterpret_cast<const char*>(data), size)).run();
  return 0;
}
