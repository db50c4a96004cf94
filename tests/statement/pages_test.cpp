// Statements that go over pages, and tables that have no period to read.
#include <gtest/gtest.h>

#include "filing_text.h"

namespace kcfin {
namespace {

using testing::check_text;
using testing::summary;

constexpr std::string_view kTitle = "UNAUDITED CONDENSED CONSOLIDATED BALANCE SHEETS";
constexpr std::string_view kHeading = "\n\n\tDecember 31, 2023\tSeptember 30, 2024\n\tRMB\tRMB\n";
constexpr std::string_view kFirstPage =
    "ASSETS\nCurrent assets:\nCash and cash "
    "equivalents\t12,345,678\t13,456,789\nInventories\t2,345,678\t3,456,789\n";
constexpr std::string_view kSecondPage =
    "Total current assets\t14,691,356\t16,913,578\nGoodwill\t200,000\t200,000\n"
    "Total assets\t14,891,356\t17,113,578\n";

std::string in_thousands(std::string_view title) {
  return std::string(title) + "\n\n(All amounts in thousands)";
}

TEST(Pages, AStatementWhoseFirstPageHasNoTotalIsOneTable) {
  const auto checked = check_text(in_thousands(kTitle) + std::string(kHeading) + std::string(kFirstPage) +
                                  "\n7\n\n" + in_thousands(std::string(kTitle) + " (CONTINUED)") +
                                  std::string(kHeading) + std::string(kSecondPage));
  ASSERT_EQ(checked.filing.tables.size(), 1U);
  EXPECT_EQ(checked.filing.tables[0].kind, TableKind::balance_sheet);
  EXPECT_EQ(testing::verdicts(checked, "footing/total"), "4 0 0");
  EXPECT_EQ(summary(checked), "");
}

TEST(Pages, APageWithoutHeadingsHasTheColumnsOfTheOneBefore) {
  const auto checked =
      check_text(in_thousands(kTitle) + std::string(kHeading) + std::string(kFirstPage) + "\n7\n\n" +
                 in_thousands(std::string(kTitle) + " (CONTINUED)") + "\n\n" + std::string(kSecondPage));
  ASSERT_EQ(checked.filing.tables.size(), 1U);
  EXPECT_EQ(testing::verdicts(checked, "footing/total"), "4 0 0");
  EXPECT_EQ(summary(checked, Severity::warning), "");
}

TEST(Pages, ACashFlowThatBeginsWithAdjustmentsToReconcileIsOneStatement) {
  const std::string title = "UNAUDITED CONSOLIDATED STATEMENTS OF CASH FLOWS";
  const std::string heading = "\n\n\tSix Months Ended June 30,\t\n\t2023\t2024\n\tRMB\tRMB\n";
  const auto checked = check_text(
      in_thousands(title) + heading +
      "Net income\t9,000\t9,900\nAdjustments to reconcile net income to net cash provided by operating "
      "activities:\nDepreciation\t1,000\t1,100\nNet cash provided by operating activities\t10,000\t11,000\n"
      "Purchase of property and equipment\t(4,000)\t(4,400)\nNet cash used in investing activities\t(4,000)\t"
      "(4,400)\n\n7\n\n" +
      in_thousands(title + " (CONTINUED)") + heading +
      "Dividends paid\t(2,000)\t(2,200)\nNet cash used in financing activities\t(2,000)\t(2,200)\n"
      "Net increase in cash and cash equivalents\t4,000\t4,400\n"
      "Cash and cash equivalents, at beginning of period\t6,000\t10,000\n"
      "Cash and cash equivalents, at end of period\t10,000\t14,400\n");
  ASSERT_EQ(checked.filing.tables.size(), 1U);
  EXPECT_EQ(checked.filing.tables[0].kind, TableKind::cash_flow);
  EXPECT_EQ(summary(checked, Severity::warning), "");
}

TEST(Pages, ATableOfOtherColumnsIsNoSuchPage) {
  const auto checked = check_text(in_thousands(kTitle) + std::string(kHeading) + std::string(kFirstPage) +
                                  "\n7\n\nMaturities\n\nBank loans\t12,345,678\t13,456,789\t1,111\n"
                                  "Bonds\t12,345,678\t13,456,789\t1,111\n");
  ASSERT_EQ(checked.filing.tables.size(), 2U);
  EXPECT_FALSE(checked.filing.tables[1].columns[0].period.known());
}

TEST(Pages, ATableOfAnotherTitleIsNoSuchPage) {
  const auto checked = check_text(in_thousands("UNAUDITED STATEMENTS OF OPERATIONS") +
                                  "\n\n\tThree months ended September 30,\t\n\t2023\t2024\n\tRMB\tRMB\n"
                                  "Revenues\t12,345,678\t13,456,789\nCosts\t2,345,678\t3,456,789\n\n" +
                                  in_thousands(kTitle) + "\n\n" + std::string(kSecondPage));
  ASSERT_EQ(checked.filing.tables.size(), 2U);
  EXPECT_FALSE(checked.filing.tables[1].columns[0].period.known());
}

TEST(Pages, AStatementOfEquityHasItsDatesInItsRows) {
  const auto checked = check_text(
      "CONDENSED CONSOLIDATED STATEMENT OF CHANGES IN EQUITY\n\n(RMB in thousands)\n\n"
      "\tShare capital\tShare premium\tRetained earnings\tTotal equity\n"
      "Balance as at April 1, 2024\t2,071\t616\t68,405\t71,092\nProfit for the period\t-\t-\t6,368\t6,368\n"
      "Dividends\t-\t-\t(11,592)\t(11,592)\nBalance as at September 30, 2024\t2,071\t616\t63,181\t65,868\n");
  ASSERT_EQ(checked.filing.tables.size(), 1U);
  EXPECT_EQ(checked.filing.tables[0].kind, TableKind::changes_in_equity);
  EXPECT_EQ(summary(checked, Severity::warning), "");
}

// Only the years stand over the second page; they are those of the first.
TEST(Pages, YearsThatArePrintedAgainAreThoseOfThePageBefore) {
  const std::string title = "CONSOLIDATED STATEMENTS OF CASH FLOWS";
  const auto checked = check_text(
      "<html><body><p>" + title +
      "</p><p>(RMB in thousands)</p><table><tr><td></td><td colspan=2>Year ended December 31,</td></tr>"
      "<tr><td></td><td>2023</td><td>2024</td></tr><tr><td>Cash flows from operating activities</td></tr>"
      "<tr><td>Net "
      "income</td><td>9,000</td><td>9,900</td></tr><tr><td>Depreciation</td><td>1,000</td><td>1,100"
      "</td></tr><tr><td>Net cash provided by operating activities</td><td>10,000</td><td>11,000</td></tr>"
      "<tr><td>Cash flows from financing activities</td></tr><tr><td>Dividends paid</td><td>(4,000)</td>"
      "<td>(4,400)</td></tr></table><p>41</p><table><tr><td></td><td>2023</td><td>2024</td></tr>"
      "<tr><td>Repayment of debt</td><td>(1,000)</td><td>(2,100)</td></tr>"
      "<tr><td>Net cash used in financing "
      "activities</td><td>(5,000)</td><td>(6,500)</td></tr></table></body></html>");
  ASSERT_EQ(checked.filing.tables.size(), 1U);
  EXPECT_EQ(checked.filing.tables[0].columns[1].period.end.iso(), "2024-12-31");
  EXPECT_EQ(testing::verdicts(checked, "footing/total"), "4 0 0");
}

// One column, a date alone over it, totals without labels: the titles and the first header say what it is.
TEST(Pages, ACashFlowOfOneColumnWhoseTotalsHaveNoLabelAddsUp) {
  const auto checked = check_text(
      "STATEMENT OF CONSOLIDATED AUDITED CASH FLOWS\n\n(in thousands)\n\n\tDecember 31, 2024\n\tUSD\n"
      "Cash flows from operating activities\t\nNet income for the year\t28,516\nItems not affecting cash:\t\n"
      "Amortization\t835\nMinority interest\t402\n\t29,753\nChanges in operating assets and liabilities:\t\n"
      "Accounts receivable\t12,490\nPrepayments\t(71,289)\n\t(29,046)\n");
  EXPECT_EQ(checked.filing.tables.at(0).kind, TableKind::cash_flow);
  EXPECT_EQ(testing::verdicts(checked, "footing/total"), "2 0 0");
}

TEST(Meaning, OfTaxesBetweenBalancesOfComprehensiveIncomeIsNotTheIncomeTax) {
  const auto meaning = [](std::string_view balance) {
    const Checked checked = testing::check_text(
        "NOTE 17. ACCUMULATED OTHER COMPREHENSIVE LOSS\n\n(in thousands of euros)\n\n"
        "\tYear ended December 31, 2024\n" +
        std::string(balance) +
        "\t(1,500)\nOther comprehensive income before reclassifications\t600\nIncome tax expense\t(150)\n"
        "Balance at December 31, 2024\t(1,050)\n");
    for (const Table& table : checked.filing.tables) {
      for (const Row& row : table.rows) {
        if (row.label == "Income tax expense") return std::string(row.concept_name);
      }
    }
    return std::string("no such row");
  };
  EXPECT_EQ(meaning("Balance at January 1, 2024"), "");
  EXPECT_EQ(meaning("Loss of the year"), "IncomeTaxExpenseBenefit");
}

}  // namespace
}  // namespace kcfin
