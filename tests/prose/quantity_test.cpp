// Amounts, percentages and counts as they are printed.
#include "prose/quantity.h"

#include <gtest/gtest.h>

#include <string>

namespace kcfin::prose {
namespace {

// "RMB 3699.8 e6", "9.3 %", "14.2 points", "9752"; one a quantity, joined by "; ".
std::string scanned(std::string_view text) {
  std::vector<Quantity> quantities;
  scan_quantities(text, quantities);
  std::string out;
  for (const Quantity& quantity : quantities) {
    if (!out.empty()) out += "; ";
    switch (quantity.kind) {
      case QuantityKind::money:
        out += std::string(quantity.code.data()) + " " + quantity.value.text();
        break;
      case QuantityKind::percent:
        out += quantity.value.text() + " %";
        break;
      case QuantityKind::points:
        out += quantity.value.text() + " points";
        break;
      case QuantityKind::count:
        out += quantity.value.text();
        break;
      case QuantityKind::nil:
        out += "nil";
        break;
    }
    if (quantity.scale_stated) out += " e" + std::to_string(quantity.scale_power);
    if (quantity.per != Per::none) out += quantity.per == Per::ads ? " per ADS" : " per share";
  }
  return out;
}

TEST(Quantities, MoneyWithItsScale) {
  EXPECT_EQ(scanned("RMB3,699.8 million (US$510.2 million)"), "RMB 3699.8 e6; USD 510.2 e6");
  EXPECT_EQ(scanned("RMB 0.5 billion, HK$88.0mn and $4.67 bn"), "RMB 0.5 e9; HKD 88.0 e6; USD 4.67 e9");
  EXPECT_EQ(scanned("RMB15,063,348 (US$2,102,762)"), "RMB 15063348; USD 2102762");
  EXPECT_EQ(scanned("12.3 million yuan and RMB88,310 thousand"), "RMB 12.3 e6; RMB 88310 e3");
}

TEST(Quantities, SignsAreMarksNotHyphens) {
  EXPECT_EQ(scanned("RMB-61.4 million, -RMB61.4 million and RMB(61.4) million"),
            "RMB -61.4 e6; RMB -61.4 e6; RMB -61.4 e6");
  EXPECT_EQ(scanned("-5.2%, −7.5% and (8.5)%"), "-5.2 %; -7.5 %; -8.5 %");
  EXPECT_EQ(scanned("between 5%-7%, 8%–9%"), "5 %; 7 %; 8 %; 9 %");
}

TEST(Quantities, PercentagesAndPoints) {
  EXPECT_EQ(scanned("9 percent, 4 per cent, 14.2 percentage points, 2.4 ppts"),
            "9 %; 4 %; 14.2 points; 2.4 points");
  EXPECT_EQ(scanned("120 basis points and 35 bps"), "1.20 points; 0.35 points");
}

TEST(Quantities, PerShareAndPerAds) {
  EXPECT_EQ(scanned("US$0.38 per share (US$1.89 per ADS)"), "USD 0.38 per share; USD 1.89 per ADS");
  EXPECT_EQ(scanned("RMB0.70 per ordinary share"), "RMB 0.70 per share");
}

TEST(Quantities, FootnoteMarksBelongToNoFigure) {
  EXPECT_EQ(scanned("US$260.3¹ million and RMB9.7[1] billion"), "USD 260.3 e6; RMB 9.7 e9");
}

TEST(Quantities, CountsAreGroupedScaledOrNamed) {
  EXPECT_EQ(scanned("9,752 people, 305.7 million users, 450 employees"), "9752; 305.7 e6; 450");
  EXPECT_EQ(scanned("two data centers, 400 people, No. 33, Form 20-F, June 30, 2024, 2Q24"), "");
}

TEST(Quantities, RatesAndParValuesAreNone) {
  EXPECT_EQ(scanned("at RMB7.2672 to US$1.00"), "");
  EXPECT_EQ(scanned("US$1.00 = RMB7.2993; RMB7.2513 per US$1.00"), "");
  EXPECT_EQ(scanned("shares with a par value of US$0.001 per share"), "");
  EXPECT_EQ(scanned("rounded to the nearest thousand (RMB'000)"), "");
}

TEST(Quantities, NilIsAWord) {
  EXPECT_EQ(scanned("Other revenues were nil."), "nil");
  EXPECT_EQ(scanned("vanilla"), "");
}

TEST(Quantities, MoreThanEighteenDigitsAreNone) { EXPECT_EQ(scanned("RMB1234567890123456789 million"), ""); }

TEST(Quantities, CroresAndLakhs) {
  EXPECT_EQ(scanned("\u20b947,553 crore and Rs. 12.5 lakhs"), "INR 47553 e7; INR 12.5 e5");
  EXPECT_EQ(scanned("\u20b91,62,990 crore"), "INR 162990 e7");
  EXPECT_EQ(scanned("R$5.0 million, 3.2 billion yen"), "BRL 5.0 e6; JPY 3.2 e9");
}

}  // namespace
}  // namespace kcfin::prose
