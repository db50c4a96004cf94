// What kind of statement a table is, where its rows alone would say another.
#include <gtest/gtest.h>

#include <string>

#include "filing_text.h"

namespace kcfin {
namespace {

TableKind kind(const std::string& title, const std::string& rows, const std::string& heading = "Year Ended") {
  const Checked checked = testing::check_text(title + "\n\n(In thousands)\n\n\t" + heading +
                                              " December 31,\t\n\t2024\t2023\n\tUS$\tUS$\n" + rows);
  return checked.filing.tables.empty() ? TableKind::other : checked.filing.tables.front().kind;
}

const std::string kComprehensive =
    "Net income\t900\t800\nOther comprehensive income (loss):\t\t\n"
    "Change in net gains on derivatives\t40\t30\n"
    "Adjustment for net (gains) losses realized and included in net income\t(10)\t(20)\n"
    "Total other comprehensive income\t30\t10\nTotal comprehensive income\t930\t810\n";

TEST(Kinds, AnAdjustmentOfComprehensiveIncomeMakesNoReconciliation) {
  EXPECT_EQ(kind("CONSOLIDATED STATEMENTS OF COMPREHENSIVE INCOME", kComprehensive),
            TableKind::income_statement);
  EXPECT_EQ(kind("RECONCILIATION OF NON-GAAP MEASURES",
                 "Net income\t900\t800\nAdjustment for impairment\t40\t30\nAdjusted net income\t940\t830\n"),
            TableKind::non_gaap);
}

TEST(Kinds, ACashFlowStatementMayBeginWithItsAdjustments) {
  const std::string first =
      "Operating activities\t\t\nProfit before taxation\t900\t800\nAdjustments for:\t\t\n"
      "Depreciation\t40\t30\nInterest income\t(10)\t(20)\nDividends received\t5\t5\n";
  EXPECT_EQ(kind("CONSOLIDATED STATEMENT OF CASH FLOWS", first), TableKind::cash_flow);
  EXPECT_NE(kind("RECONCILIATION OF FREE CASH FLOW", first), TableKind::cash_flow);
}

TEST(Kinds, EquityMayMoveThroughTheRowsOfAFewPeriods) {
  const std::string moves =
      "Common stock\t\t\nBalance, beginning of period\t500\t400\nIssuance of common stock\t50\t60\n"
      "Stock-based compensation\t40\t40\nBalance, end of period\t590\t500\nRetained earnings\t\t\n"
      "Balance, beginning of period\t800\t700\nNet income\t200\t150\nDividends declared\t(50)\t(50)\n"
      "Balance, end of period\t950\t800\n";
  EXPECT_EQ(kind("CONSOLIDATED STATEMENTS OF STOCKHOLDERS' EQUITY", moves), TableKind::changes_in_equity);
  EXPECT_NE(kind("Changes in our capital", moves), TableKind::changes_in_equity);
}

}  // namespace
}  // namespace kcfin
