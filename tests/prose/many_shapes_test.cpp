// A filing of true sentences in many shapes: what they claim agrees, and nothing else is held against a row.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "filing_text.h"
#include "prose_filing.h"

namespace kcfin {
namespace {

TEST(ManyShapes, GiveNoFalseAlarm) {
  std::ifstream file(KCFIN_TESTDATA "/prose-in-many-shapes.txt", std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  const Checked filing = testing::check_text(text.str());
  EXPECT_EQ(testing::summary(filing, Severity::warning), "");
  EXPECT_GE(filing.report.claims.found, 190U);
  EXPECT_GE(filing.report.claims.tied, 60U);
  EXPECT_GE(filing.report.claims.tied + filing.report.claims.recomputed, 90U);
}

// An announcement under whose statement sentences are put; RMB in thousands.
std::string announcement(const std::string& sentences) {
  return "Sample Holdings Limited\n\n" + sentences +
         "\n\nUNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(All amounts in thousands)\n\n"
         "\tThree Months Ended June 30,\t\n\t2024\t2025\n\tRMB\tRMB\nRevenues:\t\t\nCar "
         "sales\t6,820,118\t9,010,334\nRepairs\t610,220\t702,331\nTotal revenues\t7,430,338\t9,712,665\n"
         "Cost of revenues\t(6,100,221)\t(7,610,228)\nGross profit\t1,330,117\t2,102,437\nOperating "
         "expenses\t(2,011,004)\t(2,311,005)\nLoss from operations\t(680,887)\t(208,568)\nNet "
         "loss\t(690,887)\t(218,568)\n";
}

std::string alarms(const std::string& sentences) {
  return testing::summary(testing::check_text(announcement(sentences)), Severity::warning);
}

TEST(ManyShapes, AChangeAtConstantRatesIsNotTheStatements) {
  EXPECT_EQ(alarms("In constant currency, total revenues increased by 28.1% year-over-year."), "");
  EXPECT_EQ(alarms("In US dollars, total revenues grew 33.0% year-over-year."), "");
  EXPECT_EQ(alarms("Total revenues were up 69.1% year-over-year on an FX neutral basis."), "");
  EXPECT_NE(alarms("Total revenues increased by 28.1% year-over-year."), "");
}

TEST(ManyShapes, AFilingMayGiveItsChangesOnAnotherBasis) {
  const std::string change = "Total revenues increased by 28.1% year-over-year.";
  EXPECT_EQ(
      alarms("All percentage changes in this release are at CER, unless stated otherwise.\n\n" + change), "");
  EXPECT_EQ(alarms(change + "\n\nExcept where stated otherwise, growth is at constant exchange rates."), "");
  EXPECT_NE(alarms("All amounts are in RMB, unless stated otherwise.\n\n" + change), "");
  EXPECT_NE(alarms("Growth at constant exchange rates is given where it differs.\n\n" + change), "");
  EXPECT_NE(
      alarms("Unless otherwise stated, changes are as reported and not at constant rates.\n\n" + change), "");
  EXPECT_NE(
      alarms("Growth is year over year unless otherwise noted; growth at constant rates is shown below.\n\n" +
             change),
      "");
  EXPECT_NE(alarms("Changes are at CER, unless otherwise stated.\n\nTotal revenues increased by 28.1% "
                   "year-over-year as reported."),
            "");
}

// An issuer that gives one change at constant rates may give others so without a word beside them.
TEST(ManyShapes, ChangesBesideOneAtConstantRatesMayBeSoToo) {
  const std::string change = "Total revenues were RMB9,712.7 million, up 28.1%.";
  EXPECT_EQ(alarms("Gross profit grew 60.0% in constant currency.\n\n" + change), "");
  EXPECT_NE(alarms("Gross profit grew 58.1% year-over-year.\n\n" + change), "");
}

TEST(ManyShapes, WhatADirectionIsDueToIsHeadedByItsFirstNoun) {
  EXPECT_EQ(alarms("Total revenues increased by 30.7%, primarily due to lower discounts on sales."), "");
  EXPECT_EQ(alarms("The increase in gross profit was due to higher rebates on cost."), "");
  EXPECT_EQ(alarms("The increase in operating expenses was due to lower capitalised costs."), "");
  EXPECT_NE(alarms("The increase in total revenues was due to lower revenues from repairs."), "");
}

// A budget, a month, a peak: the statements print nothing to hold it to.
TEST(ManyShapes, AChangeAgainstSomethingElseIsNotTheStatements) {
  const std::string said = "Total revenues were RMB9.71 billion in the second quarter of 2025, up 12.4% ";
  for (const std::string base :
       {"compared with our budget", "compared to consensus", "versus the preceding two quarters",
        "from the prior month", "from its peak", "over the last twelve months",
        "since the beginning of the year", "since December", "from the average of the previous four quarters",
        "month-on-month", "on an annualized basis", "from the same quarter two years ago",
        "compared with the previous half", "half over half", "from the preceding six months"})
    EXPECT_EQ(alarms(said + base + "."), "") << base;
  // Words further on are no base, nor is how it was then.
  for (const std::string more : {"year-over-year, the highest level of any quarter",
                                 "in the quarter, and more than half of that came from repairs",
                                 "from a low base in the same quarter of 2024"})
    EXPECT_NE(
        alarms("Total revenues were RMB9.71 billion in the second quarter of 2025, up 28.1% " + more + "."),
        "")
        << more;
  for (const std::string year :
       {"year-over-year", "compared with the same quarter of 2024", "from the prior year quarter",
        "from RMB7.43 billion", "compared with RMB7.43 billion a year ago",
        "compared with total revenues of RMB7.43 billion in the same quarter of 2024"})
    EXPECT_NE(alarms(said + year + "."), "") << year;
  EXPECT_EQ(
      alarms(
          "Total revenues and gross profit grew by 9.1% and 12.4%, respectively, compared with our budget."),
      "");
}

// What a clause behind a semicolon says of an amount may make it a part of the line before.
TEST(ManyShapes, AClauseWithoutAMeasureTellsOfAPart) {
  const std::string said = "Car sales rose 32.1% to RMB9.01 billion; ";
  for (const std::string clause :
       {"of this amount, dealers contributed RMB6.15 billion", "of this, RMB6.15 billion came from dealers",
        "RMB6.15 billion of that amount came from dealers", "RMB6.15 billion was sold abroad",
        "some RMB6.15 billion thereof was sold abroad", "of the total, RMB6.15 billion was sold abroad"})
    EXPECT_EQ(alarms(said + clause + "."), "") << clause;
  EXPECT_NE(alarms(said + "repairs were RMB615.2 million."), "");
  EXPECT_NE(alarms(said + "this compares with RMB6.15 billion in the same quarter of 2024."), "");
}

// In parentheses behind a part stands the part's own comparative.
TEST(ManyShapes, AChangeIsNotAgainstTheComparativeOfAPart) {
  const auto said = [](const std::string& by) {
    return alarms("Operating expenses rose by " + by +
                  " to RMB2,311.0 million, including RMB140.0 million (2024: RMB60.0 million) for leases.");
  };
  EXPECT_EQ(said("RMB300.0 million"), "");
  EXPECT_NE(said("RMB320.0 million"), "");
}

TEST(ManyShapes, WhatFollowsAnEarlierAmountIsNotOfItsPeriod) {
  const std::string spent = "Capital expenditure was RMB450.0 million, 4.6% of total revenues, ";
  EXPECT_EQ(alarms(spent + "following RMB330.0 million in the second quarter of 2024."), "");
  EXPECT_EQ(
      alarms("Gross profit was RMB2,102.4 million after RMB1,330.1 million in the same quarter of 2024."),
      "");
  EXPECT_NE(
      alarms("Gross profit was RMB2,102.4 million after RMB1,303.1 million in the same quarter of 2024."),
      "");
  EXPECT_EQ(alarms("Gross profit was RMB2,102.4 million after RMB12.0 million of write-downs."), "");
}

// What a sentence leaves out, or the months that it is about, make its measures others than the statement's.
TEST(ManyShapes, OpeningWordsMayMakeAllMeasuresOthers) {
  for (const std::string opening :
       {"Before special items, ", "Adjusted for the sale, ", "Net of write-downs, ",
        "In the last twelve months ", "Over the past four quarters "})
    EXPECT_EQ(alarms(opening + "gross profit was RMB2,202.4 million."), "") << opening;
  EXPECT_NE(alarms("In the quarter gross profit was RMB2,202.4 million."), "");
  EXPECT_EQ(alarms("Gross profit was RMB2,202.4 million over the past four quarters."), "");
  EXPECT_NE(alarms("Gross profit was RMB2,202.4 million, while in the last twelve months we opened 5 shops."),
            "");
  EXPECT_NE(alarms("Without doubt, gross profit was RMB2,202.4 million."), "");
  EXPECT_NE(alarms("Before the holidays, gross profit was RMB2,202.4 million."), "");
  EXPECT_NE(alarms("Gross profit was RMB2,202.4 million, compared with RMB1.5 billion in the preceding "
                   "twelve months."),
            "");
  // Nor do they serve to judge a margin that another sentence gives.
  EXPECT_EQ(alarms("Before special items, EBIT was RMB777.0 million.\n\nThe EBIT margin was 17.9%."), "");
}

TEST(ManyShapes, TheOwnersPartIsAnotherMeasureThoughNoVerbLeadsToIt) {
  EXPECT_EQ(
      alarms(
          "Gross profit was RMB2,102.4 million, and gross profit attributable to owners RMB2,090.1 million."),
      "");
}

TEST(ManyShapes, ALineOfWhichSeveralAmountsAreToldHasNoOneShare) {
  EXPECT_EQ(alarms("Retail contributed RMB4.40 billion or 45.3% of total revenues and RMB0.70 billion or "
                   "33.3% of gross "
                   "profit."),
            "");
  EXPECT_NE(alarms("Retail contributed RMB4.40 billion or 54.3% of total revenues."), "");
}

TEST(ManyShapes, AmountsAtOtherRatesAreNotTheStatements) {
  EXPECT_EQ(alarms("Total revenues at average exchange rates were RMB9.81 billion."), "");
  EXPECT_EQ(alarms("Total revenues at realized rates were RMB9.81 billion."), "");
  EXPECT_NE(alarms("Total revenues at the group's stores were RMB9.17 billion.") +
                alarms("Total revenues were RMB9.17 billion."),
            "");
}

// Opening words are of the whole sentence; further on they are of the amount behind them.
TEST(ManyShapes, DollarsOfAnotherRateOpenASentence) {
  const auto said = [](const std::string& sentence) {
    return testing::summary(testing::check_text(testing::release(sentence)), Severity::warning);
  };
  EXPECT_EQ(said("In US dollars, total revenues were $185.2 million."), "");
  EXPECT_EQ(said("Total revenues, as stated in US dollars, were $179.8 million."), "");
  EXPECT_EQ(said("Total revenues, as stated in US dollars, were $197.8 million."),
            "error tie/prose line 5 printed 197.8 expected 179.8\n");
}

TEST(ManyShapes, AClauseThatTellsOfAPartIsNotTheSubject) {
  EXPECT_EQ(
      alarms("Operating expenses, which included RMB20.0 million of stock awards, were RMB2,311.0 million."),
      "");
  EXPECT_EQ(
      alarms("Total revenues rose to RMB9,712.7 million, of which RMB40.0 million came from a new shop."),
      "");
  EXPECT_NE(
      alarms("Operating expenses, which included RMB20.0 million of stock awards, were RMB2,411.0 million."),
      "");
}

TEST(ManyShapes, WhatIsExcludedMakesAnotherMeasure) {
  EXPECT_EQ(alarms("Net loss, excluding stock awards, was RMB198.6 million."), "");
  EXPECT_NE(alarms("Net loss, as in our statements, was RMB198.6 million."), "");
}

TEST(ManyShapes, ASegmentsHeadingQualifiesWhatStandsUnderIt) {
  EXPECT_EQ(
      alarms("Car Sales\n\nRevenues were RMB9,010.3 million, an increase of 32.1% from the second quarter of "
             "2024. Gross margin was 15.5%."),
      "");
}

TEST(ManyShapes, TheAmountThatAChangeLeadsToTellsItsRow) {
  const auto said = [](const std::string& change) {
    return alarms("Car Sales\n\nRevenues were RMB9,010.3 million, " + change +
                  " from the second quarter of 2024.");
  };
  EXPECT_EQ(said("an increase of 32.1%"), "");
  EXPECT_EQ(said("a decrease of 32.1%"), "error ratio/change line 5 printed -32.1 expected 32.1\n");
  EXPECT_EQ(said("an increase of 31.2%"), "error ratio/change line 5 printed 31.2 expected 32.1\n");
}

TEST(ManyShapes, OnePeriodHoldsForBothMeasures) {
  EXPECT_EQ(
      alarms("In the first half of 2025, total revenues were RMB17,512.0 million and net loss was RMB500.2 "
             "million."),
      "");
}

TEST(ManyShapes, ADigitBeforeAnAmountIsAFootnotesMarkWhereItsTranslationSaysSo) {
  const auto findings = testing::summary(
      testing::check_text(announcement("Total revenues were RMB9,712.7 million (US$11,355.8 million). The "
                                       "translations were made at the rate of "
                                       "RMB7.1636 to US$1.00, the noon buying rate on June 30, 2025.")));
  EXPECT_EQ(findings, "warning text/number line 3\n");
}

// Two rows have the name; of one of them are two of the amounts.
TEST(ManyShapes, TheAmountsOfASentenceAreOfOneRow) {
  const auto said = [](std::string_view then) {
    return testing::summary(
        testing::check_text(
            "Sample Ferries Limited\n\nDuring the second quarter of 2025, the Company had a net foreign "
            "exchange loss of RMB132.4 million, compared to a net foreign exchange loss of RMB" +
            std::string(then) +
            " million and a net foreign exchange gain of RMB81.9 million for the preceding quarter and the "
            "second quarter of 2024, respectively.\n\nCONSOLIDATED STATEMENTS OF "
            "OPERATIONS\n\n(In RMB thousands)\n\n\tThree Months Ended\t\t\n\tJune 30, 2024\tMarch 31, "
            "2025\tJune 30, 2025\nOperating profit\t610,220\t655,118\t702,331\nExchange gains/ "
            "(losses), net\t81,907\t(52,614)\t(132,401)\nProfit before "
            "tax\t692,127\t602,504\t569,930\n\nCONSOLIDATED STATEMENTS OF CASH FLOWS\n\n(In RMB "
            "thousands)\n\n\tThree Months Ended\t\t\n\tJune 30, 2024\tMarch 31, 2025\tJune 30, "
            "2025\nProfit before tax\t692,127\t602,504\t569,930\nUnrealized exchange (gains)/ "
            "losses\t(70,114)\t45,209\t128,660\nNet cash from "
            "operations\t622,013\t647,713\t698,590\n"),
        Severity::warning);
  };
  EXPECT_EQ(said("52.6"), "");
  EXPECT_EQ(said("56.2"), "error tie/prose line 3 printed 56.2 expected 52.6\n");
}

std::string with_owners(const std::string& sentence) {
  return testing::summary(
      testing::check_text("Sample Foundry Limited\n\n" + sentence +
                          "\n\nCONSOLIDATED STATEMENTS OF COMPREHENSIVE INCOME\n\n(In NT$ millions)\n\n"
                          "\tThree Months Ended March 31,\t\n\t2025\t2024\nNet "
                          "revenue\t700,592\t600,310\nCost of revenue\t(325,775)\t(281,545)\nGross "
                          "profit\t374,817\t318,765\nIncome tax expense\t(102,541)\t(87,633)\nNet "
                          "income\t272,276\t231,132\nNet loss attributable to noncontrolling "
                          "interests\t302\t280\nNet income attributable to shareholders of the "
                          "parent\t272,578\t231,412\n"),
      Severity::warning);
}

TEST(ManyShapes, NetIncomeMayBeTheOwnersShare) {
  EXPECT_EQ(with_owners("Net income of NT$272.58 billion was reported for the first quarter of 2025."), "");
  EXPECT_EQ(with_owners("Net income of NT$272.28 billion was reported for the first quarter of 2025."), "");
  EXPECT_EQ(with_owners("Net income of NT$275.58 billion was reported for the first quarter of 2025."),
            "error tie/prose line 3 printed 275.58 expected 272.28\n");
}

TEST(ManyShapes, ANetMarginMayBeOfTheOwnersShare) {
  EXPECT_EQ(with_owners("Net profit margin for the first quarter of 2024 was 38.5%."), "");
  EXPECT_EQ(with_owners("Net profit margin for the first quarter of 2025 was 38.9%."), "");
  EXPECT_EQ(with_owners("Net profit margin for the first quarter of 2025 was 39.8%."),
            "error ratio/margin line 3 printed 39.8 expected 38.9\n");
}

TEST(ManyShapes, SpansTimesYearsDoNotTellWhichAmountIsWhose) {
  EXPECT_EQ(
      alarms("For the three and six months ended June 30, 2025 and 2024, net loss was RMB218.6 million, "
             "RMB690.9 million, RMB500.2 million and RMB1,300.1 million, respectively."),
      "");
}

// A sale and its cost under one label: the amount tells which row the change is of.
TEST(ManyShapes, AChangeOfAMeasureWhoseAmountTellsItsRow) {
  const auto with_costs = [](const std::string& sentence) {
    return testing::summary(
        testing::check_text(
            "Sample Holdings Limited\n\n" + sentence +
            "\n\nUNAUDITED STATEMENTS OF OPERATIONS\n\n(All amounts in thousands)\n\n"
            "\tThree Months Ended June 30,\t\n\t2024\t2025\n\tRMB\tRMB\nRevenues:\t\t\nCar "
            "sales\t6,820,118\t9,010,334\nOther sales\t610,220\t702,331\nTotal "
            "revenues\t7,430,338\t9,712,665\nCost of sales:\t\t\nCar "
            "sales\t(5,500,221)\t(7,000,228)\nOther sales\t(600,000)\t(610,000)\nTotal cost of "
            "sales\t(6,100,221)\t(7,610,228)\nGross profit\t1,330,117\t2,102,437\n"),
        Severity::warning);
  };
  EXPECT_EQ(
      with_costs("Car sales were RMB9,010.3 million in the second quarter of 2025, representing an increase "
                 "of 32.1% from the second quarter of 2024."),
      "");
  EXPECT_EQ(
      with_costs("Car sales were RMB9,010.3 million in the second quarter of 2025, representing an increase "
                 "of 23.1% from the second quarter of 2024."),
      "error ratio/change line 3 printed 23.1 expected 32.1\n");
}

// Two quarters and their half-years, and a balance; EUR in millions.
std::string half_year_alarms(const std::string& sentence) {
  return testing::summary(
      testing::check_text(
          "Sample Telecom SE\n\nInterim report, second quarter 2025\n\n" + sentence +
          "\n\nConsolidated income statement\n\n(€ million)\n\n\tQ2 2025\tQ1 2025\tQ2 2024\tH1 2025\tH1 "
          "2024\n"
          "Revenue\t6,721\t6,651\t6,733\t13,372\t13,326\nCost of sales\t(4,003)\t(3,992)\t(4,064)\t(7,995)"
          "\t(8,081)\nGross profit\t2,718\t2,659\t2,669\t5,377\t5,245\nNet finance "
          "costs\t(322)\t(333)\t(341)\t(655)\t(690)\nProfit before "
          "tax\t2,396\t2,326\t2,328\t4,722\t4,555\n\nConsolidated balance sheet\n\n(€ million)\n\n\t30 June "
          "2025\t31 December 2024\nCash and cash equivalents\t1,512\t1,401\nOther "
          "assets\t8,000\t7,900\nTotal "
          "assets\t9,512\t9,301\n"),
      Severity::warning);
}

TEST(ManyShapes, ChangesAreAgainstThePeriodsInTheirPlace) {
  const std::string bases = ", respectively, from the second quarter of 2024 and the first quarter of 2025.";
  EXPECT_EQ(half_year_alarms("Gross profit was €2,718 million, up 1.8% and 2.2%" + bases), "");
  EXPECT_NE(half_year_alarms("Gross profit was €2,718 million, up 1.8% and 5.2%" + bases), "");
  EXPECT_NE(half_year_alarms("Gross profit was €2,718 million, up 5.8% and 2.2%" + bases), "");
}

TEST(ManyShapes, AFigureIsOfThePeriodThatOwnsIt) {
  EXPECT_EQ(half_year_alarms("Sequentially, revenue was 1% above the first quarter’s €6,651 million."), "");
  EXPECT_EQ(half_year_alarms("Revenue exceeded last quarter's €6,651 million."), "");
  EXPECT_NE(half_year_alarms("Revenue was above the first quarter's €6,561 million."), "");
}

TEST(ManyShapes, HowFarBelowAnotherAnAmountIsIsNoAmount) {
  EXPECT_EQ(
      half_year_alarms("Net finance costs of €655 million in the first half of 2025 were €35 million below "
                       "those of 2024."),
      "");
  EXPECT_NE(half_year_alarms("Net finance costs in the first half of 2025 were €556 million."), "");
}

TEST(ManyShapes, HowFarAboveAPeriodIsAChange) {
  EXPECT_EQ(half_year_alarms("Revenue was €6,721 million, 1.1% above the first quarter."), "");
  EXPECT_NE(half_year_alarms("Revenue was €6,721 million, 2.1% above the first quarter."), "");
  EXPECT_EQ(half_year_alarms("Revenue was €6,721 million, €70 million more than in the first quarter."), "");
  EXPECT_NE(
      half_year_alarms("Revenue was €6,271 million, €70 million more than in the first quarter of 2024."),
      "");
}

TEST(ManyShapes, APeriodBehindABaseIsOfTheAmountArrivedAt) {
  EXPECT_EQ(half_year_alarms("Gross profit increased to €2,718 million from €2,669 million in the quarter."),
            "");
  EXPECT_NE(half_year_alarms("Gross profit increased to €2,781 million from €2,669 million in the quarter."),
            "");
}

TEST(ManyShapes, ASemicolonAndAColonNameTheNextFigure) {
  EXPECT_EQ(alarms("Car sales: RMB9,010.3 million; repairs: RMB702.3 million."), "");
  EXPECT_NE(alarms("Car sales: RMB9,010.3 million; repairs: RMB720.3 million."), "");
}

TEST(ManyShapes, TheHalfYearIsAPeriod) {
  const std::string half = "The gross margin was 40.4% in the quarter and ";
  EXPECT_EQ(half_year_alarms(half + "40.2% in the half-year."), "");
  EXPECT_NE(half_year_alarms(half + "41.2% in the half-year."), "");
  EXPECT_EQ(half_year_alarms("Gross profit increased to €5,377 million in the half-year."), "");
}

TEST(ManyShapes, AnAmountThatDescribesANounIsNoRows) {
  const std::string costs = "Net finance costs declined to €655 million in the half-year, chiefly as a ";
  EXPECT_EQ(half_year_alarms(costs + "€1.0 billion bond was redeemed in January."), "");
}

TEST(ManyShapes, AChangeOverAYearIsAgainstItsStart) {
  EXPECT_EQ(half_year_alarms("Cash and cash equivalents increased by €111 million over the period, to €1,512 "
                             "million."),
            "");
  EXPECT_EQ(half_year_alarms("In the second quarter of 2025, revenue fell 0.2% from the second quarter."),
            "");
}

TEST(ManyShapes, ItemsOfOneSectionDoNotNarrowEachOther) {
  EXPECT_EQ(alarms("Car sales were RMB9,010.3 million. Repairs were RMB702.3 million."), "");
  EXPECT_EQ(alarms("Car sales were RMB9,010.3 million. Repairs were RMB772.3 million."),
            "error tie/prose line 3 printed 772.3 expected 702.3\n");
}

}  // namespace
}  // namespace kcfin
