// Sums that fail by a slip are the sums that were meant; others in a single column are not guessed.
#include <gtest/gtest.h>

#include "filing_text.h"
#include "relations.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::summary;
using testing::verdicts;

std::string one_year(std::string_view rows) {
  return "CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n\tFor the year ended December 31, "
         "2024\n\tRMB\n" +
         std::string(rows);
}

TEST(NearMiss, TheOnlyColumnMayFailByTransposedDigits) {
  const auto checked =
      check_text(one_year("Operating expenses:\t\nSelling expenses\t(1,317)\nResearch "
                          "expenses\t(2,209)\nTotal operating expenses\t(3,562)\n"));
  EXPECT_EQ(summary(checked), "error footing/total line 10 printed -3562 expected -3526\n");
}

TEST(NearMiss, OrByItsScale) {
  const auto checked =
      check_text(one_year("Operating expenses:\t\nSelling expenses\t(1,317)\nResearch "
                          "expenses\t(2,209,000)\nTotal operating expenses\t(3,526)\n"));
  EXPECT_EQ(verdicts(checked, "footing/total"), "0 1 0");
}

// Nothing says that these rows are what the total sums.
TEST(NearMiss, WithoutASlipTheOnlyColumnIsNotChecked) {
  const auto checked =
      check_text(one_year("Operating expenses:\t\nSelling expenses\t(1,317)\nResearch "
                          "expenses\t(2,209)\nTotal operating expenses\t(4,871)\n"));
  EXPECT_EQ(verdicts(checked, "footing/total"), "0 0 1");
}

// Where no other column bears the signs out, an odd one may be ours.
TEST(NearMiss, AnOddSignInTheOnlyColumnIsNoSlip) {
  const auto checked =
      check_text(one_year("Other income:\t\nInterest\t1,317\nCharges\t2,209\nTotal other income\t(892)\n"));
  EXPECT_EQ(checked.report.errors, 0U) << summary(checked);
}

std::string two_years(std::string_view rows) {
  return "NOTE\n\n(in thousands)\n\n\tFor the year ended December 31,\t\n\t2023\t2024\n\tRMB\tRMB\n" +
         std::string(rows);
}

TEST(NearMiss, ARowThatOneColumnShowsToBeATotalIsHeldInTheOther) {
  const auto checked = check_text(two_years("Trade\t5,174\t5,226\nOther\t2,329\t2,417\nDue\t7,503\t7,463\n"));
  EXPECT_EQ(checked.report.errors + checked.report.warnings, 1U) << summary(checked);
}

TEST(NearMiss, OfSmallFiguresNothingIsShown) {
  const auto checked = check_text(two_years("Trade\t51\t52\nOther\t23\t24\nDue\t74\t86\n"));
  EXPECT_EQ(summary(checked), "");
}

// Interest and taxes are added back: no label says so, one of the two columns does.
TEST(NearMiss, SignsThatOneColumnBearsOutAreHeldInTheOther) {
  const auto adjusted = [](std::string_view taxes) {
    return check_text(
        two_years("Net earnings\t14,718\t16,127\nInterest and other, net\t1,204\t1,583\n"
                  "Provision for income taxes\t4,631\t" +
                  std::string(taxes) + "\nOperating income\t20,553\t22,824\n"));
  };
  EXPECT_EQ(verdicts(adjusted("5,114"), "footing/total"), "2 0 0");
  EXPECT_EQ(verdicts(adjusted("5,014"), "footing/total"), "1 1 0");
  EXPECT_EQ(verdicts(adjusted("6,339"), "footing/total"), "0 0 2");  // no slip: other rows may be meant
}

}  // namespace
}  // namespace kcfin
