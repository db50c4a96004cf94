// A row whose figures stand a cell too far right, beside rows that are blank because there was nothing.
#include <algorithm>

#include "filing_text.h"

namespace kcfin {
namespace {

using testing::cells;
using testing::check_text;
using testing::summary;

Checked statement(std::string_view rows) {
  return check_text(
      "The translations were made at the rate of RMB7.2000 to US$1.00, the noon buying rate on June 30, "
      "2024.\n\nUNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(All amounts in thousands)\n\n"
      "\tFor the six months ended June 30,\t\t\n\t2023\t2024\t2024\n\tRMB\tRMB\tUS$\nRevenues:\t\t\t\n" +
      std::string(rows));
}

TEST(ShiftedRow, IsMovedBackWhereItsTotalsProveIt) {
  const Checked checked = statement(
      "Ads\t7,200\t14,400\t2,000\nGames\t\t3,600\t7,200\nFees\t720\t1,440\t200\n"
      "Total revenues\t11,520\t23,040\t3,200\n");
  EXPECT_EQ(cells(checked, "Games"), "3600 repaired, 7200 repaired, 1000 repaired");
  EXPECT_EQ(summary(checked), "warning text/cell line 12\n");
}

TEST(ShiftedRow, ABlankThatIsNilStaysBlankWithoutAWord) {
  const Checked checked = statement(
      "Ads\t7,200\t14,400\t2,000\nGames\t\t7,200\t1,000\nFees\t720\t1,440\t200\n"
      "Total revenues\t7,920\t23,040\t3,200\n");
  EXPECT_EQ(cells(checked, "Games"), "blank, 7200, 1000");
  EXPECT_EQ(summary(checked), "");
}

TEST(ShiftedRow, ANilRowWithAWrongFigureIsTheFilingsOwnError) {
  const Checked checked = statement(
      "Ads\t7,200\t14,400\t2,000\nGames\t\t7,200\t1,009\nFees\t720\t1,440\t200\n"
      "Total revenues\t7,920\t23,040\t3,200\n");
  EXPECT_EQ(cells(checked, "Games"), "blank, 7200, 1009");
  EXPECT_EQ(checked.report.errors, 1U);
}

// A table of percentages has no nil; nothing tells which column is right.
TEST(ShiftedRow, IsSetAsideWhereNothingKnowsItsFigures) {
  const Checked checked = check_text(
      "KEY RATIOS\n\n\tFor the six months ended June 30,\t\n\t2023\t2024\n\tRMB\tRMB\n"
      "Churn of customers\t5.1%\t4.2%\nUtilization of racks\t\t71.3%\nShare of renewals\t64.0%\t66.5%\n");
  EXPECT_EQ(cells(checked, "Utilization of racks"), "blank, damaged");
  EXPECT_EQ(cells(checked, "Share of renewals"), "64.0, 66.5");
  EXPECT_EQ(summary(checked), "warning text/cell line 7\n");
}

// A dash among changes gives none, beside amounts that differ: nothing was lost there.
TEST(ShiftedRow, AChangeThatIsNotGivenIsNoBlankThatWasFilled) {
  const Checked checked = check_text(
      "ORGANIC GROWTH\n\n\tReported % change\tImpact of exchange\tImpact of disposals\tVolume\n"
      "Northern\t5%\t8\t\u2014\t(3)\nSouthern\t19%\t(9)\t1\t(5)\nEastern\t\u2014%\t4\t\u2014\t6\n"
      "Western\t4%\t2\t1\t(2)\n");
  EXPECT_EQ(cells(checked, "Eastern"), "blank, 4, 0, 6");
  EXPECT_EQ(summary(checked, Severity::note).find("text/cell"), std::string::npos);
}

// Without blank lines nothing tells to which of four columns a lone figure belongs. Its text is sound.
TEST(ShiftedRow, OfWhichNothingTellsTheColumnHasNoValueAndIsPrintedAsItStands) {
  const Checked checked = check_text(
      "CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS (Unaudited)\n(In millions)\nThree Months Ended\n"
      "Nine Months Ended\nJune 27,\n2026\nJune 28,\n2025\nJune 27,\n2026\nJune 28,\n2025\n"
      "Net sales:\nProducts\n700\n600\n2,100\n1,900\nServices\n300\n200\n900\n700\n"
      "Total net sales\n1,000\n800\n3,000\n2,600\nCost of sales\n550\n450\n1,700\n1,500\n"
      "Gain on a sale\n40\nNet income\n450\n350\n1,300\n1,100\n");
  EXPECT_EQ(cells(checked, "Gain on a sale"), "damaged, blank, blank, blank");
  const auto& figures = checked.filing.figures;
  const auto lone = std::find_if(figures.begin(), figures.end(),
                                 [](const Figure& figure) { return figure.status == Status::damaged; });
  ASSERT_NE(lone, figures.end());
  EXPECT_EQ(lone->raw, "40");
  EXPECT_EQ(lone->damage, Damage::unplaced);
  EXPECT_FALSE(lone->value);
  ASSERT_EQ(summary(checked), "note text/cell line 35\n");
  EXPECT_EQ(checked.report.findings.front().message,
            "\u201cGain on a sale\u201d has a figure under none of its columns: 40 has no value");
}

}  // namespace
}  // namespace kcfin
