// Exact decimals and intervals: printed digits in, printed digits out; nothing overflows in silence.
#include "kcfin/decimal.h"

#include <gtest/gtest.h>

namespace kcfin {
namespace {

Decimal dec(std::string_view text) { return Decimal::parse(text).value(); }
Interval of(std::string_view text, int scale = 0) { return Interval::of(dec(text), scale).value(); }

TEST(Decimal, KeepsPrintedDecimals) {
  EXPECT_EQ(dec("17.80").text(), "17.80");
  EXPECT_EQ(dec("-0.37").text(), "-0.37");
  EXPECT_EQ(dec("0.05").text(), "0.05");
  EXPECT_EQ(dec("-1356246").text(), "-1356246");
  EXPECT_EQ(dec("-1356246").grouped(), "-1,356,246");
  EXPECT_EQ(dec("1234.5").grouped(), "1,234.5");
  EXPECT_EQ(dec("999").grouped(), "999");
}

TEST(Decimal, RefusesWhatIsNoNumber) {
  EXPECT_FALSE(Decimal::parse(""));
  EXPECT_FALSE(Decimal::parse("-"));
  EXPECT_FALSE(Decimal::parse("1.2.3"));
  EXPECT_FALSE(Decimal::parse("1,234"));
  EXPECT_FALSE(Decimal::parse("12x"));
  EXPECT_TRUE(Decimal::parse("999999999999999999"));
  EXPECT_FALSE(Decimal::parse("1999999999999999999"));  // 19 digits
}

TEST(Decimal, ComparesValuesNotForms) {
  EXPECT_TRUE(same_value(dec("0.50"), dec("0.5")));
  EXPECT_FALSE(dec("0.50") == dec("0.5"));
  EXPECT_TRUE(compare(dec("-2"), dec("-1.99")) < 0);
}

TEST(Decimal, AddsAtTheFinerPrecision) {
  EXPECT_EQ(add(dec("1.5"), dec("0.25"))->text(), "1.75");
  EXPECT_EQ(subtract(dec("8031"), dec("25531"))->text(), "-17500");
  EXPECT_FALSE(add(dec("999999999999999999"), dec("0.01")));  // would overflow
}

TEST(Interval, StandsForHalfAUnitEitherWay) {
  // 4,319,204 in thousands: 4,319,203.5 to 4,319,204.5 thousand, both ends included.
  const Interval figure = of("4319204", 3);
  EXPECT_TRUE(*contains(figure, {4319203500, 1}));
  EXPECT_TRUE(*contains(figure, {4319204500, 1}));
  EXPECT_FALSE(*contains(figure, {4319204501, 1}));
  EXPECT_FALSE(*contains(figure, {4319203499, 1}));
}

TEST(Interval, RoundingOfAnotherPrecisionMeets) {
  EXPECT_TRUE(*meets(of("1.5", 6), of("1468", 3)));
  EXPECT_FALSE(*meets(of("1.4", 6), of("1468", 3)));
  EXPECT_TRUE(*meets(of("1.4", 6), of("1450", 3)));  // the end point belongs to both
}

TEST(Interval, DividesExactly) {
  const auto margin = divide(of("400791", 3), of("3699803", 3));
  ASSERT_TRUE(margin);
  EXPECT_EQ(rounded(*middle(*margin), 4)->text(), "0.1083");
  EXPECT_FALSE(divide(of("1"), of("0")));
}

TEST(Interval, ProductsOfBothSigns) {
  const auto square = multiply({{-2, 1}, {3, 1}}, {{-5, 1}, {1, 1}});
  ASSERT_TRUE(square);
  EXPECT_EQ(*compare(square->low, Fraction{-15, 1}), std::strong_ordering::equal);
  EXPECT_EQ(*compare(square->high, Fraction{10, 1}), std::strong_ordering::equal);
  EXPECT_EQ(*compare(absolute({{-2, 1}, {1, 1}})->high, Fraction{2, 1}), std::strong_ordering::equal);
}

TEST(Interval, OverflowIsSaidNotWrapped) {
  const Fraction huge{static_cast<Wide>(1) << 120, 1};
  EXPECT_FALSE(multiply(Interval::exact(huge), Interval::exact(huge)));
  const Fraction odd{huge.numerator + 1, static_cast<Wide>(1) << 100};
  EXPECT_FALSE(compare(Fraction{huge.numerator, 3}, odd));
  // Which of the ends is farther from zero cannot be told.
  EXPECT_FALSE(absolute({{-huge.numerator, 3}, odd}));
  // The least number has no negative.
  const Fraction half_of_least{-(static_cast<Wide>(1) << 126), 1};
  EXPECT_FALSE(multiply(Interval::exact(half_of_least), Interval::exact({2, 1})));
  EXPECT_FALSE(add(Interval::exact(half_of_least), Interval::exact(half_of_least)));
}

TEST(Decimal, HasNeverMoreThan18Digits) {
  const Decimal most = dec("999999999999999999");
  EXPECT_FALSE(add(most, dec("1")));
  EXPECT_FALSE(subtract(most.negated(), dec("1")));
  EXPECT_FALSE(add(most, dec("0.1")));
  EXPECT_FALSE(rounded({Wide{1'000'000'000'000'000'000}, 1}, 0));
  EXPECT_EQ(rounded({Wide{999'999'999'999'999'999}, 1}, 0), most);
}

TEST(Fraction, IsReducedWhereItsTermsWouldOverflow) {
  const Wide big = static_cast<Wide>(1) << 120;
  const auto order = compare(Fraction{big, 3}, Fraction{big, static_cast<Wide>(1) << 100});
  ASSERT_TRUE(order);
  EXPECT_TRUE(*order > 0);
}

TEST(Fraction, RoundsHalvesAwayFromZero) {
  EXPECT_EQ(rounded({5, 2}, 0)->text(), "3");
  EXPECT_EQ(rounded({-5, 2}, 0)->text(), "-3");
  EXPECT_EQ(rounded({185135, 1}, 1)->text(), "185135.0");
}

}  // namespace
}  // namespace kcfin
