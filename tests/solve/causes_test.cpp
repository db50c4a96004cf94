// Which figure is blamed where several could be wrong, and what a reader is told of the rest.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "filing_text.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::summary;

// Operating expenses of three periods, under one total that nothing else holds.
std::string expenses(std::string_view selling, std::string_view research, std::string_view general) {
  return "UNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(All amounts in thousands)\n\n\tFor "
         "the "
         "six months ended June 30,\t\t\n\t2022\t2023\t2024\n\tRMB\tRMB\tRMB\nOperating expenses:\t\t\t\n"
         "Selling expenses\t(22,417)\t(31,352)\t" +
         std::string(selling) + "\nResearch and development expenses\t(71,130)\t(82,250)\t" +
         std::string(research) + "\nGeneral and administrative expenses\t(15,006)\t(17,245)\t" +
         std::string(general) + "\nTotal operating expenses\t(108,553)\t(130,847)\t(154,721)\n";
}

TEST(Candidates, AnotherPeriodsFigureIsNoLikelyCoincidence) {
  // 91,130 would be right; the period before stands there.
  const auto checked = check_text(expenses("(43,511)", "(82,250)", "(20,080)"));
  EXPECT_EQ(summary(checked), "error footing/total line 10 printed -82250 expected -91130\n");
  const Finding& root = checked.report.findings.front();
  EXPECT_TRUE(root.candidates.empty());
  EXPECT_NE(root.suggestion.find("the figure of another period of the same row stands here"),
            std::string::npos);
  EXPECT_NE(root.suggestion.find("would explain it too"), std::string::npos);
}

TEST(Candidates, ASignThatIsOddInItsRowIsBlamed) {
  EXPECT_EQ(summary(check_text(expenses("(43,511)", "91,130", "(20,080)"))),
            "error footing/total line 10 printed 91130 expected -91130\n");
}

TEST(Candidates, AFigureAThousandTimesTooSmallIsBlamed) {
  EXPECT_EQ(summary(check_text(expenses("(43,511)", "(91,130)", "(20,080,000)"))),
            "error footing/total line 11 printed -20080000 expected -20080\n");
}

TEST(Candidates, ADigitIsNoProofAndThePlausibleStandFirst) {
  const auto checked = check_text(expenses("(43,511)", "(31,130)", "(20,080)"));
  ASSERT_EQ(summary(checked), "error footing/total line 12 printed -154721 expected -94721\n");
  const Finding& root = checked.report.findings.front();
  ASSERT_EQ(root.candidates.size(), 4U);
  EXPECT_EQ(root.candidates.front().at.line, 10U);
  EXPECT_EQ(root.candidates.front().expected->text(), "-91130");
}

TEST(Candidates, DigitsThatOneOfThemAloneHasTransposedAreBlamed) {
  const auto checked = check_text(expenses("(43,511)", "(19,130)", "(20,080)"));
  EXPECT_EQ(summary(checked), "error footing/total line 10 printed -19130 expected -91130\n");
  EXPECT_TRUE(checked.report.findings.front().candidates.empty());
}

// Where the total may have a digit wrong by as much, nothing tells which.
TEST(Candidates, TransposedDigitsProveNothingBesideAnotherSlip) {
  const auto checked = check_text(
      "Other expenses\n\n(In thousands)\n\n\tYear ended December 31,\n\t2024\t2023\n\tRMB\tRMB\nStorage "
      "costs\t7,365\t6,"
      "120\nLaunch costs\t12,411\t11,008\nInsurance\t3,614\t3,107\nTotal other expenses\t23,380\t20,235\n");
  ASSERT_EQ(checked.report.findings.size(), 1U) << summary(checked);
  EXPECT_FALSE(checked.report.findings.front().candidates.empty());
}

// Net loss is spread over as many shares whether they would dilute it or not: that both rows print one count
// is no copy.
TEST(Candidates, DilutedSharesOfALossAreNoCopyOfTheBasicOnes) {
  const auto filing = [](std::string_view noted) {
    return check_text(
        "UNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(All amounts in thousands, except "
        "share "
        "data)\n\n\tThree months ended June "
        "30,\n\t2024\t2023\n\tRMB\tRMB\nRevenues\t90,120\t80,410\nOperating "
        "expenses\t(95,380)\t(71,230)\nNet (loss) income\t(5,260)\t9,180\nWeighted average number of "
        "shares\t\t\nBasic\t118,204,377\t117,552,180\nDiluted\t118,204,377\t121,033,918\n\nReconciliation of "
        "GAAP "
        "and non-GAAP results\n\n\tThree months ended June 30,\n\t2024\t2023\n\tRMB\tRMB\nNet (loss) "
        "income\t(5,260)\t9,180\nShare-based compensation\t1,100\t1,050\nAdjusted net (loss) "
        "income\t(4,160)\t10,230\nWeighted average number of shares, diluted\t" +
        std::string(noted) + "\t121,033,918\n");
  };
  EXPECT_EQ(filing("118,204,377").report.errors, 0U);
  const auto checked = filing("119,860,245");
  for (const Finding& finding : checked.report.findings)
    EXPECT_EQ(finding.suggestion.find("stands here"), std::string::npos) << finding.suggestion;
}

TEST(Candidates, ABalanceThatStandsAtBothDatesIsNoSlip) {
  // Share capital is what it was; the premium is wrong by two digits.
  const auto checked = check_text(
      "UNAUDITED CONDENSED CONSOLIDATED BALANCE SHEETS\n\n(All amounts in thousands)\n\n\tAs of December 31, "
      "2023\tAs of June 30, 2024\n\tRMB\tRMB\nShareholders\' equity:\t\t\nOrdinary shares\t25,443\t25,443\n"
      "Additional paid-in capital\t618,120\t624,118\nAccumulated deficit\t(201,330)\t(214,552)\n"
      "Total shareholders\' equity\t442,233\t453,009\n");
  ASSERT_EQ(checked.report.errors, 1U);
  EXPECT_FALSE(checked.report.findings.front().candidates.empty());
}

// Revenue of the quarter stands as that of the year before; four percentages were made of the right one. They
// tell it to its first digits.
TEST(Causes, AnAmountThatSeveralPercentagesContradictIsBlamedForAll) {
  const auto released = [](std::string_view revenue) {
    return check_text(
        "UNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(All amounts in thousands)\n\n\tFor "
        "the "
        "three months ended June 30,\t\n\t2023\t2024\n\tRMB\tRMB\nRevenues\t41,327\t" +
        std::string(revenue) +
        "\nGross profit\t18,115\t27,164\nNet income\t6,018\t9,127\n\nRevenues were RMB58.9 million in the "
        "second "
        "quarter of 2024, an increase of 42.5% year over year.\n\nGross margin was 46.1% in the second "
        "quarter "
        "of 2024.\n\nNet margin was 15.5% in the second quarter of 2024.\n");
  };
  EXPECT_EQ(summary(released("58,904")), "");
  const auto checked = released("41,327");
  ASSERT_FALSE(checked.report.findings.empty()) << summary(checked);
  const Finding& root = checked.report.findings.front();
  EXPECT_EQ(root.at.line, 8U) << summary(checked);
  EXPECT_FALSE(root.expected);
  EXPECT_NE(root.suggestion.find("should be about 58,"), std::string::npos) << root.suggestion;
  for (std::size_t i = 1; i < checked.report.findings.size(); ++i)
    EXPECT_EQ(checked.report.findings[i].cause, 0U);
}

// One percentage alone tells too little of an amount, but for one that stands in another period of its row
// too.
TEST(Causes, AnAmountOfAnotherPeriodIsBlamedForThePercentageMadeOfTheRightOne) {
  const auto with_change = [](std::string_view before, std::string_view change) {
    return summary(check_text(
        "SELECTED FIGURES\n\n(All amounts in thousands)\n\n\tFor the three months ended June "
        "30,\t\t\n\t2022\t2023\t2024\t% change\n\tRMB\tRMB\tRMB\t%\nRevenues\t28,115\t" +
        std::string(before) + "\t58,904\t" + std::string(change) +
        "\nGross profit\t11,208\t18,115\t27,164\t50.0%\nOperating income\t7,031\t8,244\t10,316\t25.1%\nNet "
        "income\t5,205\t6,018\t9,127\t51.7%\n"));
  };
  EXPECT_EQ(with_change("41,327", "42.5%"), "");
  EXPECT_EQ(with_change("28,115", "42.5%"), "error ratio/change line 8 printed 28115\n");
  EXPECT_EQ(with_change("41,327", "45.2%"), "error ratio/change line 8 printed 45.2 expected 42.5\n");
}

// Revenue of two kinds in RMB and US$ at 7.2000.
std::string translated(std::string_view rows) {
  return "The translations were made at the rate of RMB7.2000 to US$1.00, the noon buying rate on June 30, "
         "2024.\n\nUNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(All amounts in "
         "thousands)\n\n\tFor the six months ended June 30,\t\t\n\t2023\t2024\t2024\n\tRMB\tRMB\tUS$\n" +
         std::string(rows);
}

TEST(Mending, WhatComesOutToTheDigitIsExpectedAndNotWhatOnlyRounds) {
  // By its translation 458,728 to 458,733 would do; the total says 458,730.
  EXPECT_EQ(summary(check_text(translated("Revenues:\t\t\t\nAds\t351,924\t64,036\t63,713\nGames\t"
                                          "1,116,739\t1,164,926\t161,795\nTotal revenues\t1,468,663\t1,623,"
                                          "656\t225,508\n"))),
            "error footing/total line 11 printed 64036 expected 458730\n"
            "  error translation/cell line 11 printed 63713 expected 8894\n");
}

TEST(Mending, RoundingsThatTheMendedFigureTakesAwayAreNotTold) {
  // One unit more than the parts, here and in the figure that the reconciliation repeats.
  const auto checked =
      check_text(translated("Revenues:\t\t\t\nAds\t7,200\t14,400\t2,000\nGames\t3,600\t7,"
                            "205\t1,001\nOther\t3,600\t7,200\t1,000\nTotal "
                            "revenues\t14,400\t28,805\t4,010\n"));
  EXPECT_EQ(summary(checked),
            "error footing/total line 14 printed 4010 expected 4001\n"
            "  error translation/cell line 14 printed 4010 expected 4001\n");
}

// As many tables as asked for, each of three rows under its total, one figure of each a thousand off. In one
// table so many errors would be a misreading.
std::string full_of_errors(int sections) {
  std::string text = "UNAUDITED FINANCIAL RESULTS\n\n";
  for (int i = 0; i < sections; ++i) {
    const auto row = [&](const char* label, int a, int b, int c) {
      const auto figure = [](int value) { return Decimal{value, 0}.grouped(); };
      text += std::string(label) + " " + std::to_string(i) + "\t" + figure(a) + "\t" + figure(b) + "\t" +
              figure(c) + "\n";
    };
    text += "\nRESULTS OF GROUP " + std::to_string(i) +
            "\n\n(All amounts in thousands)\n\n\tFor the six months ended June 30,\t\t\n"
            "\t2022\t2023\t2024\n\tRMB\tRMB\tRMB\n";
    row("Sales", 21417 + i, 22531 + i, 23917 + i);
    row("Fees", 31622 + i, 32818 + i, 33701 + i + 1000);
    row("Rents", 41955 + i, 42116 + i, 43252 + i);
    row("Total group", 94994 + 3 * i, 97465 + 3 * i, 100870 + 3 * i);
  }
  return text;
}

TEST(Bound, TwoHundredErrorsAreFoundInAShortTimeAndWhatIsNotTracedSaysSo) {
  const auto begun = std::chrono::steady_clock::now();
  const auto checked = check_text(full_of_errors(200), false);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(20));
  EXPECT_EQ(checked.report.errors, 200U);
  const auto alone = std::count_if(
      checked.report.findings.begin(), checked.report.findings.end(), [](const Finding& finding) {
        return finding.suggestion == "more is wrong than can be traced to its causes: this stands on its own";
      });
  EXPECT_EQ(alone, 100);
}

}  // namespace
}  // namespace kcfin
