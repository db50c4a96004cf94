// The footing family: what a total sums is read from labels and columns; one case that holds, one that
// fails and one on the edge of rounding for each rule.
#include <gtest/gtest.h>

#include "filing_text.h"
#include "relations.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::relations;
using testing::summary;
using testing::verdicts;

constexpr std::string_view kHeading =
    "UNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(All amounts in thousands)\n\n"
    "\tFor the six months ended June 30,\t\t\n\t2022\t2023\t2024\n\tRMB\tRMB\tRMB\n";

std::string income(std::string_view rows) { return std::string(kHeading) + std::string(rows); }

TEST(FootingTotal, SectionClosedByItsTotalHolds) {
  const auto checked =
      check_text(income("Operating expenses:\t\t\t\n"
                        "Selling expenses\t(200)\t(300)\t(400)\n"
                        "Research and development expenses\t(1,100)\t(1,250)\t(1,400)\n"
                        "Total operating expenses\t(1,300)\t(1,550)\t(1,800)\n"));
  EXPECT_EQ(verdicts(checked, "footing/total"), "3 0 0");
  EXPECT_EQ(summary(checked), "");
}

TEST(FootingTotal, OneColumnThatDepartsIsTheFinding) {
  const auto checked =
      check_text(income("Operating expenses:\t\t\t\n"
                        "Selling expenses\t(200)\t(300)\t(400)\n"
                        "Research and development expenses\t(1,100)\t(1,250)\t(1,400)\n"
                        "Total operating expenses\t(1,300)\t(1,950)\t(1,800)\n"));
  EXPECT_EQ(verdicts(checked, "footing/total"), "2 1 0");
  EXPECT_EQ(summary(checked), "error footing/total line 11 printed -1950 expected -1550\n");
}

TEST(FootingTotal, WithinRoundingWhereTheOthersAreExactIsANote) {
  const auto checked =
      check_text(income("Operating expenses:\t\t\t\n"
                        "Selling expenses\t(200)\t(300)\t(400)\n"
                        "Research and development expenses\t(1,100)\t(1,250)\t(1,400)\n"
                        "Total operating expenses\t(1,300)\t(1,551)\t(1,800)\n"
                        "Other operating items:\t\t\t\n"
                        "Grants\t500\t600\t700\n"
                        "Disposals\t500\t600\t711\n"
                        "Total other operating items\t1,000\t1,200\t1,411\n"
                        "Hedging:\t\t\t\n"
                        "Gains\t500\t650\t700\n"
                        "Losses\t(600)\t(600)\t(811)\n"
                        "Total hedging\t(100)\t50\t(111)\n"));
  EXPECT_EQ(summary(checked), "note footing/total line 11 printed -1551 expected -1550\n");
}

// Six amounts that lost what was behind their last digit add up to as many units more as there are, less one.
TEST(FootingTotal, AmountsThatAreRoundedDownAddUpToMore) {
  const auto said = [](std::string_view before, std::string_view total) {
    return verdicts(
        check_text(std::string(before) + income("Operating expenses:\t\t\t\nAdvertising\t110\t220\t310\n"
                                                "Leases\t120\t240\t320\nDepreciation\t130\t260\t330\n"
                                                "Outsourcing\t140\t280\t340\nSalaries\t150\t300\t350\n"
                                                "Travel\t160\t320\t360\n"
                                                "Total operating expenses\t810\t1,620\t" +
                                                std::string(total) + "\n")),
        "footing/total");
  };
  constexpr std::string_view kDown = "Figures of less than one thousand are rounded down.\n\n";
  EXPECT_EQ(said(kDown, "2,015"), "3 0 0");
  EXPECT_EQ(said(kDown, "2,016"), "3 0 0");  // the edge
  EXPECT_EQ(said(kDown, "2,017"), "2 1 0");
  EXPECT_EQ(said(kDown, "2,006"), "2 1 0");
  EXPECT_EQ(said("", "2,013"), "3 0 0");
  EXPECT_EQ(said("", "2,015"), "2 1 0");
}

TEST(FootingTotal, ANetLineIsHeldByItsNameWhereOneOfTwoColumnsIsWrong) {
  constexpr std::string_view kTwo =
      "UNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(All amounts in thousands)\n\n"
      "\tFor the six months ended June 30,\t\n\t2023\t2024\n\tRMB\tRMB\n";
  EXPECT_EQ(summary(check_text(std::string(kTwo) + "Operating profit\t10,257\t20,375\nFinance "
                                                   "income\t2,233\t2,597\nFinance costs\t(4,211)\t(7,304)\n"
                                                   "Finance costs, net\t(1,978)\t(1,707)\n"
                                                   "Profit before taxation\t8,279\t18,668\n"),
                    Severity::warning),
            "error footing/total line 11 printed -1707 expected -4707\n");
}

TEST(FootingTotal, ARowThatEqualsTheOneAboveInOneColumnIsNoTotalOfIt) {
  const auto checked =
      check_text(income("Total revenues\t9,114\t9,520\t9,931\n"
                        "Total cost of revenues\t(4,022)\t9,520\t(4,318)\n"));
  EXPECT_EQ(verdicts(checked, "footing/total"), "0 0 0");
}

TEST(FootingTotal, CashFromFinancingIsNoSumOfTheOtherActivities) {
  const std::string said = relations(
      "STATEMENTS OF CASH FLOWS\n\n(In millions)\n\n\tSix months ended\t\n\tSeptember 30, 2022\tSeptember "
      "30, 2023\n"
      "Net cash from operating activities\t304\t284\nNet cash used in investing activities\t(70)\t(39)\n"
      "Net cash from financing activities\t(670)\t245\n",
      "footing/total");
  EXPECT_EQ(said.find(" = "), std::string::npos) << said;
}

// One cell a line, blank cells dropped: of a row that lacks a figure nothing tells the columns, and the sum
// over it is judged in none.
TEST(FootingTotal, ARowLeftOpenIsNoNil) {
  const auto said = [](std::string_view first) {
    return relations(
        "CONSOLIDATED STATEMENTS OF OPERATIONS\n(in thousands)\nYear ended December 31,\n2021\n2022\n2023\n"
        "EUR\nEUR\nEUR\nCoatings\n" +
            std::string(first) +
            "Ferries\n7,883\n6,433\n4,338\nTextiles\n1,708\n6,791\n6,938\n"
            "Total revenues\n18,146\n13,572\n11,276\nCost of revenues\n(2,349)\n(3,722)\n(1,317)\n"
            "Gross profit\n15,797\n9,850\n9,959\n",
        "footing/total");
  };
  const std::string open = said("8,555\n348\n"), full = said("8,555\n348\n0\n");
  EXPECT_NE(full.find("18,146@23 = 8,555"), std::string::npos) << full;
  EXPECT_EQ(open.find("18,146@22 = "), std::string::npos) << open;
  EXPECT_EQ(open.find("11,276@24 = "), std::string::npos) << open;
  EXPECT_NE(open.find("a row of it has figures under no column"), std::string::npos) << open;
}

// Nor where the sum stands above its rows.
TEST(FootingTotal, ARowLeftOpenBelowItsSumIsNoNil) {
  const auto said = [](std::string_view last) {
    return relations(
        "CONSOLIDATED STATEMENTS OF CASH FLOWS\n(in thousands)\nYear ended December 31,\n2021\n2022\n2023\n"
        "EUR\nEUR\nEUR\nNet income\n18,555\n13,480\n10,100\nDepreciation\n7,883\n6,433\n4,338\n"
        "Changes in working capital\n3,000\n2,000\n3,300\nReceivables\n1,600\n1,200\n2,000\n"
        "Inventories\n1,400\n800\n1,200\nPrepayments\n" +
            std::string(last) + "Net cash from operating activities\n29,438\n21,913\n17,738\n",
        "footing/total");
  };
  EXPECT_EQ(said("100\n").find("3,300@20 = "), std::string::npos) << said("100\n");
  EXPECT_EQ(said("0\n0\n100\n").find("breaks"), std::string::npos) << said("0\n0\n100\n");
}

TEST(FootingTotal, RunningSubtotalsOfAnIncomeStatement) {
  const auto checked =
      check_text(income("Total revenues\t9,000\t9,500\t9,900\n"
                        "Cost of revenues\t(4,000)\t(4,200)\t(4,300)\n"
                        "Gross profit\t5,000\t5,300\t5,600\n"
                        "Total operating expenses\t(1,300)\t(1,550)\t(1,800)\n"
                        "Operating income\t3,700\t3,750\t3,800\n"
                        "Income tax expense\t(700)\t(750)\t(780)\n"
                        "Net income\t3,000\t3,000\t3,020\n"));
  EXPECT_EQ(verdicts(checked, "footing/total"), "9 0 0");
}

TEST(FootingTotal, CostsPrintedPositiveAreTakenOff) {
  const auto checked =
      check_text(income("Total revenues\t9,000\t9,500\t9,900\n"
                        "Cost of revenues\t4,000\t4,200\t4,300\n"
                        "Gross profit\t5,000\t5,300\t5,600\n"
                        "Research and development expenses\t1,300\t1,550\t1,800\n"
                        "Selling and marketing expenses\t300\t250\t200\n"
                        "Total operating expenses\t1,600\t1,800\t2,000\n"
                        "Operating income\t3,400\t3,500\t3,600\n"));
  EXPECT_EQ(verdicts(checked, "footing/total"), "9 0 0");
}

// A result that no line of the catalogue names, below costs that no label calls so: all of them are taken
// off, gains among them are printed negative.
TEST(FootingTotal, WhatRemainsOfRevenuesWhereAllSinceIsTakenOff) {
  const auto text = [](std::string_view remains) {
    return income(
        "Total revenues\t90,117\t95,204\t99,310\nProduction\t41,013\t46,041\t50,731\n"
        "Exploration and development\t9,735\t8,940\t7,984\nGain on sale of securities\t(341)\t-\t(535)\n"
        "Provincial levy\t1,473\t1,006\t2,582\nIncome before provincial and mining levies\t" +
        std::string(remains) + "\n");
  };
  EXPECT_EQ(relations(text("38,237\t39,217\t38,548"), "footing/total"),
            "38,237@13 = 90,117@8 - 41,013@9 - 9,735@10 - (341)@11 - 1,473@12\n"
            "39,217@13 = 95,204@8 - 46,041@9 - 8,940@10 - -@11 - 1,006@12\n"
            "38,548@13 = 99,310@8 - 50,731@9 - 7,984@10 - (535)@11 - 2,582@12\n");
  // A transposition is found, for two columns bear the reading out.
  EXPECT_EQ(summary(check_text(text("38,237\t39,217\t38,584"))),
            "error footing/total line 13 printed 38584 expected 38548\n");
  // Two that do not add up leave it unread.
  EXPECT_EQ(relations(text("38,237\t29,217\t48,548"), "footing/total"), "");
  // Revenues need not be a total; what is no result takes nothing off.
  const auto first = [](std::string_view last) {
    return relations(
        income("Revenues from mining\t90,117\t95,204\t99,310\nProduction\t41,013\t46,041\t50,731\n"
               "Exploration\t9,735\t8,940\t7,984\n" +
               std::string(last) + "\t39,369\t40,223\t40,595\n"),
        "footing/total");
  };
  EXPECT_EQ(first("Income before levies"),
            "39,369@11 = 90,117@8 - 41,013@9 - 9,735@10\n40,223@11 = 95,204@8 - 46,041@9 - 8,940@10\n"
            "40,595@11 = 99,310@8 - 50,731@9 - 7,984@10\n");
  EXPECT_EQ(first("Ore in stock"), "");
}

// "Net change" under a header of its own is of the rows there, however small they are, and of one alone too.
TEST(FootingTotal, ANetChangeIsOfTheRowsUnderItsHeader) {
  const auto text = [](std::string_view net) {
    return income(
        "Net income\t5,537\t4,686\t6,536\nOther comprehensive income (loss):\t\t\t\n"
        "Securities:\t\t\t\nUnrealized holding loss arising during the period\t(1)\t(2)\t(4)\n"
        "Net change\t(1)\t(2)\t(4)\nBenefit plans:\t\t\t\n"
        "Prior service cost amortization\t(36)\t(34)\t(71)\nGain amortization\t79\t43\t56\n"
        "Net change\t" +
        std::string(net) + "\nOther comprehensive income\t42\t7\t(19)\n");
  };
  const std::string securities = "(1)@12 = (1)@11\n(2)@12 = (2)@11\n(4)@12 = (4)@11\n";
  EXPECT_EQ(relations(text("43\t9\t(15)"), "footing/total"),
            securities +
                "43@16 = (36)@14 + 79@15\n9@16 = (34)@14 + 43@15\n(15)@16 = (71)@14 + 56@15\n"
                "42@17 = (1)@12 + 43@16\n7@17 = (2)@12 + 9@16\n(19)@17 = (4)@12 + (15)@16\n");
  // Of amounts that small a column that does not add up takes the others' word away.
  EXPECT_EQ(relations(text("43\t9\t(51)"), "footing/total").find("@16 = (36)"), std::string::npos);
}

// What repeats the words of its header sums what stands under it; another name of that size may be anything.
TEST(FootingTotal, ALineThatRepeatsItsHeaderSumsIt) {
  const auto text = [](std::string_view label, std::string_view figures) {
    return relations(income("Revenue\t5,537\t4,686\t6,536\nPension plans:\t\t\t\nGain recognized\t-\t5\t12\n"
                            "Reclassification\t(3)\t(9)\t(4)\n" +
                            std::string(label) + "\t" + std::string(figures) + "\n"),
                     "footing/total");
  };
  EXPECT_EQ(text("Pension plans, net of tax", "(3)\t(4)\t8"),
            "(3)@12 = -@10 + (3)@11\n(4)@12 = 5@10 + (9)@11\n8@12 = 12@10 + (4)@11\n");
  // A unit may be lost in rounding, two may not.
  EXPECT_EQ(text("Pension plans, net of tax", "(3)\t(4)\t7"),
            "(3)@12 = -@10 + (3)@11\n(4)@12 = 5@10 + (9)@11\n7@12 = 12@10 + (4)@11\n");
  EXPECT_EQ(text("Pension plans, net of tax", "(3)\t(4)\t6"), "");
  EXPECT_EQ(text("Translation", "(3)\t(4)\t8"), "");
}

// Income from continuing operations has owners as net income has.
TEST(FootingTotal, SharesOfAnIncomeFromContinuingOperations) {
  const auto text = [](std::string_view minority) {
    return relations(income("Profit from continuing operations\t2,746\t1,077\t2,823\nAttributable to:\t\t\t\n"
                            "Shareholders of the parent company\t2,748\t1,080\t2,820\nMinority interests\t" +
                            std::string(minority) + "\n"),
                     "footing/total");
  };
  EXPECT_EQ(text("(2)\t(3)\t3"),
            "2,746@8 = 2,748@10 + (2)@11\n1,077@8 = 1,080@10 + (3)@11\n2,823@8 = 2,820@10 + 3@11\n");
  EXPECT_EQ(text("(2)\t(3)\t33"),
            "2,746@8 = 2,748@10 + (2)@11\n1,077@8 = 1,080@10 + (3)@11\n2,823@8 = 2,820@10 + 33@11 breaks\n");
}

TEST(FootingTotal, AnUnlabelledTotalNeedsTheOtherColumns) {
  const auto checked =
      check_text(income("Mainland\t900\t950\t990\nElsewhere\t100\t150\t110\n\t1,000\t1,100\t1,200\n"));
  EXPECT_EQ(summary(checked), "error footing/total line 10 printed 1200 expected 1100\n");
}

TEST(FootingTotal, ATotalThatNoReadingSupportsIsSkippedNotFlagged) {
  const auto checked = check_text(
      income("Sales\t900\t950\t990\nServices\t100\t150\t110\nTotal revenues\t7,001\t7,102\t7,203\n"));
  EXPECT_EQ(summary(checked, Severity::warning), "");
  EXPECT_EQ(verdicts(checked, "footing/total"), "0 0 3");
}

TEST(FootingTotal, APartOfTheRowAboveIsNotSummedAgain) {
  const auto checked =
      check_text(income("Segment operating income:\t\t\t\nRetail\t900\t950\t990\nLogistics\t100\t150\t110\n"
                        "New businesses\t(400)\t(350)\t(300)\n"
                        "Including: gain on sale of properties\t-\t80\t70\n"
                        "Total segment operating income\t600\t750\t800\n"));
  EXPECT_EQ(verdicts(checked, "footing/total"), "3 0 0");
}

TEST(FootingTotal, ARowTooManyThatIsNilWhereTheReadingHoldsIsLeftOut) {
  const auto checked = check_text(
      income("Operating expenses:\t\t\t\nSelling expenses\t(200)\t(300)\t(400)\n"
             "Research and development expenses\t(1,100)\t(1,250)\t(1,400)\n"
             "Memo: expenses capitalised\t-\t70\t90\nTotal operating expenses\t(1,300)\t(1,550)\t(1,800)\n"));
  EXPECT_EQ(summary(checked, Severity::warning), "");
  EXPECT_EQ(verdicts(checked, "footing/total"), "3 0 0");
}

TEST(FootingTotal, AReadingThatFewPeriodsBearOutIsNoReading) {
  const auto checked =
      check_text(income("Revenues:\t\t\t\nRetail\t900\t950\t990\nLogistics\t100\t150\t110\n"
                        "Rent\t-\t31\t47\nLicences\t-\t59\t61\nTotal revenues\t1,000\t1,777\t1,888\n"));
  EXPECT_EQ(summary(checked, Severity::warning), "");
}

// GAAP, adjustment and adjusted result of one period: that the adjustment adds up says nothing of the others.
TEST(FootingTotal, ColumnsOfOnePeriodDoNotSpeakForEachOther) {
  const auto checked = check_text(
      "RECONCILIATION OF RESULTS\n\n(RMB in thousands)\n\n\tThree Months Ended September 30, 2024\t\t\n"
      "\tGAAP result\tShare-based compensation\tAdjusted result\n"
      "Cost of sales\t(900)\t5\t(895)\nResearch and development\t(300)\t30\t(270)\n"
      "Total\t(1,200)\t35\t(1,165)\nLoss from operations\t(77)\t35\t(42)\n");
  EXPECT_EQ(summary(checked, Severity::warning), "");
}

TEST(FootingTotal, ATotalPrintedBeforeItsPartsIsAnnouncedByAColon) {
  const auto checked = check_text(income(
      "Gross profit\t5,001\t5,313\t5,627\nDecrease (increase) in working capital:\t619\t(141)\t908\n"
      "Receivables\t1,019\t(741)\t304\nPayables\t(400)\t600\t604\nOperating income\t5,620\t5,172\t6,535\n"));
  EXPECT_EQ(verdicts(checked, "footing/total"), "6 0 0");
}

TEST(FootingTotal, SharesOfAnIncomeUnderItsHeaderAddUpToIt) {
  const auto checked = check_text(income(
      "Net income\t3,000\t3,100\t3,020\nAttributable to:\t\t\t\n"
      "Ordinary shareholders of the Company\t2,900\t3,020\t2,950\nNon-controlling interests\t100\t80\t70\n"
      "Foreign currency translation adjustment\t10\t(20)\t30\n"
      "Total comprehensive income\t3,010\t3,080\t3,050\n"));
  EXPECT_EQ(verdicts(checked, "footing/total"), "6 0 0");
  EXPECT_EQ(checked.filing.tables.front().rows[2].concept_name,
            "NetIncomeLossAvailableToCommonStockholdersBasic");
  EXPECT_EQ(checked.filing.tables.front().rows[3].concept_name,
            "NetIncomeLossAttributableToNoncontrollingInterest");
}

TEST(FootingTotal, IncomeBeforeAnExpenseIsNoExpense) {
  const auto checked = check_text(
      "STATEMENTS OF INCOME\n\n(In thousands)\n\n\tFor the six months ended June 30,\t\n\t2023\t2024\n"
      "\tRMB\tRMB\nIncome from operations\t9,000\t3,300\nOther income, net\t50\t40\n"
      "Income before charge for income tax provision\t9,050\t3,340\nIncome tax expense\t1,000\t300\n"
      "Net income\t8,050\t3,140\n");
  EXPECT_EQ(checked.report.errors, 1U);
}

TEST(FootingTotal, PartsOfABalanceSheetAreKnownWithoutHeaders) {
  const auto checked = check_text(
      "BALANCE SHEETS\n\n(In thousands)\n\n\tDecember 31, 2023\tJune 30, 2024\n\tRMB\tRMB\n"
      "Total assets\t9,000\t9,900\nTotal current liabilities\t2,000\t2,500\nLong-term debt\t1,000\t1,100\n"
      "Total liabilities\t3,000\t3,600\nTotal shareholders' equity of the Company\t5,500\t5,700\n"
      "Non-controlling interests\t500\t600\nTotal equity\t6,000\t6,030\nTotal liabilities and "
      "equity\t9,000\t9,900\n");
  EXPECT_EQ(checked.report.errors, 1U);
  ASSERT_FALSE(checked.report.findings.empty());
  EXPECT_EQ(checked.report.findings.front().at.line, 13U);
  EXPECT_EQ(checked.report.findings.front().expected->text(), "6300");
}

constexpr std::string_view kBalance =
    "UNAUDITED CONDENSED CONSOLIDATED BALANCE SHEETS\n\n(All amounts in thousands)\n\n"
    "\tDec 31, 2022\tJun 30, 2023\n\tRMB\tRMB\n"
    "ASSETS\t\t\nCurrent assets:\t\t\nCash and cash equivalents\t1,000\t1,200\nAccounts receivable, "
    "net\t2,000\t2,100\n"
    "Total current assets\t3,000\t3,300\nNon-current assets:\t\t\nProperty and equipment, "
    "net\t4,000\t4,100\nGoodwill\t500\t500\n"
    "Total non-current assets\t4,500\t4,600\n";

TEST(FootingBalanceSheet, MezzanineEquityStandsBetween) {
  const auto checked =
      check_text(std::string(kBalance) +
                 "Total assets\t7,500\t7,900\nLIABILITIES AND EQUITY\t\t\nTotal liabilities\t3,500\t3,800\n"
                 "Redeemable non-controlling interests\t500\t500\nTotal equity\t3,500\t3,600\n"
                 "Total liabilities, mezzanine equity and equity\t7,500\t7,900\n");
  EXPECT_EQ(verdicts(checked, "footing/balance-sheet"), "4 0 0");
  EXPECT_EQ(summary(checked), "");
}

TEST(FootingBalanceSheet, TransposedTotalIsBlamedOnce) {
  const auto checked =
      check_text(std::string(kBalance) +
                 "Total assets\t7,500\t7,900\nLIABILITIES AND EQUITY\t\t\nTotal liabilities\t3,500\t3,800\n"
                 "Redeemable non-controlling interests\t500\t500\nTotal equity\t3,500\t3,600\n"
                 "Total liabilities, mezzanine equity and equity\t7,500\t9,700\n");
  EXPECT_EQ(checked.report.errors, 1U);
  ASSERT_FALSE(checked.report.findings.empty());
  EXPECT_EQ(checked.report.findings.front().at.line, 21U);
  EXPECT_EQ(checked.report.findings.front().expected->text(), "7900");
  EXPECT_NE(checked.report.findings.front().suggestion.find("two digits are transposed"), std::string::npos);
}

constexpr std::string_view kCash =
    "UNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF CASH FLOWS\n\n(All amounts in thousands)\n\n"
    "\tFor the six months ended June 30,\t\n\t2022\t2023\n\tRMB\tRMB\n"
    "Net cash used in operating activities\t(282)\t(206)\nNet cash generated from investing "
    "activities\t(1,257)\t576\n"
    "Net cash used in financing activities\t(214)\t(118)\nEffect of exchange rate changes on cash\t74\t37\n";

TEST(FootingCash, ExchangeEffectInsideTheNetChange) {
  const auto checked =
      check_text(std::string(kCash) +
                 "Net (decrease) increase in cash, cash equivalents and restricted cash\t(1,679)\t289\n"
                 "Cash, cash equivalents and restricted cash at beginning of period\t4,456\t2,777\n"
                 "Cash, cash equivalents and restricted cash at end of period\t2,777\t3,066\n");
  EXPECT_EQ(verdicts(checked, "footing/cash"), "4 0 0");
}

TEST(FootingCash, ExchangeEffectOutsideTheNetChange) {
  const auto checked =
      check_text(std::string(kCash) +
                 "Net (decrease) increase in cash, cash equivalents and restricted cash\t(1,753)\t252\n"
                 "Cash, cash equivalents and restricted cash at beginning of period\t4,456\t2,777\n"
                 "Cash, cash equivalents and restricted cash at end of period\t2,777\t3,066\n");
  EXPECT_EQ(verdicts(checked, "footing/cash"), "4 0 0");
}

TEST(FootingCash, AClosingBalanceThatLeavesTheExchangeEffectOut) {
  const auto checked =
      check_text(std::string(kCash) +
                 "Net (decrease) increase in cash, cash equivalents and restricted cash\t(1,753)\t252\n"
                 "Cash, cash equivalents and restricted cash at beginning of period\t4,456\t2,777\n"
                 "Cash, cash equivalents and restricted cash at end of period\t2,777\t3,029\n");
  EXPECT_EQ(checked.report.errors, 1U);
}

TEST(FootingCash, CashAloneIsAClosingBalanceToo) {
  const auto checked = check_text(std::string(kCash) +
                                  "Cash and cash equivalents at the beginning of the period\t4,456\t2,777\n"
                                  "Cash and cash equivalents at the end of the period\t2,777\t3,166\n");
  EXPECT_EQ(verdicts(checked, "footing/cash"), "1 1 0");
  EXPECT_EQ(checked.report.errors, 1U);
}

TEST(FootingReconciliation, FreeCashFlow) {
  const auto checked = check_text(
      "FREE CASH FLOW\n\n(In millions)\n\n\tFor the six months ended June 30,\t\t\n\t2022\t2023\t2024\n"
      "\tRMB\tRMB\tRMB\nNet cash provided by operating activities\t1,500\t1,600\t1,700\n"
      "Less: Capital expenditures\t(400)\t(300)\t(200)\nFree cash flow\t1,100\t1,300\t1,600\n");
  EXPECT_EQ(checked.filing.tables.front().kind, TableKind::non_gaap);
  EXPECT_EQ(verdicts(checked, "footing/reconciliation"), "2 1 0");
}

TEST(FootingReconciliation, AGaapMeasureInMidTableStartsANewChain) {
  const auto checked = check_text(
      "RECONCILIATIONS OF GAAP AND NON-GAAP RESULTS\n\n(All amounts in thousands)\n\n\tFor the six months "
      "ended June 30,\t\t\n\t2022\t2023\t2024\n\tRMB\tRMB\tRMB\n"
      "Net loss\t(1,000)\t(900)\t(800)\nAdjustments:\t\t\t\nShare-based compensation "
      "expenses\t200\t210\t220\nForeign exchange loss\t50\t60\t70\n"
      "Adjusted net loss\t(750)\t(630)\t(510)\nOperating "
      "loss\t(700)\t(600)\t(500)\nAdjustments:\t\t\t\nShare-based compensation expenses\t200\t210\t220\n"
      "Adjusted operating loss\t(500)\t(390)\t(290)\n");
  EXPECT_EQ(verdicts(checked, "footing/reconciliation"), "5 1 0");
  EXPECT_EQ(summary(checked, Severity::error),
            "error footing/reconciliation line 16 printed -290 expected -280\n");
}

// The last row of the lowest section is also what remains of the uppermost total less all the others.
TEST(FootingTotal, APartOfASectionsTotalIsNoRemainderOfTheSectionsAbove) {
  EXPECT_EQ(
      testing::relations(
          "COSTS BY FUNCTION\n"
          "\n"
          "(in thousands)\n"
          "\n"
          "\tYear ended December 31,\t\n"
          "\t2024\t2023\n"
          "\tUSD\tUSD\n"
          "Costs and expenses:\t\t\n"
          "Cost of revenue\t4,210\t3,905\n"
          "Selling expenses\t1,180\t1,025\n"
          "Administrative expenses\t733\t691\n"
          "Amortization of intangible assets\t496\t501\n"
          "Total costs and expenses\t6,619\t6,122\n"
          "Share-based compensation expense:\t\t\n"
          "Cost of revenue\t310\t275\n"
          "Selling expenses\t140\t112\n"
          "Administrative expenses\t95\t88\n"
          "Total share-based compensation expense\t545\t475\n"
          "Costs and expenses excluding share-based compensation expense:\t\t\n"
          "Cost of revenue\t3,900\t3,630\n"
          "Selling expenses\t1,040\t913\n"
          "Administrative expenses\t638\t603\n"
          "Amortization of intangible assets\t496\t501\n"
          "Total costs and expenses excluding share-based compensation expense\t6,074\t5,647\n",
          "footing/reconciliation"),
      "6,619@13 = 4,210@9 + 1,180@10 + 733@11 + 496@12\n6,122@13 = 3,905@9 + 1,025@10 + 691@11 + 501@12\n"
      "545@18 = 310@15 + 140@16 + 95@17\n475@18 = 275@15 + 112@16 + 88@17\n"
      "6,074@24 = 3,900@20 + 1,040@21 + 638@22 + 496@23\n5,647@24 = 3,630@20 + 913@21 + 603@22 + 501@23\n");
}

// "Including:" lists what the row above is made of.
TEST(FootingTotal, ALeadOverAListMakesItPartsOfTheRowAbove) {
  EXPECT_EQ(testing::relations(
                "STATEMENTS OF INCOME\n\n(in thousands)\n\n\tYear ended December 31,\t\n\t2024\t2023\n"
                "\tUSD\tUSD\nNet income\t1,420\t4,900\nIncluding:\t\t\n"
                "-Net income from continuing operations\t1,420\t4,260\n"
                "-Net income from discontinued operations\t-\t640\n",
                "footing/total"),
            "1,420@8 = 1,420@10 + -@11\n4,900@8 = 4,260@10 + 640@11\n");
}

TEST(FootingTotal, OverOneRowRepeatsItInAllColumnsButOne) {
  const auto checked = check_text(
      income("Revenues:\t\t\t\nLicences\t1,200\t1,300\t1,400\nTotal revenues\t1,200\t1,390\t1,400\n"
             "Cost of revenues\t(700)\t(750)\t(800)\nGross profit\t500\t640\t600\n"));
  EXPECT_EQ(summary(checked), "error footing/total line 9 printed 1300 expected 1390\n");
}

TEST(FootingTotal, OwnersMakeUpTheIncomeWhereMostPeriodsSayThatTheyDo) {
  const auto with_minority = [](std::string_view minority) {
    return check_text(
        income("Revenues\t5,000\t5,100\t5,200\nNet income\t1,000\t1,100\t1,200\n"
               "Attributable to:\t\t\t\nOwners of the parent\t900\t1,000\t1,000\n"
               "Minority interests\t" +
               std::string(minority) + "\n"));
  };
  EXPECT_EQ(verdicts(with_minority("100\t100\t200"), "footing/total"), "3 0 0");
  EXPECT_EQ(summary(with_minority("100\t100\t220")),
            "error footing/total line 11 printed 1000 expected 980\n");
  EXPECT_EQ(verdicts(with_minority("100\t77\t155"), "footing/total"), "0 0 3");
}

// A gain among costs that is nil in the other years: the years without it say nothing of its sign.
TEST(FootingTotal, AGainOfOneYearIsNotTakenOffWithTheCosts) {
  const auto checked = check_text(
      income("Net sales\t7,900\t8,204\t9,120\nSalaries\t3,500\t3,615\t4,011\nRent\t1,800\t1,907\t2,016\n"
             "Gain on disposal of investments\t-\t-\t306\nOperating income\t2,600\t2,682\t3,399\n"));
  EXPECT_EQ(summary(checked, Severity::warning), "");
  // All are costs, and one column departs.
  EXPECT_EQ(summary(check_text(income("Net sales\t7,900\t8,204\t9,120\nSalaries\t3,500\t3,615\t4,011\n"
                                      "Rent\t1,800\t1,907\t2,016\nEnergy\t120\t140\t306\n"
                                      "Operating income\t2,480\t2,542\t2,797\n")),
                    Severity::warning),
            "error footing/total line 12 printed 2797 expected 2787\n");
}

// A cost so small that twice it is lost in the roundings of the others is no gain.
TEST(FootingTotal, ASmallCostIsTakenOffWithTheOthers) {
  const auto checked = check_text(
      income("Net sales\t790\t820\t912\nSalaries\t350\t362\t401\nRent\t180\t191\t202\nEnergy\t12\t14\t31\n"
             "Travel\t11\t9\t8\nPostage\t1\t1\t1\nOperating income\t236\t243\t269\n"));
  EXPECT_EQ(verdicts(checked, "footing/total"), "3 0 0");
}

// Printed positive and nil in the columns that any sign makes hold.
TEST(FootingTotal, ALossOfOneYearIsTakenOff) {
  constexpr std::string_view kRows =
      "Recurring result\t(2,384)\t(1,911)\t39,807\n"
      "Total extraordinary income\t-\t-\t61\n"
      "Total extraordinary loss\t-\t-\t13,503\n"
      "Income before income taxes\t(2,384)\t(1,911)\t";
  const auto checked = check_text(income(std::string(kRows) + "26,365\n"));
  EXPECT_EQ(summary(checked), "");
  EXPECT_EQ(verdicts(checked, "footing/total"), "3 0 0");
  const auto wrong = check_text(income(std::string(kRows) + "26,635\n"));
  EXPECT_EQ(wrong.report.findings.size(), 1U);
}

TEST(FootingTotal, OtherNetIsARowAsOthersAre) {
  const auto checked = check_text(income(
      "Operating income\t400\t420\t450\nOther income (expense):\t\t\t\nInterest expense\t(3)\t(4)\t(5)\n"
      "Foreign exchange\t3\t5\t3\nOther, net\t(1)\t1\t(2)\nIncome before income taxes\t399\t422\t446\n"));
  EXPECT_EQ(summary(checked, Severity::warning), "");
}

TEST(FootingTotal, SharesOfAnIncomeThatNoCatalogueKnows) {
  const auto checked = check_text(
      income("Profit from continuing operations\t70,000\t80,000\t95,000\n"
             "Profit from discontinued operations\t-\t-\t10,000\n"
             "Net profit for the financial year\t70,000\t80,000\t105,000\nAttributable to:\t\t\t\n"
             "Owners of the parent\t67,000\t76,000\t98,000\nMinority interests\t3,000\t4,000\t7,000\n"));
  EXPECT_EQ(summary(checked, Severity::warning), "");
}

TEST(FootingTotal, SharesOfContinuingOperationsAreNotThoseOfAll) {
  const auto checked = check_text(income(
      "Profit from continuing operations\t70,000\t80,000\t95,000\n"
      "Profit from discontinued operations\t-\t-\t10,000\nProfit for the year\t70,000\t80,000\t105,000\n"
      "Profit from continuing operations attributable to:\t\t\t\n"
      "Owners of the parent\t67,000\t76,000\t90,000\nNon-controlling interests\t3,000\t4,000\t5,000\n"));
  EXPECT_EQ(summary(checked, Severity::warning), "");
}

// No label says that travel is a cost, and it stands in one column alone.
TEST(FootingTotal, CostsOfOneYearAreTakenOffAnIncome) {
  const auto filing = [](std::string_view income) {
    return check_text(
        "CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n\tYear ended December 31,\t\n"
        "\t2024\t2023\n\tEUR\tEUR\nRevenues\t11,139\t18,306\nCost of goods sold\t2,338\t2,153\n"
        "Gross profit\t8,801\t16,153\nOperating expenses:\t\t\nTravel\t898\t\nDepreciation\t322\t727\n"
        "Results from operating activities\t" +
        std::string(income) + "\t15,426\n");
  };
  EXPECT_EQ(verdicts(filing("7,581"), "footing/total"), "4 0 0");
  EXPECT_EQ(summary(filing("7,581"), Severity::warning), "");
  EXPECT_NE(summary(filing("7,681")), "");
}

// Two rows that no column tells: the signs are those with which all columns add up.
TEST(FootingTotal, ACostAndAGainOfTheSameYearsHaveTheirOwnSigns) {
  const auto checked =
      check_text(income("Gross profit\t11,734\t13,397\t4,802\nDepreciation\t720\t538\t102\n"
                        "Insurance\t\t366\t775\nOther operating income, net\t\t(39)\t(32)\n"
                        "Results from operating activities\t11,014\t12,454\t3,893\n"));
  EXPECT_EQ(verdicts(checked, "footing/total"), "3 0 0");
  EXPECT_EQ(summary(checked, Severity::warning), "");
}

// Interest is no sum, though of one year the rows above it come to it.
TEST(FootingTotal, WhatIsALineByItsNameSumsNothingByChance) {
  const auto checked = check_text(
      "RECONCILIATION OF NON-GAAP MEASURES\n\n(in thousands)\n\n\tYear ended December 31,\t\n"
      "\t2024\t2023\n\tEUR\tEUR\nNet income\t995\t197\nInterest income\t(220)\t(126)\n"
      "Depreciation and amortization\t72\t166\nIncome tax expense\t263\t60\nInterest "
      "expense\t115\t120\nEBITDA\t1,225\t417\n");
  EXPECT_EQ(verdicts(checked, "footing/reconciliation"), "2 0 0");
  EXPECT_EQ(summary(checked, Severity::warning), "");
}

// Deferred revenue is no sum of the rows above it, though at one date they come to it, in both currencies.
TEST(FootingTotal, ATranslationIsNoSecondWitness) {
  const auto checked = check_text(
      "CONSOLIDATED BALANCE SHEETS\n\n(in millions)\n\n\tAs of\t\t\n\tDecember 31, 2023\tJune 30, 2024\t\n"
      "\tRMB\tRMB\tUS$\nCurrent liabilities:\t\t\t\nAccounts payable\t252\t127\t19\n"
      "Accrued expenses and other liabilities\t422\t269\t40\nDeferred revenue\t420\t396\t59\n"
      "Income taxes payable\t122\t361\t53\nTotal current liabilities\t1,216\t1,153\t170\n");
  EXPECT_EQ(verdicts(checked, "footing/total"), "3 0 0");
  EXPECT_EQ(summary(checked, Severity::warning), "");
}

// Highlights are lines of a statement, not all of them: what two of three columns nearly come to is chance.
TEST(FootingTotal, AHighlightThatNoColumnBearsOutToTheDigitSumsNothing) {
  const auto highlights = [](std::string_view rows) {
    return check_text(
        "Financial Highlights\n\n(in millions)\n\n\tFor the three months ended\t\t\n"
        "\tJune 30, 2023\tJune 30, 2022\tMarch 31, 2023\n\tEUR\tEUR\tEUR\n" +
        std::string(rows));
  };
  EXPECT_EQ(
      summary(highlights("Net revenues\t1,192\t1,386\t1,381\nGross profit\t697\t830\t485\n"
                         "Operating income (loss)\t450\t505\t208\nProfit for the period\t446\t502\t172\n"
                         "Adjusted net income\t497\t560\t219\nAdjusted EBITDA\t574\t633\t303\n"),
              Severity::warning),
      "");
  EXPECT_EQ(summary(highlights("Gross profit\t604\t592\t377\nIncome from operations\t374\t299\t104\n"
                               "Net income\t375\t273\t103\n"),
                    Severity::warning),
            "");
}

// Costs are printed positive, and not every label says that it is one.
TEST(FootingTotal, OtherOperatingIncomeIsNoCostAmongThem) {
  const auto filing = [](std::string_view other) {
    return check_text(
        income("Gross profit\t15,047\t14,349\t9,120\nAudit fees\t\t635\t511\nMaterials\t695\t342\t480\n"
               "Travel\t856\t305\t377\nOther operating income, net\t1\t" +
               std::string(other) + "\t204\nOperating result\t13,497\t13,055\t7,956\n"));
  };
  EXPECT_EQ(verdicts(filing("(12)"), "footing/total"), "3 0 0");
  EXPECT_EQ(summary(filing("(12)"), Severity::warning), "");
  EXPECT_EQ(verdicts(filing("(62)"), "footing/total"), "2 1 0");
}

std::string one_year(std::string_view rows) {
  return "CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n\tYear ended December 31, "
         "2024\n\tEUR\n" +
         std::string(rows);
}

// Of one column a row is a total only where its name says so too.
TEST(FootingTotal, NetOfTheTwoAboveIsTheirSum) {
  const auto filing = [](std::string_view net) {
    return check_text(
        one_year("Revenue\t9,310\nCost of sales\t(4,125)\nGross profit\t5,185\n"
                 "Wages\t(2,009)\nOperating profit\t3,176\nFinance income\t114\n"
                 "Finance costs\t(180)\nNet finance costs\t" +
                 std::string(net) + "\nProfit before tax\t3,110\n"));
  };
  EXPECT_EQ(verdicts(filing("(66)"), "footing/total"), "4 0 0");
  EXPECT_EQ(summary(filing("(66)"), Severity::warning), "");
  // One that is not is no total, and nothing is said of it.
  EXPECT_EQ(verdicts(filing("(967)"), "footing/total"), "2 0 1");
}

TEST(FootingTotal, AdjustmentsNetCloseTheHeaderOfTheirName) {
  const auto checked = check_text(
      one_year("Operating profit\t(377)\nAdjustments:\nResearch\t81\nTravel\t(73)\nAdjustments, net\t8\n"
               "Adjusted EBITDA\t(369)\n"));
  EXPECT_EQ(summary(checked, Severity::warning), "");
  EXPECT_EQ(verdicts(checked, "footing/reconciliation"), "2 0 0");
}

// Whatever else stands above: with it the total would miss by one digit.
TEST(FootingTotal, OverOneRowIsThatRow) {
  const auto checked =
      check_text(one_year("Reported result\t843\nAudit fees\t177\nUnderlying result\t1,020\nCloud\nReported "
                          "result\t(520)\nRent\t358\nTotal special items\t358\nUnderlying result\t(162)\n"));
  EXPECT_EQ(summary(checked, Severity::warning), "");
}

// No label says that its blocks end in a total, and of the first one column alone would show it.
TEST(FootingTotal, ABlockEndsWhereTheOneBeforeItEndedByName) {
  const auto blocks = [](std::string_view end) {
    return check_text(
        "RECONCILIATION OF BUSINESS LINES\n\n(in millions)\n\n\tThree months ended June 30, 2024\t\n"
        "\tSales\tOperating profit (loss)\n\tUSD\tUSD\nWorkshop\nAs reported\t\t(612)\n"
        "Costs of a recall\t\t1,244\nAs adjusted\t\t632\nGarden\nAs reported\t2,114\t418\n"
        "Lines given up\t(304)\t(37)\nAs adjusted\t1,810\t" +
        std::string(end) + "\n");
  };
  EXPECT_EQ(verdicts(blocks("381"), "footing/reconciliation"), "2 0 0");
  EXPECT_EQ(summary(blocks("381"), Severity::warning), "");
  EXPECT_EQ(verdicts(blocks("831"), "footing/reconciliation"), "1 1 0");
}

// Of one year they are half of all, as equity is.
TEST(FootingBalanceSheet, EquityIsNoSumOfLiabilities) {
  const auto checked = check_text(
      "CONSOLIDATED BALANCE SHEETS\n\n(in millions of euros)\n\n\tDecember 31, 2023\tDecember 31, 2024\n"
      "Liabilities and shareholders' equity\t\t\nCurrent liabilities\t1,500\t2,600\n"
      "Non-current liabilities\t1,000\t1,100\nShareholders' equity\t2,500\t4,300\n"
      "Total liabilities and shareholders' equity\t5,000\t8,000\n");
  EXPECT_EQ(verdicts(checked, "footing/balance-sheet"), "2 0 0");
  EXPECT_EQ(summary(checked), "");
}

// ---------------------------------------------------------------- sums printed before what they sum

std::string cash_flow(std::string_view working_capital) {
  return "CONSOLIDATED STATEMENTS OF CASH FLOWS\n\n(All amounts in thousands)\n\n"
         "\tFor the year ended December 31,\t\t\n\t2022\t2023\t2024\n\tRMB\tRMB\tRMB\n"
         "Cash flows from operating activities\t\t\t\nNet income\t4,105\t4,630\t5,002\n"
         "Depreciation\t1,602\t1,261\t1,390\nTotal changes in working capital\t(862)\t" +
         std::string(working_capital) +
         "\t(355)\nReceivables\t(342)\t298\t(1)\nInventories\t(572)\t257\t230\nPayables\t52\t358\t(584)\n"
         "Income taxes paid\t(333)\t(152)\t(173)\n"
         "Net cash provided by operating activities\t4,512\t6,652\t5,864\n";
}

TEST(FootingTotal, ATotalMayStandOverItsParts) {
  const auto checked = check_text(cash_flow("913"));
  EXPECT_EQ(verdicts(checked, "footing/total"), "6 0 0");
  EXPECT_EQ(summary(checked), "");
}

// The figure is a part of the activities too: both sums name it.
TEST(FootingTotal, ATotalOverItsPartsThatIsWrongIsFound) {
  const auto checked = check_text(cash_flow("993"));
  EXPECT_NE(summary(checked).find("line 11 printed 993 expected 913"), std::string::npos) << summary(checked);
}

// A scanner took the point of one figure for a dash: the sum proves it.
TEST(FootingTotal, AFigureWhosePointIsADashIsRecoveredBySums) {
  const auto checked = check_text(
      "CONSOLIDATED STATEMENTS OF CASH FLOWS\n\n(All amounts in millions)\n\n\tFor the year ended December "
      "31,\t\n"
      "\t2023\t2024\n\tINR\tINR\nCash flows from operating activities\t\t\nProfit for the "
      "year\t2,689.87\t31,806.75\n"
      "Adjustments for:\t\t\nDepreciation\t24,860.36\t27,270.13\nInventory write-down\t723.21\t1,334.47\n"
      "Share-based payments\t30.03\t42-73\nInterest income\t(1,251.18)\t(2,608.60)\n"
      "Cash flows from operating activities before changes in assets\t27,052.29\t57,845.48\n"
      "Inventories\t(5,665.36)\t(7,265.23)\nTrade payables\t6,944.85\t13,705.83\n"
      "Cash generated from operations\t28,331.78\t64,286.08\n");
  EXPECT_EQ(verdicts(checked, "footing/total"), "4 0 0");
  bool found = false;
  for (const Figure& figure : checked.filing.figures)
    found |= figure.raw == "42-73" && figure.status == Status::repaired && figure.value->text() == "42.73";
  EXPECT_TRUE(found);
}

TEST(FootingTotal, WhatIsIncludedIsTakenOffForTheAmountThatExcludesIt) {
  const auto text = [](std::string_view last) {
    return "CASH\n\n(All amounts in millions)\n\n\tDecember 31,\t\n\t2023\t2024\n\tUSD\tUSD\n"
           "Cash and cash equivalents per consolidated balance sheets\t43,908\t33,914\n"
           "Restricted balances included in cash and cash equivalents\t468\t544\n"
           "Total cash and cash equivalents, excluding restricted balances\t43,440\t" +
           std::string(last) + "\n";
  };
  EXPECT_EQ(verdicts(check_text(text("33,370")), "footing/reconciliation"), "2 0 0");
  EXPECT_EQ(verdicts(check_text(text("33,730")), "footing/reconciliation"), "1 1 0");
}

}  // namespace
}  // namespace kcfin
