// Which rows a total takes off, where their labels name no expense, and totals that pass over others.
#include <gtest/gtest.h>

#include "filing_text.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::summary;
using testing::verdicts;

std::string income(std::string_view rows) {
  return "UNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(All amounts in thousands)\n\n"
         "\tFor the six months ended June 30,\t\t\n\t2022\t2023\t2024\n\tRMB\tRMB\tRMB\n" +
         std::string(rows);
}

TEST(FootingSigns, CostsAreTakenOffThoughNoWordSaysExpense) {
  const std::string_view rows =
      "Revenue\t9,000\t9,500\t9,900\nCost of revenue\t4,000\t4,200\t4,300\nGross "
      "profit\t5,000\t5,300\t5,600\n"
      "Laboratory research and development\t1,300\t1,550\t1,800\n"
      "Selling, general and administrative outlays\t300\t250\t200\nRestructuring and other\t-\t60\t-\n";
  EXPECT_EQ(verdicts(check_text(income(std::string(rows) + "Operating profit\t3,400\t3,440\t3,600\n")),
                     "footing/total"),
            "6 0 0");
  EXPECT_EQ(summary(check_text(income(std::string(rows) + "Operating profit\t3,400\t3,440\t3,060\n")),
                    Severity::warning),
            "error footing/total line 14 printed 3060 expected 3600\n");
}

TEST(FootingSigns, AnIncomeAmongCostsStandsNegativeAndIsTakenOffAsTheyAre) {
  const auto checked =
      check_text(income("Revenue\t9,000\t9,500\t9,900\nCost of revenue\t4,000\t4,200\t4,300\n"
                        "Gross profit\t5,000\t5,300\t5,600\nMarketing expense\t1,300\t1,550\t1,800\n"
                        "Interest received on deposits\t(40)\t(51)\t(62)\nInterest expense\t10\t11\t12\n"
                        "Income before income taxes\t3,730\t3,790\t3,850\n"));
  EXPECT_EQ(verdicts(checked, "footing/total"), "6 0 0");
  EXPECT_EQ(summary(checked, Severity::warning), "");
}

TEST(FootingSigns, ATotalWithoutALabelIsThatOfItsSection) {
  const auto checked = check_text(income(
      "Revenue\t9,000\t9,500\t9,900\nCost of revenue\t4,000\t4,200\t4,300\n"
      "Gross profit\t5,000\t5,300\t5,600\nOperating expenses:\t\t\t\nMarketing\t1,300\t1,550\t1,800\n"
      "Administration\t300\t250\t200\n\t1,600\t1,800\t2,000\nOperating income\t3,400\t3,500\t3,600\n"));
  EXPECT_EQ(verdicts(checked, "footing/total"), "9 0 0");
}

TEST(FootingSigns, ComprehensiveIncomePassesOverTheOwnersShares) {
  const std::string_view rows =
      "Consolidated net income\t8,053\t5,147\t9,949\n"
      "Net income attributable to noncontrolling interests\t162\t(2)\t385\n"
      "Other comprehensive income, net of tax:\t\t\t\nCurrency translation\t307\t(1,380)\t1,116\n"
      "Cash flow hedges\t135\t(293)\t66\nTotal other comprehensive income\t442\t(1,673)\t1,182\n"
      "Other comprehensive income attributable to noncontrolling interests\t112\t(275)\t321\n";
  EXPECT_EQ(summary(check_text(income(std::string(rows) + "Comprehensive income\t8,495\t3,474\t11,131\n"))),
            "");
  EXPECT_EQ(summary(check_text(income(std::string(rows) + "Comprehensive income\t8,495\t4,374\t11,131\n")),
                    Severity::warning),
            "error footing/total line 15 printed 4374 expected 3474\n");
}

// One column has its profit printed as the costs are, another has not: no sign of the row makes up both.
TEST(FootingSigns, ALabelOfBothSignsIsReadSoOnlyWhereEveryColumnAddsUp) {
  const auto checked = check_text(income(
      "Proceeds of leases\t13,100\t11,300\t12,700\nProceeds of claims\t34,500\t21,100\t16,600\n"
      "Foreign exchange (gain) loss\t49,500\t10,100\t11,600\nOther loss, net\t(1,900)\t22,300\t(17,700)\n"));
  EXPECT_EQ(summary(checked, Severity::warning), "");
}

// Two labels of both signs, both taken off while the row between them is added.
TEST(FootingSigns, SeveralLabelsOfBothSignsAreTriedTogether) {
  const auto checked =
      check_text(income("Operating profit\t1,000\t1,150\t1,312\nForeign exchange (gain) loss\t50\t61\t(12)\n"
                        "Share of results of associates\t30\t34\t41\nFair value (gain) loss\t20\t(25)\t31\n"
                        "Profit before tax\t960\t1,148\t1,334\n"));
  EXPECT_EQ(verdicts(checked, "footing/total"), "3 0 0");
}

}  // namespace
}  // namespace kcfin
