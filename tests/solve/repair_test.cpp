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

// Headers stand between the two.
TEST(Recovery, WhatStandsFarAboveIsNoCopy) {
  const auto below = [](std::string_view headers) {
    return cells(statement("Ads\t5,033,000\t10,080,000\t1,400,000\n" + std::string(headers) +
                           "Handling\t(3.600.000)\t10,080,000\t1,400,000\n"),
                 "Handling");
  };
  EXPECT_EQ(below("Costs:\t\t\t\nOf services:\t\t\t\nDirect:\t\t\t\n"), "damaged, damaged, damaged");
  EXPECT_EQ(below("Costs:\t\t\t\nOf services:\t\t\t\nDirect:\t\t\t\nPorts:\t\t\t\n"),
            "damaged, 10080000, 1400000");
}

// One sum of one column, with no rate beside it.
std::string in_one_column(std::string_view rows, std::string_view label) {
  return cells(
      check_text("STATEMENTS OF OPERATIONS\n\n(All amounts in thousands)\n\n\tFor the six months ended "
                 "June 30,\t\n\t2023\t2024\n\tRMB\tRMB\nRevenues:\t\t\n" +
                 std::string(rows)),
      label);
}

TEST(Recovery, TwoDigitsThatCanBeReadBearASumOut) {
  const auto with = [](const std::string& games) {
    return in_one_column(
        "Ads\t5,033,000\t10,080,000\nGames\t" + games + "\t7,200\nTotal revenues\t5,036,600\t10,087,200\n",
        "Games");
  };
  EXPECT_EQ(with(",6/0"), "3600 repaired, 7200");
  EXPECT_EQ(with(",6//"), "damaged, 7200");
  EXPECT_EQ(with(",7/0"), "damaged, 7200");
}

// From the operating income upwards each figure proves the next.
TEST(Recovery, WhatIsProvedHelpsToProveTheRest) {
  const std::string rows =
      "Ads\t5,033,000\t10,080,000\nGames\t/,6/0\t7,200\nTotal revenues\t5,0/6,6/0\t10,087,200\n"
      "Cost of revenues\t(2,000,100)\t(4,000,100)\nGross profit\t3,0/6,5/0\t6,087,100\n"
      "Operating expenses\t(1,000,200)\t(2,000,200)\nOperating income\t2,036,300\t4,086,900\n";
  EXPECT_EQ(in_one_column(rows, "Gross profit"), "3036500 repaired, 6087100");
  EXPECT_EQ(in_one_column(rows, "Total revenues"), "5036600 repaired, 10087200");
  EXPECT_EQ(in_one_column(rows, "Games"), "3600 repaired, 7200");
}

// Of three cells with five figures each one choice of 125 adds up; among many more one would by chance.
TEST(Recovery, OneOfSeveralFiguresInACellIsTheOneThatAddsUp) {
  const auto with = [](const std::string& more) {
    return in_one_column("Ads\t3,610 1,205 4,107 2,918 7,004" + more +
                             "\t10,080\nGames\t2,210 7,304 8,111 5,518 6,621" + more +
                             "\t7,200\nFees\t1,117 5,208 6,003 9,015 2,222" + more +
                             "\t7,200\nTotal revenues\t6,937\t24,480\n",
                         "Games");
  };
  EXPECT_EQ(with(""), "2210 repaired, 7200");
  EXPECT_EQ(with(" 9,871 9,664"), "damaged, 7200");
}

// However many cells they stand in, and not where two choices add up.
TEST(Recovery, OneChoiceAmongTheFiguresOfSeveralCellsAddsUp) {
  EXPECT_EQ(in_one_column("Ads\t3,610 1,205\t10,080\nGames\t2,210 7,304\t7,200\nFees\t1,117 5,208\t7,200\n"
                          "Films\t914 6,377\t4,100\nRents\t803 2,555\t3,100\nTotal revenues\t8,654\t31,680\n",
                          "Games"),
            "2210 repaired, 7200");
  EXPECT_EQ(
      in_one_column("Ads\t3,610 1,205\t10,080\nGames\t2,210 4,615\t7,200\nTotal revenues\t5,820\t17,280\n",
                    "Games"),
      "damaged, 7200");
}

// The text reads 3,900 and 7,900: a sum contradicts it, and a sum and the translation together mend it.
TEST(Recovery, WhatTheTextContradictsIsMendedByTwoEquations) {
  const Checked checked = statement(
      "Ads\t5,033,000\t10,080,000\t1,400,000\nGames\t3.900\t7.900\t1,000\n"
      "Total revenues\t5,036,600\t10,087,200\t1,401,000\n");
  EXPECT_EQ(cells(checked, "Games"), "damaged, 7200 repaired, 1000");
}

}  // namespace
}  // namespace kcfin
