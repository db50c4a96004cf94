// Sentences whose reading is in question: what an admissible one fulfils is fulfilled, and an error stays
// one.
#include <gtest/gtest.h>

#include "filing_text.h"
#include "prose_quarter_filing.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::quarter_release;
using testing::summary;
using testing::verdicts;

std::string found(std::string_view prose) {
  return summary(check_text(quarter_release(prose)), Severity::warning);
}

// How many checks of the rule were made.
std::string made(std::string_view prose, std::string_view rule) {
  return verdicts(check_text(quarter_release(prose)), rule);
}

TEST(Readings, TheReleaseIsSoundWithoutItsProse) { EXPECT_EQ(found("Nothing is stated here."), ""); }

// ---------------------------------------------------------------- periods

TEST(Readings, TheAmountTellsWhichPeriodATitleOfTwoMeans) {
  const std::string_view quarter = "Total net revenues were RMB524.0 million, up 24.8% year over year.";
  EXPECT_EQ(found(quarter), "");
  EXPECT_EQ(made(quarter, "tie/prose"), "1 0 0");
  EXPECT_EQ(made(quarter, "ratio/change"), "1 0 0");
  EXPECT_EQ(found("Total net revenues were RMB1,890.0 million, up 23.5% year over year."), "");
  // The year's change beside the quarter's amount.
  EXPECT_EQ(found("Total net revenues were RMB524.0 million, up 23.5% year over year."),
            "error ratio/change line 3 printed 23.5 expected 24.8\n");
}

TEST(Readings, ALineWithAColonDatesTheListBelowIt) {
  const std::string text =
      "In the quarter ended December 31, 2024:\n\n"
      "\u2022 Gross profit rose by 33.8% year over year.\n\n"
      "\u2022 Operating income was RMB100.0 million, an increase of 100% year over year.";
  EXPECT_EQ(found(text), "");
  EXPECT_EQ(made(text, "ratio/change"), "2 0 0");
}

TEST(Readings, AHeadingDatesWhatStandsUnderIt) {
  EXPECT_EQ(found("Fourth Quarter 2024 Highlights:\n\nGross profit rose by 33.8% year over year."), "");
  EXPECT_EQ(found("Fiscal Year 2024 Results\n\nGross profit rose by 34.5% year over year."), "");
  EXPECT_EQ(found("Fiscal Year 2024 Results\n\nGross profit rose by 43.5% year over year."),
            "error ratio/change line 5 printed 43.5 expected 34.5\n");
}

TEST(Readings, TheSentenceBeforeDatesTheNext) {
  EXPECT_EQ(found("In the fourth quarter, total net revenues were RMB524.0 million. Gross margin was 40.8%."),
            "");
  EXPECT_EQ(found("In the fourth quarter, total net revenues were RMB524.0 million. Gross margin was 48.0%."),
            "error ratio/margin line 3 printed 48.0 expected 40.8\n");
}

TEST(Readings, NothingIsClaimedOfAPeriodThatNothingTells) {
  // Neither the quarter's margin nor the year's.
  EXPECT_EQ(found("Gross margin was 44.4%."), "");
}

TEST(Readings, ThePeriodBehindAComparisonIsTheComparatives) {
  const std::string_view text =
      "Gross profit of RMB740.0 million, representing 39.2% of total net revenues, compared to RMB550.0 "
      "million, representing 35.9% of total net revenues, for the comparative period in the prior year.";
  EXPECT_EQ(found(text), "");
  EXPECT_EQ(made(text, "tie/prose"), "2 0 0");
}

TEST(Readings, TheSpanComparedWithIsTheSentencesOwn) {
  EXPECT_EQ(found("Gross profit rose 33.8% from the same quarter of 2023."), "");
  EXPECT_EQ(found("Gross profit increased 34.5% to RMB740.0 million from 2023."), "");
}

TEST(Readings, ChangesOfAQuarterAndAYearInTheirOrder) {
  const std::string_view text =
      "Games revenues were RMB360.0 million in the fourth quarter and RMB1,300.0 million in 2024, "
      "representing "
      "increases of 20.0% and 18.2% year over year, respectively.";
  EXPECT_EQ(found(text), "");
  EXPECT_EQ(made(text, "ratio/change"), "2 0 0");
  EXPECT_EQ(
      found("Games revenues were RMB360.0 million in the fourth quarter and RMB1,300.0 million in 2024, "
            "representing increases of 18.2% and 20.0% year over year, respectively.")
          .substr(0, 18),
      "error ratio/change");
}

// ---------------------------------------------------------------- rows

TEST(Readings, ABareGainOrLossNamesNoRow) {
  EXPECT_EQ(found("The change came from a fair value gain of RMB0.9 million in 2024, compared with a loss of "
                  "RMB3.5 million in 2023."),
            "");
}

TEST(Readings, WhatIsRecordedForAReasonIsAPartOfTheRow) {
  EXPECT_EQ(found("In 2024, the company recorded an investment income of RMB4.1 million as a result."), "");
  EXPECT_EQ(found("Goodwill of RMB24.1 million resulting from the purchase of a studio is not amortized."),
            "");
  EXPECT_EQ(found("In 2024, a net investment loss of RMB45.5 million related to listed shares was booked."),
            "");
}

TEST(Readings, AHeadingThatNamesATotalNamesTheRow) {
  EXPECT_EQ(
      found("Total other income (loss), net. Other income was RMB2.0 million in the fourth quarter of 2024."),
      "");
}

TEST(Readings, APriceIsNoFigureOfTheSharesRow) {
  EXPECT_EQ(found("In 2024, the company repurchased 3.1 million ordinary shares for US$5.8 million."), "");
}

TEST(Readings, AQualifierThatLeadsAListHoldsForAllOfIt) {
  const std::string_view text =
      "Non-GAAP basic and diluted earnings per ADS were RMB0.95 and RMB0.93, respectively, for the fourth "
      "quarter of 2024.";
  EXPECT_EQ(found(text), "");
  EXPECT_EQ(made(text, "tie/prose"), "2 0 0");
  EXPECT_EQ(
      found("Non-GAAP basic and diluted earnings per ADS were RMB0.95 and RMB0.39, respectively, for the "
            "fourth quarter of 2024."),
      "error tie/prose line 3 printed 0.39 expected 0.93\n");
}

TEST(Readings, APossessiveThatNamesASegmentIsPartOfTheName) {
  EXPECT_EQ(
      found(
          "Lingua's net revenues rose by 40.0% in the fourth quarter of 2024 from the same quarter of 2023."),
      "");
}

TEST(Readings, AnotherCurrencyNamesNoRow) {
  EXPECT_EQ(found("In US dollars, fourth quarter revenue was $72.1 million."), "");
}

TEST(Readings, TheLastTwelveMonthsAreNoColumn) {
  EXPECT_EQ(found("Total net revenues reached RMB524.0 million in Q4, bringing LTM total net revenues to "
                  "RMB2.9 billion."),
            "");
}

TEST(Readings, NetIncomeMayBeThatOfTheShareholders) {
  EXPECT_EQ(found("Net income was RMB80.0 million for the fourth quarter of 2024."), "");
}

TEST(Readings, APartThatTheParagraphLeavesOutMakesNoListComplete) {
  EXPECT_EQ(
      found("Total net revenues were RMB524.0 million in the fourth quarter of 2024. Games revenues were "
            "RMB360.0 million. Revenues from others were RMB24.0 million."),
      "");
}

// ---------------------------------------------------------------- sentences understood

TEST(Understood, CostsChangeByTheirSize) {
  EXPECT_EQ(found("Cost of revenues increased by 17.3% to RMB1,150.0 million in 2024 from 2023."), "");
  EXPECT_EQ(found("Cost of revenues decreased by 17.3% to RMB1,150.0 million in 2024 from 2023."),
            "error ratio/change line 3 printed -17.3 expected 17.3\n");
}

TEST(Understood, ADifferenceInAmounts) {
  EXPECT_EQ(found("Gross profit increased by RMB190.0 million to RMB740.0 million in 2024."), "");
  EXPECT_EQ(found("In 2024, cost of revenues increased by RMB170.0 million from 2023."), "");
  EXPECT_EQ(found("In 2024, cost of revenues increased by RMB107.0 million from 2023."),
            "error ratio/change line 3 printed 107.0 expected 170.0\n");
}

TEST(Understood, ADirectionWithoutAFigure) {
  EXPECT_EQ(found("Gross profit decreased to RMB740.0 million in 2024 from RMB550.0 million in 2023."),
            "error ratio/change line 3\n");
  EXPECT_EQ(found("Gross profit increased to RMB740.0 million in 2024 from RMB550.0 million in 2023."), "");
  EXPECT_EQ(
      found("Operating expenses were RMB430.0 million in 2024, compared with RMB420.0 million in 2023. The "
            "decrease was mainly due to lower rents."),
      "error ratio/change line 3\n");
  EXPECT_EQ(
      found("Operating expenses were RMB430.0 million in 2024, compared with RMB420.0 million in 2023. The "
            "increase was mainly due to higher rents."),
      "");
}

TEST(Understood, ASecondChangeOfTheSameClause) {
  EXPECT_EQ(
      made(
          "Gross profit was RMB214.0 million, up 33.8% from RMB160.0 million in the same quarter of 2023 and "
          "4.0% from RMB205.8 million in the third quarter of 2024.",
          "ratio/change"),
      "2 0 0");
  EXPECT_EQ(
      found(
          "Gross profit was RMB214.0 million, up 33.8% from RMB160.0 million in the same quarter of 2023 and "
          "9.0% from RMB205.8 million in the third quarter of 2024."),
      "error ratio/change line 3 printed 9.0 expected 4.0\n");
}

TEST(Understood, AComparativeThatRepeatsTheMeasure) {
  EXPECT_EQ(
      found(
          "In 2024, net income was RMB244.0 million, compared with net income of RMB191.0 million in 2023."),
      "error tie/prose line 3 printed 191.0 expected 119.0\n");
}

TEST(Understood, ASegmentsMarginHasItsOwnBase) {
  EXPECT_EQ(
      found("Games revenues were RMB360.0 million and games gross profit was RMB180.0 million in the fourth "
            "quarter of 2024. Games gross margin was 50.0% in the fourth quarter of 2024."),
      "");
}

}  // namespace
}  // namespace kcfin
