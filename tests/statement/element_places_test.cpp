// The element of a line that says little or nothing without the rows and headers beside it.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "filing_text.h"

namespace kcfin {
namespace {

using testing::check_text;

constexpr TableKind kIncome = TableKind::income_statement, kBalance = TableKind::balance_sheet,
                    kCash = TableKind::cash_flow;

// Those of all rows of that label, from the top.
std::vector<std::string> elements(const Checked& checked, std::string_view label, TableKind kind) {
  std::vector<std::string> out;
  for (const Table& table : checked.filing.tables) {
    if (table.kind != kind) continue;
    for (const Row& row : table.rows) {
      if (row.label == label && row.role != Role::header) out.emplace_back(row.element);
    }
  }
  return out;
}

std::string element(const Checked& checked, std::string_view label, TableKind kind) {
  const std::vector<std::string> found = elements(checked, label, kind);
  return found.size() == 1 ? found.front() : "not one such row";
}

Checked cash_flows(std::string_view operating, std::string_view investing, std::string_view financing,
                   std::string_view end = "") {
  return check_text(
      "CONSOLIDATED STATEMENTS OF CASH FLOWS\n\n(In thousands)\n\n\tYear Ended December "
      "31,\t\n\t2023\t2024\n\tUS$\tUS$\nCash flows from operating activities:\t\t\nNet "
      "income\t14,400\t17,200\n" +
      std::string(operating) +
      "Net cash provided by operating activities\t16,400\t19,300\nCash flows from investing "
      "activities:\t\t\n" +
      std::string(investing) +
      "Net cash used in investing activities\t(9,400)\t(10,400)\nCash flows from financing "
      "activities:\t\t\n" +
      std::string(financing) +
      "Net cash used in financing activities\t(8,600)\t(8,000)\n"
      "Net (decrease) increase in cash and cash equivalents\t(1,600)\t900\n"
      "Cash and cash equivalents at beginning of year\t10,600\t9,000\n"
      "Cash and cash equivalents at end of year\t9,000\t9,900\n" +
      std::string(end));
}

TEST(ElementPlaces, OtherIsWhatItsHeaderIs) {
  const auto parted = cash_flows(
      "Adjustments to reconcile net income to net cash provided by operating activities:\t\t\n"
      "Depreciation\t2,000\t2,300\nOther, net\t300\t200\n"
      "Changes in operating assets and liabilities:\t\t\nInventories\t(400)\t(500)\nOther, net\t100\t100\n",
      "Other, net\t(9,400)\t(10,400)\n", "Other, net\t(8,600)\t(8,000)\n");
  EXPECT_EQ(
      elements(parted, "Other, net", kCash),
      (std::vector<std::string>{"OtherNoncashIncomeExpense", "IncreaseDecreaseInOtherOperatingCapitalNet",
                                "PaymentsForProceedsFromOtherInvestingActivities",
                                "ProceedsFromPaymentsForOtherFinancingActivities"}));
  const auto plain = cash_flows("Depreciation\t1,700\t1,900\nOther, net\t300\t200\n",
                                "Purchases of property and equipment\t(9,400)\t(10,400)\n",
                                "Dividends paid\t(8,600)\t(8,000)\n");
  EXPECT_EQ(element(plain, "Other, net", kCash), "OtherOperatingActivitiesCashFlowStatement");
}

TEST(ElementPlaces, OwnSharesAreBoughtBackInFinancingAlone) {
  const auto checked =
      cash_flows("Loss on sale of business\t2,000\t2,100\n",
                 "Purchases of property and equipment, net of sales\t(9,400)\t(10,400)\n",
                 "Repurchases of stock\t(8,000)\t(7,500)\nStock repurchases\t(600)\t(500)\n");
  EXPECT_EQ(element(checked, "Repurchases of stock", kCash), "PaymentsForRepurchaseOfCommonStock");
  EXPECT_EQ(element(checked, "Stock repurchases", kCash), "PaymentsForRepurchaseOfCommonStock");
  EXPECT_EQ(element(checked, "Purchases of property and equipment, net of sales", kCash),
            "PaymentsToAcquirePropertyPlantAndEquipment");
  EXPECT_EQ(element(checked, "Loss on sale of business", kCash), "GainLossOnSaleOfBusiness");
}

TEST(ElementPlaces, AReconciliationOfNetIncomeHeadsTheStatementItself) {
  const auto checked = cash_flows(
      "Reconciliation of net income to net cash provided by operating activities:\t\t\n"
      "Depreciation\t1,500\t1,600\nAccounts receivable, net\t500\t500\n",
      "Purchases of equipment\t(9,400)\t(10,400)\n", "Dividends paid\t(8,600)\t(8,000)\n");
  EXPECT_EQ(element(checked, "Accounts receivable, net", kCash), "IncreaseDecreaseInAccountsReceivable");
}

TEST(ElementPlaces, WhatIsRestrictedIsTakenOffTheCash) {
  const auto checked =
      cash_flows("Depreciation\t2,000\t2,100\n", "Purchases of equipment\t(9,400)\t(10,400)\n",
                 "Dividends paid\t(8,600)\t(8,000)\n",
                 "Less: Restricted cash and restricted cash equivalents at end of year\t1,000\t1,100\n"
                 "Cash and equivalents, end of year\t8,000\t8,800\n");
  EXPECT_EQ(element(checked, "Cash and cash equivalents at end of year", kCash),
            "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents");
  EXPECT_EQ(element(checked, "Less: Restricted cash and restricted cash equivalents at end of year", kCash),
            "RestrictedCashAndCashEquivalents");
  EXPECT_EQ(element(checked, "Cash and equivalents, end of year", kCash),
            "CashAndCashEquivalentsAtCarryingValue");
}

std::string income_statement(std::string_view end) {
  return "CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(In thousands, except per share amounts)\n\n\tYear Ended "
         "December 31,\t\n\t2023\t2024\n\tUS$\tUS$\nNet sales\t90,000\t95,000\nCost of "
         "sales\t(70,000)\t(71,000)\n"
         "Gross profit\t20,000\t24,000\nOperating expenses\t(2,000)\t(1,800)\nOperating "
         "income\t18,000\t22,200\n"
         "Income tax expense\t(4,000)\t(5,000)\nNet income\t14,000\t17,200\n" +
         std::string(end);
}

TEST(ElementPlaces, AnAmountPerShareIsBasicAboveTheDilutedOne) {
  const auto checked = check_text(income_statement(
      "Earnings per common share\t1.40\t1.70\nEarnings per common share, assuming dilution\t1.35\t1.65\n"
      "Dividends per common share\t0.40\t0.50\n"));
  EXPECT_EQ(element(checked, "Earnings per common share", kIncome), "EarningsPerShareBasic");
  EXPECT_EQ(element(checked, "Earnings per common share, assuming dilution", kIncome),
            "EarningsPerShareDiluted");
  EXPECT_NE(element(checked, "Dividends per common share", kIncome), "EarningsPerShareBasic");
  const auto alone = check_text(income_statement("Earnings per common share\t1.40\t1.70\n"));
  EXPECT_EQ(element(alone, "Earnings per common share", kIncome), "");
}

std::string balance_sheet(std::string_view debt, std::string_view after) {
  return "CONSOLIDATED BALANCE SHEETS\n\n(In thousands)\n\n\tDecember 31,\t\n\t2023\t2024\n\tUS$\tUS$\n"
         "ASSETS\nCurrent assets:\nCash and cash equivalents\t20,000\t20,900\nOther assets\t10,000\t12,100\n"
         "Total current assets\t30,000\t33,000\nInvestments\t20,000\t21,000\nOther assets\t10,000\t10,000\n"
         "Total assets\t60,000\t64,000\nLIABILITIES AND EQUITY\nCurrent liabilities:\nAccounts "
         "payable\t9,000\t8,000\n"
         "Income taxes\t6,000\t6,000\nTotal current liabilities\t15,000\t14,000\n" +
         std::string(debt) +
         "Total liabilities\t22,000\t21,000\nTotal equity\t38,000\t43,000\n"
         "Total liabilities and equity\t60,000\t64,000\n" +
         std::string(after);
}

TEST(ElementPlaces, LinesOfABalanceSheetAreCurrentAboveTheTotalOfWhatIs) {
  const auto checked = check_text(balance_sheet("Borrowings\t7,000\t7,000\n", ""));
  EXPECT_EQ(elements(checked, "Other assets", kBalance),
            (std::vector<std::string>{"OtherAssetsCurrent", "OtherAssetsNoncurrent"}));
  EXPECT_EQ(element(checked, "Investments", kBalance), "LongTermInvestments");
  EXPECT_EQ(element(checked, "Income taxes", kBalance), "AccruedIncomeTaxesCurrent");
  EXPECT_EQ(element(checked, "Borrowings", kBalance), "LongTermDebtNoncurrent");
}

TEST(ElementPlaces, DebtHoldsFinanceLeasesWhereTheFilingSaysSo) {
  const std::string with =
      "\nNote 7. Debt\n\n(In thousands)\n\n\tDecember 31,\t\n\t2023\t2024\n\tUS$\tUS$\n"
      "Long-term debt, excluding finance leases\t6,500\t6,600\nFair value\t6,300\t6,400\n";
  EXPECT_EQ(
      element(check_text(balance_sheet("Long-term debt\t7,000\t7,000\n", with)), "Long-term debt", kBalance),
      "LongTermDebtAndCapitalLeaseObligations");
  EXPECT_EQ(
      element(check_text(balance_sheet("Long-term debt\t7,000\t7,000\n", "")), "Long-term debt", kBalance),
      "LongTermDebtNoncurrent");
  // They have a line of their own here.
  const auto apart =
      check_text(balance_sheet("Long-term debt\t6,500\t6,600\nFinance lease liabilities\t500\t400\n", with));
  EXPECT_EQ(element(apart, "Long-term debt", kBalance), "LongTermDebtNoncurrent");
}

TEST(ElementPlaces, ATotalWithoutALabelIsWhatItsHeaderNames) {
  const auto checked = check_text(
      "CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(In thousands)\n\n\tYear Ended December 31,\t\n\t2023\t2024\n"
      "\tUS$\tUS$\nCost of sales\t\t\n  Products\t50,000\t51,000\n  Services\t20,000\t20,000\n"
      "\t70,000\t71,000\nGross profit\t20,000\t24,000\nOperating expenses\t(2,000)\t(1,800)\n"
      "Operating income\t18,000\t22,200\nIncome tax expense\t(4,000)\t(5,000)\nNet income\t14,000\t17,200\n");
  EXPECT_EQ(element(checked, "", kIncome), "CostOfGoodsAndServicesSold");
}

TEST(ElementPlaces, APercentageIsNotTheAmountOfItsRow) {
  Row row;
  row.label = "Repurchases of stock";
  row.element = "PaymentsForRepurchaseOfCommonStock";
  Figure figure;
  figure.unit.measure = Measure::money;
  EXPECT_EQ(row.element_of(figure), "PaymentsForRepurchaseOfCommonStock");
  figure.unit.measure = Measure::percent;
  EXPECT_EQ(row.element_of(figure), "");
}

}  // namespace
}  // namespace kcfin
