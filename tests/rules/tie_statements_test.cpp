// tie/statements: one amount on two statements, where words and figures say so.
#include "relations.h"
#include "rules/counterpart.h"

namespace kcfin {
namespace {

using testing::relations;

constexpr std::string_view kIncome =
    "UNAUDITED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n"
    "\tFor the year ended December 31,\t\n\t2023\t2024\n\tRMB\tRMB\n"
    "Revenues:\t\t\nCloud services\t6,000\t6,500\nOthers\t3,000\t3,000\n"
    "Total revenues\t9,000\t9,500\nCost of revenues\t(4,000)\t(4,200)\nGross profit\t5,000\t5,300\n"
    "Impairment of long-lived assets\t(300)\t(550)\nOperating income\t4,700\t4,750\n"
    "Other income, net\t120\t130\nIncome tax expense\t(700)\t(750)\nNet income\t4,120\t4,130\n";

std::string with_reconciliation(std::string_view rows) {
  return std::string(kIncome) +
         "\nRECONCILIATIONS OF GAAP AND NON-GAAP RESULTS\n\n\tFor the year ended December "
         "31,\t\n\t2023\t2024\n\tRMB\tRMB\n" +
         std::string(rows);
}

// An adjustment takes back what the statement took off: sizes tie, signs stand in the layout.
TEST(TieStatements, AReconciliationRepeatsTheIncomeStatement) {
  EXPECT_EQ(
      relations(with_reconciliation("Net income\t4,120\t4,130\nImpairment of long-lived assets\t300\t550\n"
                                    "Adjusted net income\t4,420\t4,680\n"),
                "tie/statements"),
      "4,120@25 = 4,120@18\n4,130@25 = 4,130@18\n300@26 = -(300)@14\n550@26 = -(550)@14\n");
}

TEST(TieStatements, OneAdjustmentThatDiffersBreaks) {
  EXPECT_EQ(
      relations(with_reconciliation("Net income\t4,120\t4,130\nImpairment of long-lived assets\t300\t505\n"
                                    "Adjusted net income\t4,420\t4,635\n"),
                "tie/statements"),
      "4,120@25 = 4,120@18\n4,130@25 = 4,130@18\n300@26 = -(300)@14\n505@26 = -(550)@14 breaks\n");
}

// A part of the statement's amount under the statement's name: no column agrees, so nothing is claimed.
TEST(TieStatements, APartUnderTheSameNameIsSkipped) {
  EXPECT_EQ(
      relations(with_reconciliation("Net income\t4,120\t4,130\nImpairment of long-lived assets\t200\t350\n"
                                    "Adjusted net income\t4,320\t4,480\n"),
                "tie/statements"),
      "4,120@25 = 4,120@18\n4,130@25 = 4,130@18\n"
      "skip 26: named like “Impairment of long-lived assets” (line 14), but too few of their figures agree "
      "to say that both state one amount\n");
}

// ---------------------------------------------------------------- cash

std::string with_cash(std::string_view balance, std::string_view flow) {
  return "UNAUDITED CONSOLIDATED BALANCE SHEETS\n\n(in thousands)\n\n\tDec 31, 2023\tDec 31, "
         "2024\n\tRMB\tRMB\n"
         "ASSETS\t\t\nCurrent assets:\t\t\n" +
         std::string(balance) +
         "Accounts receivable, net\t500\t600\nTotal current assets\t9,999\t9,999\nTotal "
         "assets\t9,999\t9,999\n"
         "\nUNAUDITED CONSOLIDATED STATEMENTS OF CASH FLOWS\n\n(in thousands)\n\n"
         "\tFor the year ended December 31,\t\n\t2023\t2024\n\tRMB\tRMB\n"
         "Net cash generated from operating activities\t300\t400\n"
         "Net cash used in investing activities\t(100)\t(150)\n"
         "Net cash used in financing activities\t(50)\t(50)\n" +
         std::string(flow);
}

TEST(TieStatements, ClosingCashIsCashAndRestrictedCash) {
  EXPECT_EQ(
      relations(with_cash("Cash and cash equivalents\t1,000\t1,180\nRestricted cash\t50\t70\n",
                          "Cash, cash equivalents and restricted cash at beginning of year\t900\t1,050\n"
                          "Cash, cash equivalents and restricted cash at end of year\t1,050\t1,250\n"),
                "tie/statements"),
      "1,050@25 = 1,000@9 + 50@10\n1,050@26 = 1,000@9 + 50@10\n1,250@26 = 1,180@9 + 70@10\n"
      "1,050@25 = 1,050@26\n");
}

TEST(TieStatements, RestrictedCashStaysOutWhereTheLabelLeavesItOut) {
  EXPECT_EQ(relations(with_cash("Cash and cash equivalents\t1,000\t1,200\nRestricted cash\t50\t70\n",
                                "Cash and cash equivalents at beginning of year\t800\t1,000\n"
                                "Cash and cash equivalents at end of year\t1,000\t1,202\n"),
                      "tie/statements"),
            "1,000@25 = 1,000@9\n1,000@26 = 1,000@9\n1,202@26 = 1,200@9 breaks\n1,000@25 = 1,000@26\n");
}

TEST(TieStatements, CashInRowsThatAreNotToldApartIsSkipped) {
  EXPECT_EQ(
      relations(with_cash("Cash and cash equivalents\t1,000\t1,180\nCash of consolidated funds\t50\t70\n",
                          "Cash, cash equivalents and restricted cash at beginning of year\t900\t1,050\n"
                          "Cash, cash equivalents and restricted cash at end of year\t1,050\t1,250\n"),
                "tie/statements"),
      "1,050@25 = 1,050@26\n"
      "skip 25: cash stands on the balance sheet in rows that are not told apart\n"
      "skip 26: cash stands on the balance sheet in rows that are not told apart\n");
}

// A parent's own balance sheet behind the group's holds cash of its own.
TEST(TieStatements, ClosingCashIsThatOfOneBalanceSheet) {
  EXPECT_EQ(
      relations(with_cash("Cash and cash equivalents\t1,000\t1,200\n",
                          "Cash and cash equivalents at beginning of year\t800\t1,000\n"
                          "Cash and cash equivalents at end of year\t1,000\t1,200\n\n"
                          "BALANCE SHEETS OF THE PARENT COMPANY\n\n(in thousands)\n\n\tDec 31, 2023\tDec 31, "
                          "2024\n\tRMB\tRMB\nCash and cash equivalents\t3\t5\nOther current assets\t20\t25\n"
                          "Total assets\t23\t30\nTotal liabilities\t13\t14\nTotal equity\t10\t16\n"),
                "tie/statements"),
      "1,000@24 = 1,000@9\n1,000@25 = 1,000@9\n1,200@25 = 1,200@9\n1,000@24 = 1,000@25\n");
}

// Opening cash is known by its words, whatever else the line holds; cash with and without what is restricted
// are two amounts at one date.
TEST(TieStatements, CashIsHeldToItsOwnDateAndBasis) {
  EXPECT_EQ(
      relations("CONSOLIDATED STATEMENTS OF CASH FLOWS\n\n(in thousands)\n\n\tYear ended December 31,\t\n"
                "\t2024\t2023\n\tUSD\tUSD\nNet cash provided by operating activities\t500\t310\n"
                "Net cash used in investing activities\t(90)\t(60)\n"
                "Net cash used in financing activities\t(10)\t(50)\n"
                "Net increase in cash, restricted cash and escrow receivables\t400\t200\n"
                "Cash, restricted cash and escrow receivables, beginning of year\t1,200\t1,000\n"
                "Cash, restricted cash and escrow receivables, end of year\t1,600\t1,200\n"
                "Less: Restricted cash and escrow receivables, end of year\t80\t75\n"
                "Cash, end of year\t1,520\t1,125\n",
                "tie/statements"),
      "1,200@12 = 1,200@13\n");
}

// ---------------------------------------------------------------- equity

std::string with_equity(std::string_view closing_earnings, std::string_view closing_total) {
  return "CONSOLIDATED BALANCE SHEETS\n\n(in thousands)\n\n\tDecember 31,\tDecember "
         "31,\n\t2023\t2024\n\tRMB\tRMB\n"
         "Total assets\t9,000\t9,900\nTotal liabilities\t4,000\t4,200\nShareholders' equity:\t\t\n"
         "Ordinary shares\t500\t500\nAdditional paid-in capital\t2,000\t2,100\nRetained "
         "earnings\t2,500\t3,100\n"
         "Total shareholders' equity\t5,000\t5,700\nTotal liabilities and shareholders' "
         "equity\t9,000\t9,900\n"
         "\nCONSOLIDATED STATEMENTS OF CHANGES IN SHAREHOLDERS' EQUITY\n\n(in thousands)\n\n"
         "\tOrdinary shares\tAdditional paid-in capital\tRetained earnings\tTotal shareholders' equity\n"
         "\tRMB\tRMB\tRMB\tRMB\n"
         "Balance at December 31, 2023\t500\t2,000\t2,500\t5,000\nNet income\t-\t-\t600\t600\n"
         "Share-based compensation\t-\t100\t-\t100\nBalance at December 31, 2024\t500\t2,100\t" +
         std::string(closing_earnings) + "\t" + std::string(closing_total) + "\n";
}

TEST(TieStatements, TheBalancesOfEquityAreThoseOfTheBalanceSheet) {
  EXPECT_EQ(relations(with_equity("3,100", "5,700"), "tie/statements"),
            "2,000@23 = 2,000@12\n2,100@26 = 2,100@12\n"
            "2,500@23 = 2,500@13\n3,100@26 = 3,100@13\n500@23 = 500@11\n500@26 = 500@11\n"
            "5,000@23 = 5,000@14\n5,700@26 = 5,700@14\n");
}

// Figures of one precision must be equal: a unit is a difference.
TEST(TieStatements, OneBalanceOfEquityThatDiffersBreaks) {
  EXPECT_EQ(relations(with_equity("3,101", "5,701"), "tie/statements"),
            "2,000@23 = 2,000@12\n2,100@26 = 2,100@12\n"
            "2,500@23 = 2,500@13\n3,101@26 = 3,100@13 breaks\n500@23 = 500@11\n500@26 = 500@11\n"
            "5,000@23 = 5,000@14\n5,701@26 = 5,700@14 breaks\n");
}

// The same with a row of headers over each component, and a column a period.
std::string with_components(std::string_view treasury, std::string_view earnings) {
  return "CONSOLIDATED BALANCE SHEETS\n\n(in thousands)\n\n\tDecember 31,\tDecember "
         "31,\n\t2023\t2024\n\tRMB\tRMB\n"
         "Total assets\t9,000\t9,900\nTotal liabilities\t4,000\t4,200\nShareholders' equity:\t\t\n"
         "Ordinary shares\t3,500\t3,700\nTreasury stock, 12 shares at cost\t(1,000)\t(1,100)\nRetained "
         "earnings\t2,500\t3,100\n"
         "Total shareholders' equity\t5,000\t5,700\nTotal liabilities and shareholders' "
         "equity\t9,000\t9,900\n"
         "\nCONSOLIDATED STATEMENTS OF CHANGES IN SHAREHOLDERS' EQUITY\n\n(in thousands)\n\n"
         "\tYear ended December 31,\n\t2023\t2024\n\tRMB\tRMB\n"
         "Treasury stock\t\t\nBalance, beginning of year\t(800)\t(1,000)\nRepurchases\t(200)\t(100)\n"
         "Balance, end of year\t(1,000)\t" +
         std::string(treasury) +
         "\nRetained earnings\t\t\nBalance, beginning of year\t1,700\t2,500\nNet income\t800\t600\n"
         "Balance, end of year\t2,500\t" +
         std::string(earnings) + "\n";
}

TEST(TieStatements, AHeaderNamesTheComponentOfTheBalancesBelow) {
  EXPECT_EQ(relations(with_components("(1,100)", "3,100"), "tie/statements"),
            "2,500@29 = 2,500@13\n2,500@31 = 2,500@13\n3,100@31 = 3,100@13\n"
            "(1,000)@25 = (1,000)@12\n(1,000)@27 = (1,000)@12\n(1,100)@27 = (1,100)@12\n");
}

// A name in full is held to both dates; one that leaves words out where nearly all agree, or a slip shows.
TEST(TieStatements, ABalanceUnderAHeaderThatDiffersBreaks) {
  EXPECT_EQ(relations(with_components("(1,100)", "3,010"), "tie/statements"),
            "2,500@29 = 2,500@13\n2,500@31 = 2,500@13\n3,010@31 = 3,100@13 breaks\n"
            "(1,000)@25 = (1,000)@12\n(1,000)@27 = (1,000)@12\n(1,100)@27 = (1,100)@12\n");
  EXPECT_EQ(relations(with_components("(1,234)", "3,100"), "tie/statements"),
            "2,500@29 = 2,500@13\n2,500@31 = 2,500@13\n3,100@31 = 3,100@13\n");
}

TEST(Agreement, BearsOutWhereHalfOfThePairsAgreeAndHardlyAnyByTheOtherSign) {
  EXPECT_TRUE((rulebook::Agreement{4, 3, 1}.bears_out()));
  EXPECT_TRUE((rulebook::Agreement{2, 0, 1}.bears_out()));
  EXPECT_FALSE((rulebook::Agreement{3, 0, 1}.bears_out()));
  EXPECT_FALSE((rulebook::Agreement{5, 3, 2}.bears_out()));
  EXPECT_FALSE((rulebook::Agreement{1, 0, 0}.bears_out()));
}

}  // namespace
}  // namespace kcfin
