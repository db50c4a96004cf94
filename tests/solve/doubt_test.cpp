// Which breaks are no findings, because a misreading explains them better than a misprint.
#include <gtest/gtest.h>

#include <algorithm>

#include "filing_text.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::summary;

constexpr std::string_view kHeading = "note text/header line 5\n";

// Borrowings and, in a column whose heading says no more, how many years they run: an average stands below.
std::string borrowings(std::string_view rows) {
  return "BORROWINGS\n\n(in thousands)\n\n\tAs of December 31, 2024\t\n\tRMB\tRMB\n" + std::string(rows);
}

TEST(Doubt, AnAverageBelowAColumnIsNoTotal) {
  const auto checked =
      check_text(borrowings("Hydroelectric\t11,235\t8\nWind\t8,191\t8\nSolar\t8,838\t6\nStorage\t2,802\t4\n"
                            "Total\t31,066\t7\n"));
  EXPECT_EQ(summary(checked), kHeading);
  EXPECT_GE(checked.report.skipped, 1U);
}

// What is left to buy back is the last of its column.
TEST(Doubt, ABalanceThatIsCarriedOnIsNoTotal) {
  EXPECT_EQ(summary(check_text(borrowings("May\t235,300\t411,147\nJune\t57,800\t411,147\n"
                                          "July\t18,100\t411,147\nTotal\t311,200\t411,147\n"))),
            kHeading);
}

TEST(Doubt, ASlipThatShowsIsFoundWhereNothingElseHolds) {
  EXPECT_EQ(summary(check_text(borrowings("May\t235,300\t141,147\nJune\t57,800\t21,203\n"
                                          "July\t18,100\t10,011\nTotal\t311,200\t173,361\n"))),
            std::string(kHeading) + "error footing/total line 10 printed 173361 expected 172361\n");
}

std::string three_years(std::string_view rows) {
  return "STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n\tFor the year ended December 31,\t\t\n"
         "\t2022\t2023\t2024\n\tRMB\tRMB\tRMB\n" +
         std::string(rows);
}

// Three totals of one column break, each by another amount: the column was misread.
TEST(Doubt, SeveralBreaksOfOneColumnWithoutACauseAreOneMisreading) {
  const auto checked = check_text(three_years(
      "Revenues:\t\t\t\nCloud\t6,000\t6,500\t7,211\nOther\t3,000\t3,000\t3,105\n"
      "Total revenues\t9,000\t9,500\t8,123\nCosts:\t\t\t\nCloud costs\t(2,000)\t(2,100)\t(2,555)\n"
      "Other costs\t(1,000)\t(1,400)\t(1,617)\nTotal costs\t(3,000)\t(3,500)\t(7,908)\n"
      "Other items:\t\t\t\nInterest\t120\t130\t149\nFees\t240\t250\t271\n"
      "Total other items\t360\t380\t933\n"));
  EXPECT_EQ(checked.report.errors + checked.report.warnings, 0U);
}

// One wrong figure that breaks several totals is one finding.
TEST(Doubt, OneFigureThatBreaksSeveralTotalsIsFound) {
  const auto checked = check_text(
      three_years("Revenues:\t\t\t\nCloud\t6,000\t6,500\t7,211\nOther\t3,000\t3,000\t3,105\n"
                  "Total revenues\t9,000\t9,500\t19,316\nCost of revenues\t(4,000)\t(4,200)\t(4,816)\n"
                  "Gross profit\t5,000\t5,300\t5,500\n"));
  EXPECT_EQ(checked.report.errors, 1U);
  EXPECT_EQ(checked.report.findings.front().suggestion.substr(0, 23), "19,316 should be 10,316");
}

}  // namespace
}  // namespace kcfin
