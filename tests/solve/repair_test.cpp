// Damaged figures: what can still be read of them, and what it takes to prove a value.
#include "filing_text.h"
#include "solve/legible.h"

namespace kcfin {
namespace {

using solving::fits;
using solving::only_fit;
using testing::cells;
using testing::check_text;

Checked statement(std::string_view rows) {
  return check_text(
      "The translations were made at the rate of RMB7.2000 to US$1.00, the noon buying rate on June 30, "
      "2024.\n\nUNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(All amounts in thousands)\n\n"
      "\tFor the six months ended June 30,\t\t\n\t2023\t2024\t2024\n\tRMB\tRMB\tUS$\nRevenues:\t\t\t\n" +
      std::string(rows));
}

TEST(Legible, DigitsAreHeldAgainstDigitsFromTheRight) {
  EXPECT_TRUE(fits("*157", {1245157, 0}));
  EXPECT_TRUE(fits("*157", {157, 0}));
  EXPECT_FALSE(fits("*157", {57, 0}));
  EXPECT_FALSE(fits("*157", {1245158, 0}));
  EXPECT_TRUE(fits("-?0243?4", {-1024374, 0}));
  EXPECT_FALSE(fits("-?0243?4", {1024374, 0}));
  EXPECT_FALSE(fits("?0243?4", {11024374, 0}));
  EXPECT_FALSE(fits("", {0, 0}));
}

TEST(Legible, OneAmountOfARangeMayFit) {
  const auto range = Interval::of({14400, 0}, 3);
  ASSERT_TRUE(range);
  EXPECT_EQ(only_fit("*400", *range, 3), (Decimal{14400, 0}));
  EXPECT_EQ(only_fit("*402", *range, 3), std::nullopt);
  EXPECT_EQ(only_fit("1440?", Interval{{14000000, 1}, {14800000, 1}}, 3), std::nullopt);
}

constexpr std::string_view kRest =
    "Games\t3,600\t7,200\t1,000\nTotal revenues\t5,036,600\t10,087,200\t1,401,000\n";

TEST(Recovery, OneEquationProvesWhatFitsTheLegibleDigits) {
  for (const std::string_view damaged :
       {",080,000", "073,080,000", "10,0/0,000", "10,OBO,000", "10.080.000", "10 ,080,000", "10, 080,000"}) {
    const Checked checked =
        statement("Ads\t5,033,000\t" + std::string(damaged) + "\t1,400,000\n" + std::string(kRest));
    EXPECT_EQ(cells(checked, "Ads"), "5033000, 10080000 repaired, 1400000") << damaged;
  }
}

TEST(Recovery, ATranslationAloneProvesWhatFits) {
  const Checked checked = statement("Ads\t5,033,000\t10,080,000\t,400,000\nGrants\t1,000\t,200\t2,000\n");
  EXPECT_EQ(cells(checked, "Ads"), "damaged, 10080000, 1400000 repaired");
  EXPECT_EQ(cells(checked, "Grants"), "damaged, damaged, damaged");
}

// The same wrong sum in two columns agrees with the rate between them: it is one piece of evidence, not two.
TEST(Recovery, WhatTheTextContradictsWantsTwoEquationsOverDifferentRows) {
  const Checked checked = statement(
      "Ads\t5,033,000\t10,080,000\t1,400,000\nGames\t3,600\t7,200\t1,000\n"
      "Total revenues\t5,036,600\t10,087,201\t,400,999\n");
  EXPECT_EQ(cells(checked, "Total revenues"), "5036600, damaged, damaged");
}

// A row of which one figure is broken and another the row above's again.
TEST(Recovery, ACopyOfTheRowAboveIsNotConfirmedByItsLikeness) {
  const Checked checked =
      statement("Ads\t5,033,000\t10,080,000\t1,400,000\nCost of revenues\t(3.600.000)\t10,080,000\t,123\n");
  EXPECT_EQ(cells(checked, "Cost of revenues"), "damaged, damaged, damaged");
}

TEST(Recovery, PointsForCommasAreSeenInASmallTable) {
  const Checked checked = statement(
      "Ads\t5,033\t10,080\t1,400\nGames\t3.600\t7,200\t1.000\n"
      "Total revenues\t8,633\t17,280\t2,400\n");
  EXPECT_EQ(cells(checked, "Games"), "3600 repaired, 7200, 1000 repaired");
}

// What a total sums is seen in the columns that can be read, though their figures are suspects.
TEST(Recovery, TheOtherFiguresOfADamagedRowShowItsStructure) {
  const Checked checked = statement(
      "Timing of recognition:\t\t\t\nAt a point in time\t5,033\t10,080\t1,400\nOver "
      "time\t3.600\t7,200\t1,000\n"
      "\t8,633\t17,280\t2,400\nOther\t1,200\t1,440\t200\nTotal\t9,833\t18,720\t2,600\n");
  EXPECT_EQ(cells(checked, "Over time"), "3600 repaired, 7200, 1000");
}

}  // namespace
}  // namespace kcfin
