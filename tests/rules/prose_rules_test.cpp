// Rules about sentences, over a made-up release: one that holds, one that fails, one on the edge for each.
#include <gtest/gtest.h>

#include "filing_text.h"
#include "prose_filing.h"
#include "rules/period_end_rates.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::release;
using testing::summary;
using testing::verdicts;

Checked check_prose(std::string_view prose) { return check_text(release(prose)); }

TEST(Release, IsSoundWithoutItsProse) { EXPECT_EQ(summary(check_prose("Nothing is stated here.")), ""); }

// ---------------------------------------------------------------- tie/prose

TEST(TieProse, ACorrectRoundingHolds) {
  const auto checked = check_prose("Total revenues were RMB1,306.8 million (US$179.8 million).");
  EXPECT_EQ(verdicts(checked, "tie/prose"), "2 0 0");
  EXPECT_EQ(summary(checked), "");
}

TEST(TieProse, TransposedDigitsAreAnError) {
  const auto checked = check_prose("Total revenues were RMB1,360.8 million.");
  EXPECT_EQ(summary(checked), "error tie/prose line 5 printed 1360.8 expected 1306.8\n");
}

TEST(TieProse, OffByOneInTheLastPlaceIsAWarning) {
  const auto checked = check_prose("Gross profit was RMB286.4 million.");
  EXPECT_EQ(summary(checked), "warning tie/prose line 5 printed 286.4 expected 286.3\n");
}

TEST(TieProse, EitherRoundingOfAHalfHolds) {
  // 1,010,220 and 295,118 have none; 900,450 may be 900.4 or 900.5.
  const std::string_view sentence =
      "Revenues from port services were RMB1,010.2 million, compared with RMB900.4 million in the "
      "same period of 2023.";
  EXPECT_EQ(summary(check_prose(sentence)), "");
}

TEST(TieProse, TheSignStandsInWords) {
  EXPECT_EQ(summary(check_prose(
                "Net loss was RMB14.2 million, compared with RMB49.6 million in the same period of 2023.")),
            "");
  EXPECT_EQ(summary(check_prose(
                "Adjusted net income was RMB9.1 million, compared with negative RMB29.0 million in the same "
                "period of 2023.")),
            "");
}

TEST(TieProse, TaxesAreTakenOffWhateverTheyAreCalled) {
  std::string text = release("Taxes on income were RMB4.1 million.");
  const std::string row = "Net loss\t(49,550)\t(14,248)\t(1,961)\n\nUNAUDITED CONDENSED CONSOLIDATED BALANCE";
  const std::size_t at = text.find(row);
  ASSERT_NE(at, std::string::npos);
  text.insert(at, "Taxes on income\t(5,020)\t(4,110)\t(566)\n");
  EXPECT_EQ(verdicts(check_text(text), "tie/prose"), "1 0 0");
}

TEST(TieProse, AProfitThatWasALossIsAContradiction) {
  const auto checked = check_prose(
      "Operating income was RMB27.1 million, compared with RMB19.5 million in the same period of 2023.");
  EXPECT_EQ(summary(checked), "error tie/prose line 5 printed 19.5 expected -19.5\n");
}

TEST(TieProse, AMisnamedMeasureIsAWarning) {
  const auto checked = check_prose(
      "Adjusted net income was RMB9.1 million, compared with net loss of RMB29.0 million in the same period "
      "of 2023.");
  EXPECT_EQ(summary(checked), "warning tie/prose line 5 printed 29.0\n");
  EXPECT_EQ(
      checked.report.findings.front().message,
      "the sentence says “net loss” but prints RMB29.0 million, the figure of “Adjusted net (loss) income”");
}

// From a loss to an income is up, whichever of them is the larger.
TEST(Movements, FromALossToAnIncomeTheSizesSayNothing) {
  EXPECT_EQ(summary(check_prose(
                "Ferry income was RMB20.6 million compared with a loss of RMB31.5 million in the same "
                "period of 2023, which represents an increase of RMB52.1 million.")),
            "");
}

TEST(Movements, WordsAgreeWithTwoFiguresOfTheirSentenceAsPrinted) {
  const auto said = [](std::string_view word) {
    return summary(
        check_prose("Share-based compensation expense as a percentage of revenue " + std::string(word) +
                    " from 4% in the second quarter of 2023 to 3% in the second quarter of 2024."),
        Severity::warning);
  };
  EXPECT_EQ(said("decreased"), "");
  EXPECT_EQ(said("increased"), "error ratio/change line 5\n");
}

TEST(Movements, TheSentenceBehindAMarginSaysWhichWayItWent) {
  const auto said = [](std::string_view opening) {
    return summary(
        check_prose(
            "The effective tax rate was 18.2% for the second quarter of 2024, compared with 21.6% for "
            "the second quarter of 2023. " +
            std::string(opening) + " mainly due to a credit."),
        Severity::warning);
  };
  EXPECT_EQ(said("The lower effective tax rate for the quarter was"), "");
  EXPECT_EQ(said("The decrease in the effective tax rate was"), "");
  EXPECT_EQ(said("The higher effective tax rate for the quarter was"), "error ratio/change line 5\n");
  EXPECT_EQ(said("The increase in the effective tax rate was"), "error ratio/change line 5\n");
  EXPECT_EQ(said("The higher selling price was"), "");
}

TEST(TieProse, AMissingScaleWordIsAWarning) {
  const auto checked =
      check_prose("Gross profit was RMB286.3 million, compared with RMB232.5 in the same period of 2023.");
  EXPECT_EQ(summary(checked), "warning tie/prose line 5 printed 232.5\n");
  EXPECT_EQ(checked.report.findings.front().message,
            "RMB232.5 stands without its scale word: “Gross profit” has this figure in millions");
}

TEST(TieProse, NilForAFigureIsNoContradiction) {
  EXPECT_EQ(summary(check_prose("Other revenues were nil.")), "");
}

// ---------------------------------------------------------------- translation/prose

TEST(TranslationProse, AtTheStatedRate) {
  EXPECT_EQ(
      verdicts(check_prose("Dividends received were RMB50.0 million (US$6.9 million)."), "translation/prose"),
      "1 0 0");
  EXPECT_EQ(summary(check_prose("Dividends received were RMB50.0 million (US$9.6 million).")),
            "error translation/prose line 5 printed 9.6 expected 6.9\n");
}

TEST(TranslationProse, OffByOneIsAWarning) {
  EXPECT_EQ(summary(check_prose("Dividends received were RMB50.0 million (US$6.8 million).")),
            "warning translation/prose line 5 printed 6.8 expected 6.9\n");
}

TEST(TranslationProse, AComparativeAtItsOwnDatesRateIsANote) {
  const auto checked = check_prose(
      "Charter fees were RMB105.0 million (US$14.4 million), compared with RMB200.0 million (US$27.6 "
      "million) for the six months "
      "ended June 30, 2023.");
  EXPECT_EQ(summary(checked), "note translation/prose line 5 printed 27.6\n");
  EXPECT_EQ(checked.report.findings.front().equation, "200.0 million ÷ 7.2513 = 27.6 million");
}

TEST(TranslationProse, AtNoRateThatIsKnown) {
  EXPECT_EQ(
      summary(check_prose(
          "Charter fees were RMB105.0 million (US$14.4 million), compared with RMB200.0 million (US$29.9 "
          "million) for the six months ended June 30, 2023.")),
      "error translation/prose line 5 printed 29.9 expected 27.5\n");
}

// The table has its comparatives in RMB alone; three of the four sentences come out at the stated rate.
TEST(TranslationProse, AComparativeOfARowWithoutUsDollars) {
  const auto prose = [](std::string_view gross) {
    return "Total revenues were US$179.8 million, compared with US$166.9 million in the same period of "
           "2023.\n\n"
           "Revenues from port services were US$139.0 million, compared with US$123.9 million in the same "
           "period of 2023.\n\n"
           "Selling and marketing expenses were US$13.5 million, compared with US$13.9 million in the same "
           "period of 2023.\n\n"
           "Gross profit was US$39.4 million, compared with US$" +
           std::string(gross) + " million in the same period of 2023.";
  };
  EXPECT_EQ(verdicts(check_prose(prose("32.0")), "translation/prose"), "4 0 0");
  EXPECT_EQ(summary(check_prose(prose("32.9"))),
            "error translation/prose line 11 printed 32.9 expected 32.0\n");
}

// The row has more digits than the amount of the sentence, and no US$ beside it.
TEST(TranslationProse, OfTheRowRatherThanOfItsRoundedAmount) {
  const auto prose = [](std::string_view dollars) {
    return "For the six months ended June 30, 2023, total revenues were RMB1.2 billion (US$" +
           std::string(dollars) +
           " million), cost of revenues was RMB1.0 billion (US$134.9 million), and gross profit was RMB0.2 "
           "billion (US$32.0 million). Selling and marketing expenses were RMB0.1 billion (US$13.9 million).";
  };
  EXPECT_EQ(summary(check_prose(prose("166.9"))), "");
  EXPECT_EQ(verdicts(check_prose(prose("164.9")), "translation/prose"), "7 1 0");
  // The rounded amount at the rate: a unit off is no contradiction.
  EXPECT_EQ(summary(check_prose(prose("165.1"))), "");
}

// ---------------------------------------------------------------- footing/parts

constexpr std::string_view kCosts =
    "Cost of revenues was RMB1,020.5 million (US$140.4 million). Fuel costs were RMB610.2 million (US$84.0 "
    "million). Crew costs "
    "were RMB300.1 million (US$41.3 million). Other costs were RMB110.2 million (US$";

TEST(FootingParts, ACompleteListAddsUp) {
  const auto checked = check_prose(std::string(kCosts) + "15.2 million).");
  EXPECT_EQ(verdicts(checked, "footing/parts"), "2 0 0");
  EXPECT_EQ(summary(checked), "");
}

TEST(FootingParts, APartOffByOneSoThatItsListAddsUpIsANote) {
  const auto checked = check_prose(std::string(kCosts) + "15.1 million).");
  EXPECT_EQ(summary(checked), "note translation/prose line 5 printed 15.1 expected 15.2\n");
}

TEST(FootingParts, RowsOfATableAreNoPartsOfAnotherTotal) {
  const auto checked = check_prose(
      "Total revenues from abroad were RMB350.2 million. Revenues from port services were RMB1,010.2 "
      "million, "
      "revenues from warehouse services RMB295.1 million and other revenues RMB1.5 million.");
  EXPECT_EQ(summary(checked), "");
  EXPECT_EQ(verdicts(checked, "footing/parts"), "0 0 0");
}

TEST(FootingParts, AListThatExceedsItsWholeIsAnError) {
  const auto checked = check_prose(
      "Cost of revenues was RMB1,020.5 million. Fuel costs were RMB710.2 million. Crew costs were RMB300.1 "
      "million. Other costs "
      "were RMB110.2 million.");
  EXPECT_EQ(verdicts(checked, "footing/parts"), "0 1 0");
}

TEST(FootingParts, AnOpenListIsNotSummed) {
  const auto checked = check_prose(
      "Cost of revenues was RMB1,020.5 million. Fuel costs were RMB610.2 million. Crew costs were RMB300.1 "
      "million.");
  EXPECT_EQ(verdicts(checked, "footing/parts"), "0 0 0");
}

TEST(FootingParts, ItemsThatAreTheTablesRowsAreComplete) {
  const auto checked = check_prose(
      "Total operating expenses were RMB259.2 million. Among which:\n\n- Selling and marketing expenses were "
      "RMB98.3 million.\n\n"
      "- General and administrative expenses were RMB160.9 million.");
  EXPECT_EQ(verdicts(checked, "footing/parts"), "1 0 0");
}

TEST(FootingParts, WholesMadeOfRows) {
  const auto checked = check_prose(
      "As of June 30, 2024, the Group had cash and cash equivalents and restricted cash of RMB405.5 million "
      "(US$55.8 million), "
      "and net current liabilities of RMB44.1 million (US$6.1 million).");
  EXPECT_EQ(verdicts(checked, "footing/parts"), "4 0 0");
}

TEST(FootingParts, ASumThatMissesIsAnErrorWhereItsWordsAddUpForAnotherDate) {
  constexpr std::string_view kHolds =
      "As of June 30, 2024, the Group had cash and cash equivalents and restricted cash of RMB405.5 million, "
      "compared with RMB430.4 million as of December 31, 2023.";
  EXPECT_EQ(summary(check_prose(kHolds)), "");
  EXPECT_EQ(
      summary(check_prose("As of June 30, 2024, the Group had cash and cash equivalents and restricted cash "
                          "of RMB405.5 million, compared with RMB340.4 million as of December 31, 2023.")),
      "error footing/parts line 5 printed 340.4 expected 430.4\n");
  EXPECT_EQ(
      summary(check_prose("As of June 30, 2024, the Group had cash and cash equivalents and restricted cash "
                          "of RMB504.5 million.")),
      "");
}

TEST(FootingParts, DepositsThatStandInTwoRowsAreBothMeant) {
  const auto filing = [](std::string_view then) {
    return check_text(
        "Sample Holdings Limited\n\nThe Group’s total cash and cash equivalents, current and non-current "
        "time deposits "
        "and wealth "
        "products were RMB33.9 billion as of June 30, 2024, compared with RMB" +
        std::string(then) +
        " billion as of December 31, 2023.\n\nUNAUDITED CONDENSED CONSOLIDATED BALANCE SHEETS\n\n(In "
        "thousands)\n\n\tDecember 31,\tJune 30,\n\t2023\t2024\n\tRMB\tRMB\nCurrent assets:\t\t\nCash and "
        "cash "
        "equivalents\t4,118,402\t3,702,650\nTime deposits\t17,540,211\t21,334,905\nWealth "
        "products\t9,208,730\t8,415,322\nTotal current assets\t30,867,343\t33,452,877\nNon-current "
        "assets:\t\t\nTime deposits\t620,000\t480,000\nTotal assets\t31,487,343\t33,932,877\n");
  };
  EXPECT_EQ(verdicts(filing("31.5"), "footing/parts"), "2 0 0");
  EXPECT_EQ(summary(filing("35.1")), "error footing/parts line 3 printed 35.1 expected 31.5\n");
}

TEST(FootingParts, AListMayEndInAsWellAs) {
  EXPECT_EQ(
      summary(check_prose(
          "As of June 30, 2024, the Group had cash and cash equivalents, as well as restricted cash, of "
          "RMB405.5 million, compared with RMB430.4 million as of December 31, 2023.")),
      "");
  EXPECT_EQ(summary(check_prose(
                "As of June 30, 2024, the Group had cash and cash equivalents, as well as restricted cash of "
                "RMB405.5 million, compared with RMB340.4 million as of December 31, 2023.")),
            "error footing/parts line 5 printed 340.4 expected 430.4\n");
}

// ---------------------------------------------------------------- ratios

std::string in_pairs(std::string_view now, std::string_view then) {
  return "Basic net income was US$0.46 per share (US$" + std::string(now) +
         " per ADS) for the second quarter of 2024, compared with US$0.41 per share (US$" +
         std::string(then) +
         " per ADS) and US$0.37 per share (US$1.83 per ADS) for the preceding quarter and the second quarter "
         "of 2023, "
         "respectively. The board declared a dividend of US$0.0900 per share (US$0.4500 per ADS).";
}

TEST(PerShareProse, ThreePairsTellHowManySharesAnAdsHas) {
  EXPECT_EQ(summary(check_prose(in_pairs("2.31", "2.05"))), "");
  EXPECT_EQ(summary(check_prose(in_pairs("2.31", "2.50"))),
            "error ratio/per-share line 5 printed 2.50 expected 2.05\n");
  EXPECT_EQ(summary(check_prose(in_pairs("3.21", "2.05"))),
            "error ratio/per-share line 5 printed 3.21 expected 2.30\n");
}

TEST(PerShareProse, TwoPairsTellNothing) {
  EXPECT_EQ(summary(check_prose(
                "Basic net income was US$0.46 per share (US$2.31 per ADS) for the second quarter of 2024, "
                "compared with US$0.41 per share (US$2.50 per ADS) for the preceding quarter.")),
            "");
}

TEST(RatioChangeProse, TheTwoOfASentenceBothSaidOfOneSpan) {
  EXPECT_EQ(summary(check_prose("Gross profit increased by 23.1% and 7.7% year over year and year over year, "
                                "respectively.")),
            "error ratio/change line 5 printed 7.7 expected 23.1\n");
}

TEST(RatioChangeProse, AWordOfChangeBeforeAMeasureThatIsNamedAgain) {
  EXPECT_EQ(
      summary(check_prose("Net loss was RMB14.2 million, significantly decreased compared with a net loss of "
                          "RMB49.6 million in the same period of 2023.")),
      "");
  EXPECT_NE(
      summary(check_prose("Net loss was RMB14.2 million, significantly increased compared with a net loss of "
                          "RMB49.6 million in the same period of 2023.")),
      "");
}

TEST(RatioChangeProse, AgainstWhatItUsuallyIsWhereItsAmountIsThatOfItsRow) {
  EXPECT_EQ(summary(check_prose("Total revenues increased by 7.7% to RMB1,306.8 million.")), "");
  EXPECT_NE(summary(check_prose("Total revenues increased by 8.7% to RMB1,306.8 million.")), "");
  // So far off that another change is meant.
  EXPECT_EQ(summary(check_prose("Total revenues increased by 31.0% to RMB1,306.8 million.")), "");
}

TEST(RatioChangeProse, InParentheses) {
  EXPECT_EQ(summary(check_prose("Total revenues were RMB1,306.8 million (+7.7%).")), "");
  EXPECT_NE(summary(check_prose("Total revenues were RMB1,306.8 million (up 9.7% year-over-year).")), "");
}

TEST(RatioChangeProse, HowFarTwoMeasuresAreApartIsNoChange) {
  EXPECT_EQ(
      summary(check_prose("Total revenues of RMB1,306.8 million exceeded operating expenses by RMB1,047.6 "
                          "million.")),
      "");
}

TEST(RatioMarginProse, AsAPercentageOfAWhole) {
  EXPECT_EQ(
      summary(check_prose("Selling and marketing expenses as a percentage of total revenues were 7.5%.")),
      "");
  EXPECT_EQ(
      summary(check_prose("Selling and marketing expenses as a percentage of total revenues were 5.7%.")),
      "error ratio/margin line 5 printed 5.7 expected 7.5\n");
  EXPECT_EQ(summary(check_prose("Crew costs as a percentage of total revenues were 5.7%.")), "");
}

TEST(RatioChangeProse, FromTheTableOrFromTheSentence) {
  EXPECT_EQ(summary(check_prose("Gross profit increased by 23.1% year-over-year.")), "");
  EXPECT_EQ(summary(check_prose("Gross profit increased by 32.1% year-over-year.")),
            "error ratio/change line 5 printed 32.1 expected 23.1\n");
  EXPECT_EQ(summary(check_prose("Crew costs increased by 10.0% from RMB100.0 million to RMB110.0 million.")),
            "");
}

TEST(RatioChangeProse, LossesBySizeOrBySign) {
  EXPECT_EQ(
      summary(check_prose("Net loss narrowed by 71.2% from RMB49.6 million in the same period of 2023.")),
      "");
  EXPECT_EQ(summary(check_prose("Interest expense increased by 37.4% year-over-year.")), "");
  EXPECT_EQ(summary(check_prose("Selling and marketing expenses decreased by 2.9% year-over-year.")), "");
}

TEST(RatioChangeProse, PercentagePoints) {
  EXPECT_EQ(summary(check_prose("Load factor was 71.4%, an increase of 2.1 percentage points from 69.3% in "
                                "the same period of 2023.")),
            "");
  EXPECT_EQ(summary(check_prose("Load factor was 71.4%, an increase of 3.1 percentage points from 69.3% in "
                                "the same period of 2023.")),
            "error ratio/change line 5 printed 3.1 expected 2.1\n");
}

TEST(RatioChangeProse, WhatItIsAgainstMayNotBeStated) {
  EXPECT_EQ(verdicts(check_prose("Passenger numbers increased by 12.0%."), "ratio/change"), "0 0 1");
}

TEST(RatioMarginProse, NamedAfterItsAmount) {
  EXPECT_EQ(summary(check_prose("Gross margin was 21.9%, compared with 19.2% in the same period of 2023.")),
            "");
  EXPECT_EQ(summary(check_prose("Gross margin was 29.1%.")),
            "error ratio/margin line 5 printed 29.1 expected 21.9\n");
  EXPECT_EQ(summary(check_prose("Net loss margin was 1.1%.")), "");
  // The margin of a part is no quotient of its revenues.
  EXPECT_EQ(verdicts(check_prose("Port services margin was 12.5%."), "ratio/margin"), "0 0 1");
}

TEST(RatioMarginProse, OfASegmentByTheSentencesOwnAmounts) {
  EXPECT_EQ(
      summary(check_prose(
          "Gross profit of port services was RMB202.0 million. Gross margin of port services was 20.0%.")),
      "");
  EXPECT_EQ(
      summary(check_prose(
          "Gross profit of port services was RMB202.0 million. Gross margin of port services was 24.0%.")),
      "error ratio/margin line 5 printed 24.0 expected 20.0\n");
}

constexpr std::string_view kSegments =
    "\n\nSEGMENT INFORMATION\n\n(All amounts in thousands)\n\n"
    "\tFor the six months ended June 30,\t\t\n\t2023\t2024\t2024\n\tRMB\tRMB\tUS$\n"
    "Net revenues:\t\t\t\nDredging services\t40,000\t50,000\t6,880\nPilotage\t10,000\t12,000\t1,651\n"
    "Total net revenues\t50,000\t62,000\t8,531\n"
    "Cost of revenues:\t\t\t\nDredging services\t30,000\t35,000\t4,816\nPilotage\t8,000\t9,000\t1,238\n"
    "Total cost of revenues\t38,000\t44,000\t6,054\n"
    "Gross profit:\t\t\t\nDredging services\t10,000\t15,000\t2,064\nPilotage\t2,000\t3,000\t413\n"
    "Total gross profit\t12,000\t18,000\t2,477\n";

// Its revenues have their own heading; the row of that name under "Cost of revenues" is not meant.
TEST(RatioMarginProse, OfTheRowsUnderTheHeadingsOfAMeasure) {
  const auto margins = [](std::string_view name, std::string_view margin) {
    return check_prose("Gross profit margin for " + std::string(name) + " was " + std::string(margin) +
                       ", compared with 25.0% in the same period of 2023." + std::string(kSegments));
  };
  EXPECT_EQ(verdicts(margins("dredging services", "30.0%"), "ratio/margin"), "2 0 0");
  EXPECT_EQ(verdicts(margins("the dredging business", "30.0%"), "ratio/margin"), "2 0 0");
  EXPECT_EQ(summary(margins("the dredging business", "33.0%")),
            "error ratio/margin line 5 printed 33.0 expected 30.0\n");
}

// A row is named without the "services" that end its label.
TEST(TieProse, APartNamedWithoutTheServicesOfItsRow) {
  const auto check = [](std::string_view amount) {
    return check_prose("Net revenues from dredging were RMB" + std::string(amount) + " million." +
                       std::string(kSegments));
  };
  EXPECT_EQ(verdicts(check("50.0"), "tie/prose"), "1 0 0");
  EXPECT_EQ(summary(check("56.0")), "error tie/prose line 5 printed 56.0 expected 50.0\n");
}

TEST(TieProse, AnotherScaleWordIsASlip) {
  EXPECT_EQ(summary(check_prose("Gross profit was RMB286.3 billion.")),
            "error tie/prose line 5 printed 286.3 expected 0.3\n");
}

// The page ends behind "of": the comparative is not of the period of what it is compared with.
TEST(TieProse, AComparativeWhosePeriodIsCutOff) {
  const auto checked = check_prose(
      "Gross profit was RMB286.3 million for the first half of 2024, compared to RMB232.5 million for the "
      "first "
      "half of");
  EXPECT_EQ(summary(checked), "");
  EXPECT_EQ(verdicts(checked, "tie/prose"), "1 0 1");
}

TEST(RatioChangeProse, WhatOneCauseMakesOfAMeasureIsNotItsChange) {
  const auto checked = check_prose(
      "The weaker renminbi decreased our consolidated total revenues by 5 percent compared to the same "
      "period of "
      "2023.");
  EXPECT_EQ(summary(checked), "");
  EXPECT_EQ(verdicts(checked, "ratio/change"), "0 0 1");
  // All that is told before comes to it.
  EXPECT_EQ(verdicts(check_prose("New routes were opened, increasing total revenues by 7.7% compared to the "
                                 "same period of 2023."),
                     "ratio/change"),
            "1 0 0");
}

TEST(RatioMarginProse, DefinedInItsSentence) {
  EXPECT_EQ(
      summary(check_prose(
          "The gearing ratio, representing total liabilities divided by total assets, was 110.9% as of June "
          "30, 2024.")),
      "");
}

TEST(RatioShareProse, PartOfAWhole) {
  EXPECT_EQ(verdicts(check_prose("Revenues from port services accounted for 77.3% of total revenues."),
                     "ratio/share-of-total"),
            "1 0 0");
  EXPECT_EQ(summary(check_prose("Revenues from port services accounted for 73.7% of total revenues.")),
            "error ratio/share-of-total line 5 printed 73.7 expected 77.3\n");
}

// ---------------------------------------------------------------- definitions

TEST(Definitions, NameTheRowsOfTheReconciliation) {
  EXPECT_EQ(
      summary(check_prose(
          "We define adjusted net income as net loss excluding share-based compensation and depreciation of "
          "vessels.")),
      "");
}

TEST(Definitions, ARowThatIsNotNamedIsAWarning) {
  const auto checked =
      check_prose("We define adjusted net income as net loss excluding share-based compensation.");
  EXPECT_EQ(summary(checked), "warning footing/reconciliation line 5\n");
  EXPECT_EQ(checked.report.findings.front().message,
            "the definition of “adjusted net income” does not name “Depreciation of vessels”, which its "
            "reconciliation takes out "
            "(line 66)");
}

TEST(Definitions, AnItemUnderAnotherNameIsANote) {
  EXPECT_EQ(summary(check_prose("We define adjusted net income as net loss excluding share-based "
                                "compensation and interest expense.")),
            "note footing/reconciliation line 5\nnote footing/reconciliation line 5\n");
}

TEST(Definitions, AnOpenListDefinesNothing) {
  EXPECT_EQ(summary(check_prose(
                "We define adjusted net income as net loss excluding certain items such as share-based "
                "compensation.")),
            "");
}

// ---------------------------------------------------------------- rates of other dates

TEST(PeriodEndRates, BuiltInByQuarterEnd) {
  const Filing filing;
  EXPECT_EQ(rate_at(filing, currency("RMB"), {2023, 12, 31})->rate.text(), "7.0999");
  EXPECT_EQ(rate_at(filing, currency("RMB"), {2023, 12, 31})->as_of.iso(), "2023-12-29");
  EXPECT_FALSE(rate_at(filing, currency("RMB"), {2023, 11, 15}));
  EXPECT_FALSE(rate_at(filing, currency("EUR"), {2023, 12, 31}));
}

TEST(PeriodEndRates, TheFilingsOwnAndTheUsersComeFirst) {
  Filing filing;
  const std::array<Rate, 1> given = {{{currency("RMB"), currency("USD"), {71000, 4}, {2023, 12, 31}, {}}}};
  filing.reference_rates = given;
  EXPECT_EQ(rate_at(filing, currency("RMB"), {2023, 12, 31})->rate.text(), "7.1000");
  filing.rates.push_back({currency("RMB"), currency("USD"), {72000, 4}, {2023, 12, 31}, {}});
  EXPECT_EQ(rate_at(filing, currency("RMB"), {2023, 12, 31})->rate.text(), "7.2000");
}

TEST(PeriodEndRates, ReadFromACsv) {
  const auto rates = read_rates(
      "observation_date,DEXCHUS\n2023-12-28,7.1065\r\n2023-12-29,.\n2024-01-01,\n2023-12-27,7.1\n");
  ASSERT_TRUE(rates);
  ASSERT_EQ(rates->size(), 2U);
  EXPECT_EQ(rates->front().as_of.iso(), "2023-12-27");
  EXPECT_EQ(rates->back().rate.text(), "7.1065");
  EXPECT_EQ(rates->back().as_of.iso(), "2023-12-28");
}

TEST(PeriodEndRates, SayWhatIsWrong) {
  const auto fault = [](std::string_view csv) {
    const Error error = read_rates(csv).error();
    return std::to_string(error.line) + ": " + error.message;
  };
  EXPECT_EQ(fault("observation_date,DEXCHUS\n2023-13-01,7.1\n"), "2: not a date and a rate");
  EXPECT_EQ(fault("observation_date,DEXCHUS\n2023-12-01,7.1\n2023-12-04,seven\n"),
            "3: not a date and a rate");
  EXPECT_EQ(fault("observation_date,DEXCHUS\n2023-12-01,0\n"), "2: not a date and a rate");
  EXPECT_EQ(fault("DATE\n"), "1: not the heading observation_date,DEXCHUS");
}

// US$14.2 million for RMB101.4 million is right at the rate of the amount's own date, which no table knows.
TEST(PeriodEndRates, ThoseThatTheUserBringsRecogniseATranslation) {
  const std::string text =
      "The Company\'s translations into US$ were made at the rate of RMB7.3000 to US$1.00, the noon buying "
      "rate "
      "on June 30, 2024.\n\nAs of November 15, 2023, cash and cash equivalents were RMB101.4 million "
      "(US$14.2 "
      "million).\n\n\tNovember 15, 2023\tJune 30, 2024\tJune 30, 2024\n\tRMB\tRMB\tUS$\nCash and cash "
      "equivalents\t101,400,000\t73,000,000\t10,000,000\nOther assets\t1,000,000\t7,300,000\t1,000,000\n"
      "Total assets\t102,400,000\t80,300,000\t11,000,000\n";
  const auto findings = [&](const SolveOptions& options) {
    std::string out;
    const auto checked = check(text, {}, options);
    for (const Finding& finding : checked->report.findings)
      out += std::string(name(finding.severity)) + " " + std::string(rules()[finding.rule].id) + "\n";
    return out;
  };
  // The rate of its own date may explain it, as long as that is not known.
  EXPECT_EQ(findings({.claim_all = true}), "");
  const auto rates = read_rates("observation_date,DEXCHUS\n2023-11-15,7.1400\n");
  EXPECT_EQ(findings({.claim_all = true, .reference_rates = *rates}), "note translation/prose\n");
  const auto others = read_rates("observation_date,DEXCHUS\n2023-11-15,7.6000\n");
  EXPECT_EQ(findings({.claim_all = true, .reference_rates = *others}),
            "error translation/prose\nnote translation/prose\n");
}

}  // namespace
}  // namespace kcfin
