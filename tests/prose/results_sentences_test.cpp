// Sentences of results releases: amounts per share behind a result, the basis behind an amount, brackets that
// are a sign, and marks of footnotes that lost their place above the line.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "filing_text.h"
#include "one_paragraph.h"

namespace kcfin {
namespace {

using Lines = std::vector<std::string>;

Lines claims(const std::string& sentence) { return OneParagraph(sentence).described(); }

TEST(PerShareBehindAResult, BasicAndDilutedNameTheRow) {
  EXPECT_EQ(
      claims("The Company had net income of $41.2 million, or $1.31 basic and $1.27 diluted earnings per "
             "share, for the three months ended June 30, 2024."),
      (Lines{"amount | net income | $41.2 million | 2024-06-30",
             "per share | basic net income per share | $1.31 basic | 2024-06-30",
             "per share | diluted net income per share | $1.27 diluted earnings per share | 2024-06-30"}));
  const Lines both = claims(
      "Net income was $41.2 million, compared to net income of $12.5 million, or $0.40 basic "
      "and diluted loss per share, for the three months ended June 30, 2023.");
  EXPECT_EQ(both.back(), std::string("per share | basic and diluted net income per share | ") +
                             "$0.40 basic and diluted loss per share | 2023-06-30");
  EXPECT_EQ(
      claims("We reported a net loss of $8.1 million, or $0.22 loss per basic and $0.23 loss per diluted "
             "share for the quarter ended June 30, 2024."),
      (Lines{"amount | net loss | $8.1 million | 2024-06-30",
             "per share | basic net loss per share | $0.22 loss per basic | 2024-06-30",
             "per share | diluted net loss per share | $0.23 loss per diluted share | 2024-06-30"}));
  EXPECT_EQ(claims("Earnings per share was $0.61 basic and $0.58 diluted for the second quarter of 2024."),
            (Lines{"per share | basic Earnings per share | $0.61 basic | 2024-06-30",
                   "per share | diluted Earnings per share | $0.58 diluted | 2024-06-30"}));
  EXPECT_EQ(
      claims("Adjusted net income was $9.6 million, or $0.31 per diluted share."),
      (Lines{"amount | Adjusted net income | $9.6 million | 2024-06-30",
             "per share | diluted Adjusted net income per share | $0.31 per diluted share | 2024-06-30"}));
}

TEST(PerShareBehindAResult, OtherWordsOfTheKindAreNone) {
  EXPECT_EQ(claims("Net revenues were RMB5.0 million basic services included."),
            (Lines{"amount | Net revenues | RMB5.0 million | 2024-06-30"}));
  EXPECT_EQ(
      claims("Net income per ADS was RMB1.10 (US$0.15), and a basic plan costs RMB19.90 a month.").front(),
      "per share | Net income per ADS | RMB1.10 | 2024-06-30 | US$0.15");
}

TEST(BasisBehindAnAmount, NamesAnotherMeasure) {
  EXPECT_EQ(
      claims("Operating income of $21.4 million on a GAAP basis, or $24.9 million on a non-GAAP basis."),
      (Lines{"amount | Operating income | $21.4 million | 2024-06-30",
             "amount | non-GAAP Operating income | $24.9 million | 2024-06-30"}));
  EXPECT_EQ(
      claims("Operating income was $24.9 million on a non-GAAP basis and $21.4 million on a GAAP basis."),
      (Lines{"amount | non-GAAP Operating income | $24.9 million | 2024-06-30",
             "amount | Operating income | $21.4 million | 2024-06-30"}));
  EXPECT_EQ(
      claims("Net income was $17.0 million on a GAAP basis, representing an increase of 25% from the second "
             "quarter of 2023."),
      (Lines{"amount | Net income | $17.0 million | 2024-06-30",
             "change | Net income | 25 25% | vs 2023-06-30"}));
  EXPECT_EQ(claims("Net income was $19.0 million on an adjusted basis, up 12% year-over-year."),
            (Lines{"amount | adjusted Net income | $19.0 million | 2024-06-30",
                   "change | adjusted Net income | 12 12% | vs 2023-06-30"}));
}

TEST(BracketsThatAreASign, HoldMarkAndDigitsAlone) {
  EXPECT_EQ(
      claims("Net loss was ($6.7) million, or $(0.14) per diluted share, compared to a net loss of ($5.1) "
             "million, or ($0.11) per diluted share, in the prior quarter."),
      (Lines{"amount | Net loss | ($6.7) million | 2024-06-30",
             "per share | diluted Net loss per share | $(0.14) per diluted share | 2024-06-30",
             "amount | net loss | ($5.1) million | 2024-03-31",
             "per share | diluted net loss per share | ($0.11) per diluted share | 2024-03-31"}));
  EXPECT_EQ(
      claims(
          "Net loss for the quarter totaled ($127,000), compared with ($494,000) for the second quarter of "
          "2023."),
      (Lines{"amount | Net loss | ($127,000) | 2024-06-30", "amount | Net loss | ($494,000) | 2023-06-30"}));
  // A translation is none, nor is what stands behind a noun.
  EXPECT_EQ(claims("Net loss per ADS was RMB0.36 ($0.05)."),
            (Lines{"per share | Net loss per ADS | RMB0.36 | 2024-06-30 | $0.05"}));
}

TEST(MarksOfFootnotes, AreNoDigitsAndNoNames) {
  EXPECT_EQ(
      claims(
          "Total revenues were RMB69.83 billion (US$9.61 billion1), an increase of 8% over the same period "
          "last year."),
      (Lines{"amount | Total revenues | RMB69.83 billion | 2024-06-30 | US$9.61 billion1",
             "change | Total revenues | 8 8% | vs 2023-06-30"}));
  EXPECT_EQ(claims("Total revenues were RMB69.83 billion (US$9.61 billion 1)."),
            (Lines{"amount | Total revenues | RMB69.83 billion | 2024-06-30 | US$9.61 billion"}));
  EXPECT_EQ(claims("Loan volume*3 reached RMB23,148 million*4, an increase of 11.3% from RMB20,798 million "
                   "in the same "
                   "period of 2023."),
            (Lines{"amount | Loan volume | RMB23,148 million*4 | 2024-06-30",
                   "change | Loan volume | 11.3 11.3% | vs 2023-06-30 from RMB20,798 million",
                   "amount | Loan volume | RMB20,798 million | 2023-06-30"}));
  EXPECT_EQ(
      claims(
          "Balance*5 of the loans was RMB117.6 million. Non-GAAP 1 net income was RMB4.3 million. Non-GAAP2 "
          "operating loss was RMB7.3 million."),
      (Lines{"amount | Balance of the loans | RMB117.6 million | 2024-06-30",
             "amount | Non-GAAP net income | RMB4.3 million | 2024-06-30",
             "amount | Non-GAAP operating loss | RMB7.3 million | 2024-06-30"}));
  EXPECT_EQ(claims("SAMPLE REPORTS NET INCOME OF $7.5 MILLION").front(),
            "amount | SAMPLE REPORTS NET INCOME | $7.5 MILLION | 2024-06-30");
}

TEST(WhoseItIs, IsAName) {
  EXPECT_EQ(
      claims(
          "This compares to net income of $2.8 million and net income attributed to common stockholders of "
          "$1.4 million for the second quarter of 2023."),
      (Lines{"amount | net income | $2.8 million | 2023-06-30",
             "amount | net income attributed to common stockholders | $1.4 million | 2023-06-30"}));
  EXPECT_EQ(claims("IT services revenue was $52.6 million, up 7% year-over-year.").front(),
            "amount | IT services revenue | $52.6 million | 2024-06-30");
}

TEST(WhatIsToldOfAnAmount, IsNotWhatItsChangesAreOf) {
  EXPECT_EQ(
      claims(
          "Total revenue reached US$101.1 million, a historical high and representing a sequential increase "
          "of 15.6% and a year-over-year growth of 44.1%."),
      (Lines{"amount | Total revenue | US$101.1 million | 2024-06-30",
             "change | Total revenue | 15.6 15.6% | vs 2024-03-31",
             "change | Total revenue | 44.1 44.1% | vs 2023-06-30"}));
  EXPECT_EQ(
      claims(
          "Revenue was $5.0 million, a sequential increase of 15.6% and a year-over-year increase of 44.1%."),
      (Lines{"amount | Revenue | $5.0 million | 2024-06-30", "change | Revenue | 15.6 15.6% | vs 2024-03-31",
             "change | Revenue | 44.1 44.1% | vs 2023-06-30"}));
  // "of" may be left out before the whole of a share.
  EXPECT_EQ(
      claims("Revenues from advisory services, accounted for 47.2% total revenues in the second quarter of "
             "2024, were up 60.7% year-over-year to $4.6 million."),
      (Lines{"share | Revenues from advisory services / total revenues | 47.2% | 2024-06-30",
             "change | Revenues from advisory services | 60.7 60.7% | vs 2023-06-30",
             "amount | Revenues from advisory services | $4.6 million | 2024-06-30"}));
  EXPECT_EQ(claims("Working capital at the end of Q1, 2024 was $16.8 million.").front(),
            "amount | Working capital | $16.8 million | 2024-03-31");
}

TEST(SharesBehindAComparison, AreDealtToItsTwoAmounts) {
  EXPECT_EQ(claims("Operating income: $94 million compared to $120 million in the second quarter of 2023, "
                   "representing "
                   "32 percent and 35 percent of total revenues in the second quarter of 2024 and 2023, "
                   "respectively."),
            (Lines{"amount | Operating income | $94 million | 2024-06-30",
                   "amount | Operating income | $120 million | 2023-06-30",
                   "share | Operating income / total revenues | 32 percent | 2024-06-30",
                   "share | Operating income / total revenues | 35 percent | 2023-06-30"}));
  EXPECT_EQ(claims("Operating income was $94 million compared to $120 million in the second quarter of 2023, "
                   "representing 32 percent and 35 percent of total revenues, respectively."),
            (Lines{"amount | Operating income | $94 million | 2024-06-30",
                   "amount | Operating income | $120 million | 2023-06-30",
                   "share | Operating income / total revenues | 32 percent | 2024-06-30",
                   "share | Operating income / total revenues | 35 percent | 2023-06-30"}));
}

TEST(WhoseItIs, MayBeACompanyWithACommaInItsName) {
  EXPECT_EQ(
      claims(
          "Net income attributable to Sample Holding Co., Ltd.'s ordinary shareholders was RMB22.5 million, "
          "compared with net loss attributable to Sample Holding Co., Ltd.'s ordinary shareholders of "
          "RMB10.7 "
          "million in the first quarter of 2024."),
      (Lines{"amount | Net income attributable to Sample Holding Co Ltd.'s ordinary shareholders | RMB22.5 "
             "million | 2024-06-30",
             "amount | net loss attributable to Sample Holding Co Ltd.'s ordinary shareholders | RMB10.7 "
             "million "
             "| 2024-03-31"}));
}

TEST(PerShareBehindAResult, IsSaidInTheNameOfAMeasureToo) {
  EXPECT_EQ(claims("Earnings per diluted share were $1.60 compared to $1.52 in the second quarter of 2023."),
            (Lines{"per share | Earnings per diluted share | $1.60 | 2024-06-30",
                   "per share | Earnings per diluted share | $1.52 | 2023-06-30"}));
  EXPECT_EQ(claims("Net income totaled Ch$28,839 million, or Ch$0.085 per share.").back(),
            "per share | Net income per share | Ch$0.085 per share | 2024-06-30");
  EXPECT_EQ(claims("Net income per ADR was US$0.27.").front(),
            "per share | Net income per ADR | US$0.27 | 2024-06-30");
}

TEST(FirstMonths, AreThoseOfTheYearAtHand) {
  const auto nine = [](const std::string& sentence) {
    return OneParagraph(sentence, {{2024, 7, 1}, {2024, 9, 30}}).described();
  };
  EXPECT_EQ(
      nine("First nine months revenue grew 10% year-over-year to $600.0 million."),
      (Lines{"change | revenue | 10 10% | vs 2023-09-30", "amount | revenue | $600.0 million | 2024-09-30"}));
  EXPECT_EQ(nine("Nine-month revenue was $600.0 million.").front(),
            "amount | revenue | $600.0 million | 2024-09-30");
  const OneParagraph spans(
      "Revenue for the nine-month period was $600.0 million. Revenue in the first six months of "
      "the year was $400.0 million. Revenue in the first nine months of last year was $500.0 "
      "million.",
      {{2024, 7, 1}, {2024, 9, 30}});
  ASSERT_EQ(spans.claims().size(), 3U);
  EXPECT_EQ(spans.figure(spans.claims()[0].figure).period, (Period{{2024, 1, 1}, {2024, 9, 30}}));
  EXPECT_EQ(spans.figure(spans.claims()[1].figure).period, (Period{{2024, 1, 1}, {2024, 6, 30}}));
  EXPECT_EQ(spans.figure(spans.claims()[2].figure).period, (Period{{2023, 1, 1}, {2023, 9, 30}}));
  // Of another year, or of no year: nothing is dated so.
  EXPECT_EQ(nine("The first nine months of operation cost $5.0 million.").size(), 1U);
}

TEST(FirstMonths, MayBeSaidWithoutTheFirst) {
  const OneParagraph spans("Net income for the nine months of 2024 was $18.1 million.",
                           {{2024, 7, 1}, {2024, 9, 30}});
  ASSERT_EQ(spans.claims().size(), 1U);
  EXPECT_EQ(spans.claims()[0].metric.phrase, "Net income");
  EXPECT_EQ(spans.figure(spans.claims()[0].figure).period, (Period{{2024, 1, 1}, {2024, 9, 30}}));
}

TEST(WhoseItIs, MayBeAnIncWithTheMarkOfAFootnote) {
  EXPECT_EQ(
      claims(
          "Net income attributable to controlling interest of Sample Inc.1 was RMB42.1 million, compared to "
          "net "
          "loss attributable to controlling interest of Sample Inc. of RMB99.9 million in the corresponding "
          "period of 2023."),
      (Lines{"amount | Net income attributable to controlling interest of Sample Inc | RMB42.1 million | "
             "2024-06-30",
             "amount | net loss attributable to controlling interest of Sample Inc | RMB99.9 million | "
             "2023-06-30"}));
}

TEST(PartsThatChanged, AreNotTheWhole) {
  EXPECT_EQ(
      claims("Monthly users of our services increased by 670.6% to 150.4 million from 19.5 million in the "
             "corresponding period of 2023, including 100.2 million from Alfa, which increased by 413.4% "
             "year over "
             "year, and 50.2 million from Beta."),
      (Lines{"change | Monthly users of our services | 670.6 670.6% | vs 2023-06-30 from 19.5 million",
             "count | Monthly users of our services | 150.4 million | 2024-06-30",
             "count | Monthly users of our services | 19.5 million | 2023-06-30"}));
}

TEST(Participles, AreNoVerbsWithinAName) {
  EXPECT_EQ(claims("Registered user accounts increased to 16.83 million as of June 30, 2024.").front(),
            "count | Registered user accounts | 16.83 million | 2024-06-30");
  EXPECT_EQ(claims("Active paid subscribers were approximately 139,800 as of June 30, 2024.").front(),
            "count | Active paid subscribers | 139,800 | 2024-06-30");
  EXPECT_EQ(claims("The Company paid dividends of $5.0 million.").front(),
            "amount | dividends | $5.0 million | 2024-06-30");
}

TEST(ACauseThatOpensASentence, ExplainsAndIsNotExplained) {
  EXPECT_EQ(
      claims("Due to the growth of subscriptions, gross margin increased to 63.3% from 63.1% in the second "
             "quarter "
             "of 2023."),
      (Lines{"margin | gross margin | 63.3% | 2024-06-30", "margin | gross margin | 63.1% | 2023-06-30"}));
  EXPECT_EQ(
      claims("Revenue was up 27% year-over-year; 28% year-over-year on a constant currency basis.").size(),
      2U);
}

TEST(MarginsBesideAmounts, AreNamedBehindThePercentage) {
  EXPECT_EQ(
      claims("The Company reported an operating profit of $21.9 million and a 23.9% operating margin for the "
             "quarter."),
      (Lines{"amount | operating profit | $21.9 million | 2024-06-30",
             "margin | operating margin | 23.9% | 2024-06-30"}));
  EXPECT_EQ(
      claims(
          "Non-GAAP operating profit totaled $7.3 million (13.0% operating margin), compared to $7.0 million "
          "(15.1% operating margin) in the second quarter of 2023."),
      (Lines{"amount | Non-GAAP operating profit | $7.3 million | 2024-06-30",
             "amount | Non-GAAP operating profit | $7.0 million | 2023-06-30",
             "margin | Non-GAAP operating margin | 13.0% | 2024-06-30",
             "margin | Non-GAAP operating margin | 15.1% | 2023-06-30"}));
  EXPECT_EQ(claims("Operating profit totaled $7.3 million (13.0% of revenue from abroad).").front(),
            "amount | Operating profit | $7.3 million | 2024-06-30");
}

TEST(ChangesInACurrency, AreNoneOfTheCurrency) {
  EXPECT_EQ(
      claims("Operating profit increased by 11% in Danish kroner and by 5% at constant exchange rates."),
      (Lines{"change | Operating profit | 11 11% | vs -", "change | Operating profit | 5 5% | vs -"}));
  const OneParagraph both("Operating profit increased by 11% in Danish kroner and by 5% at CER.");
  ASSERT_EQ(both.claims().size(), 2U);
  EXPECT_EQ(both.claims()[0].unresolved, "");
  EXPECT_NE(both.claims()[1].unresolved, "");
  const OneParagraph restated(
      "Revenue of $36.1 million, up 27% year-over-year; 28% year-over-year on a constant "
      "currency basis");
  ASSERT_EQ(restated.claims().size(), 3U);
  EXPECT_EQ(restated.claims()[1].unresolved, "");
  EXPECT_NE(restated.claims()[2].unresolved, "");
}

TEST(ChangesAlone, AreOfThePeriodBehindThem) {
  const auto period = [](const std::string& sentence) {
    const OneParagraph read(sentence);
    return read.figure(read.claims().front().figure).period;
  };
  EXPECT_EQ(period("Sales rose 9% in the first six months of 2024."), (Period{{2024, 1, 1}, {2024, 6, 30}}));
  EXPECT_EQ(period("Sales rose 9% from the first six months of 2023."),
            (Period{{2024, 1, 1}, {2024, 6, 30}}));
  EXPECT_EQ(
      period("The 9% increase in sales from the three months ended March 31, 2024 reflects new customers."),
      (Period{{2024, 4, 1}, {2024, 6, 30}}));
}

TEST(AmountsOverWhichAChangeIs, AreItsBase) {
  const Lines over{"amount | Sales | $31.2 million | 2024-06-30",
                   "change | Sales | 20 20% | vs 2023-06-30 from $26.0 million",
                   "amount | Sales | $26.0 million | 2023-06-30"};
  EXPECT_EQ(
      claims("Sales were $31.2 million, an increase of 20% over the $26.0 million reported in the second "
             "quarter of 2023."),
      over);
  EXPECT_EQ(claims("Sales were $31.2 million, a 20% increase over $26.0 million in the same period of 2023."),
            over);
  EXPECT_EQ(
      claims("Sales of $31.2 million represent an increase of 20% over the $26.0 million recorded in the "
             "second quarter of 2023, excluding $1.5 million from a license."),
      (Lines{over[0], "change | Sales | 20 20% | vs -", over[2], "amount | Sales | $1.5 million | -"}));
  const OneParagraph bound("Sales rose 20% to over $31.0 million in the second quarter of 2024.");
  EXPECT_EQ(bound.described().back(), "amount | Sales | $31.0 million | 2024-06-30");
}

TEST(APeriodBeforeTheWordsOfABase, IsTheBases) {
  const Lines both{"amount | net income | $5.0 million | 2024-06-30",
                   "amount | net income | $4.0 million | 2023-06-30"};
  EXPECT_EQ(
      claims("The 2024 second quarter net income was $5.0 million, compared with the 2023 second quarter "
             "net income of $4.0 million."),
      both);
  EXPECT_EQ(
      claims("For fiscal 2024 second quarter, net income was $5.0 million, compared with second quarter "
             "2023 net income of $4.0 million."),
      both);
  EXPECT_EQ(
      claims("In 2024 Q2, net income was $5.0 million, up 25% compared with the second quarter of 2023."),
      (Lines{both[0], "change | net income | 25 25% | vs 2023-06-30"}));
}

TEST(NamesOfCurrencies, StandBeforeAmounts) {
  EXPECT_EQ(claims("Net revenues were Euro 1,210 million and diluted earnings per share Euro 1.34."),
            (Lines{"amount | Net revenues | Euro 1,210 million | 2024-06-30",
                   "per share | diluted earnings per share | Euro 1.34 | 2024-06-30"}));
  EXPECT_EQ(claims("Sales of Euro 6 vehicles were strong."), Lines{});
}

TEST(ChangesInBrackets, EndBeforeThoseAtConstantCurrency) {
  const Lines up{"amount | Sales | $31.2 million | 2024-06-30", "change | Sales | 20.0 20.0% | vs -"};
  EXPECT_EQ(claims("Sales were $31.2 million (up 20.0% or 22.4% at constant currency), helped by prices."),
            up);
  EXPECT_EQ(claims("Sales were $31.2 million (+20.0%; +22.4% in constant currency)."), up);
  EXPECT_EQ(claims("Sales were $31.2 million (up 22.4% at constant currency)."), Lines{up[0]});
}

std::string alarms(const std::string& sentence) {
  return testing::summary(
      testing::check_text(
          "Sample Tankers Ltd.\n\nSample Tankers Ltd. reports its second quarter of 2024\n\n" + sentence +
          "\n\nUNAUDITED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(In thousands of US$, except per "
          "share data)\n\n\tThree Months Ended June 30,\t\n\t2024\t2023\nVoyage "
          "revenues\t98,213\t87,402\nVoyage expenses\t41,102\t40,210\nOperating "
          "income\t57,111\t47,192\nInterest expense\t(15,911)\t(34,692)\nNet "
          "income\t41,200\t12,500\nBasic and diluted earnings per share\t1.31\t0.40\n"),
      Severity::warning);
}

TEST(WhatBracketsLeaveOut, TheRowMayNot) {
  EXPECT_EQ(
      alarms("Operating income (excluding the gain) was $51.7 million, up 9.5% from the second quarter of "
             "2023."),
      "");
  EXPECT_EQ(
      alarms("Operating income of $51.7 million (excluding the gain) was $4.5 million, or 9.5% above the "
             "second quarter of 2023."),
      "");
  EXPECT_NE(alarms("Operating income of $51.7 million was up 9.5% from the second quarter of 2023."), "");
}

TEST(ADistanceInMoney, StandsBesideThatInPercent) {
  EXPECT_EQ(alarms("Operating income of $57.1 million was $9.9 million, or 21.0% above the second quarter of "
                   "2023."),
            "");
  EXPECT_NE(alarms("Operating income of $57.1 million was $6.9 million, or 21.0% above the second quarter of "
                   "2023."),
            "");
}

TEST(TheLinkedQuarter, IsTheOneBefore) {
  EXPECT_EQ(claims("Earnings per share were $1.30, up $0.10 from the linked March quarter and $0.20 from the "
                   "second quarter of 2023."),
            (Lines{"per share | Earnings per share | $1.30 | 2024-06-30",
                   "change | Earnings per share | 0.10 $0.10 | vs 2024-03-31",
                   "change | Earnings per share | 0.20 $0.20 | vs 2023-06-30"}));
  EXPECT_EQ(claims("Unit linked premiums were $2.0 million."),
            (Lines{"amount | Unit linked premiums | $2.0 million | 2024-06-30"}));
}

TEST(AmountsOfNamesAlreadyTold, AreComparatives) {
  EXPECT_EQ(
      claims("Figures for the second quarter of 2024 include a gross margin of 40.0%, and operating margin "
             "of 10.0%, as compared to a gross margin of 38.0%, and an operating margin of 9.0% for the same "
             "period in 2023.")
          .back(),
      "margin | operating margin | 9.0% | 2023-06-30");
  EXPECT_EQ(claims("Net income was $8.0 million, or $1.30 per average diluted common share.").back(),
            "per share | diluted Net income per share | $1.30 per average diluted common share | 2024-06-30");
}

TEST(WhatIsLeftOut, MakesAnotherMeasure) {
  EXPECT_EQ(
      alarms("Excluding the $3.2 million of other gains and $4.0 million in accruals in connection with the "
             "plan, the Company recorded net income of $19.3 million for the second quarter of 2024."),
      "");
  EXPECT_NE(
      alarms("Including a charge, the Company recorded net income of $49.2 million for the second quarter of "
             "2024."),
      "");
}

TEST(SharesOfOtherSpans, AreNotHeld) {
  EXPECT_EQ(
      alarms(
          "Voyage expenses were $41.1 million, representing 11% of the last twelve months' voyage revenues."),
      "");
  EXPECT_NE(alarms("Voyage expenses were $41.1 million, representing 11% of voyage revenues."), "");
}

TEST(AMarginBesideAnAdjustedProfit, MayBeOfThat) {
  const OneParagraph adjusted(
      "Operating income was $57.1 million, compared to an adjusted operating income of $49.0 "
      "million and an operating margin of 56.1% in the second quarter of 2023.");
  ASSERT_EQ(adjusted.claims().size(), 3U);
  EXPECT_NE(adjusted.claims()[2].unresolved, "");
  const OneParagraph plain(
      "Adjusted EBITDA was $57.1 million and a net margin of 6.1% was reached in the second quarter "
      "of 2024, compared to an operating income of $49.0 million and an operating margin of 56.1%.");
  for (const Claim& claim : plain.claims()) EXPECT_NE(claim.unresolved, Claim::kOtherBasis);
}

TEST(ATitleOfGuidance, EndsWhereTheResultsAreAnnounced) {
  const std::string announced =
      "Sample Tankers Raises Its Full-Year Guidance\n\nATHENS, August 8, 2024 -- Sample Tankers Ltd. today "
      "announced its "
      "results for the quarter ended June 30, 2024.\n\n";
  EXPECT_NE(alarms(announced + "Operating income was $51.7 million."), "");
  EXPECT_EQ(alarms(announced + "Operating income was $57.1 million."), "");
  EXPECT_EQ(alarms(announced + "Full-Year Guidance\n\nOperating income of $51.7 million."), "");
}

TEST(PerShareBehindAResult, IsHeldToARowOfBoth) {
  EXPECT_EQ(
      alarms("Net income was $41.2 million, or $1.31 per diluted share, in the second quarter of 2024."), "");
  EXPECT_EQ(
      alarms("Operating income was $57.1 million on a GAAP basis, or $60.2 million on a non-GAAP basis."),
      "");
  EXPECT_NE(
      alarms("Operating income was $51.7 million on a GAAP basis, or $60.2 million on a non-GAAP basis."),
      "");
  EXPECT_NE(
      alarms(
          "Net income was ($31.2) million in the second quarter of 2024, compared with $12.5 million in the "
          "second quarter of 2023."),
      "");
}

}  // namespace
}  // namespace kcfin
