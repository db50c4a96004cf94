// The element that a line is reported as, where its place says more than its label.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "filing_text.h"

namespace kcfin {
namespace {

using testing::check_text;

std::string element(const Checked& checked, std::string_view label, TableKind kind) {
  for (const Table& table : checked.filing.tables) {
    if (table.kind != kind) continue;
    for (const Row& row : table.rows) {
      if (row.label == label && row.role != Role::header) return std::string(row.element);
    }
  }
  return "no such row";
}

constexpr TableKind kIncome = TableKind::income_statement, kBalance = TableKind::balance_sheet,
                    kCash = TableKind::cash_flow;

// The statements of a small company; `income`, `equity`: further lines.
Checked statements(std::string_view income, std::string_view equity, std::string_view before = "") {
  return check_text(
      std::string(before) +
      "CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(In thousands)\n\n\tYear Ended December 31,\t\n\t2023\t2024\n"
      "\tUS$\tUS$\nNet sales\t90,000\t95,000\nCost of sales\t(70,000)\t(71,000)\nGross "
      "profit\t20,000\t24,000\n"
      "Depreciation and amortization\t(2,000)\t(2,100)\nOperating income\t18,000\t21,900\n"
      "Other income (expense), net\t400\t300\nIncome before income taxes\t18,400\t22,200\n"
      "Income tax expense\t(4,000)\t(5,000)\nNet income\t14,400\t17,200\n" +
      std::string(income) +
      "\nCONSOLIDATED BALANCE SHEETS\n\n(In thousands)\n\n\tDecember 31,\t\n\t2023\t2024\n\tUS$\tUS$\n"
      "ASSETS\nCash and cash equivalents\t9,000\t9,900\nTotal current assets\t30,000\t33,000\n"
      "Deferred income taxes\t500\t400\nTotal assets\t60,000\t64,000\nLIABILITIES AND EQUITY\n"
      "Accounts payable\t9,000\t8,000\nOperating lease liabilities\t1,000\t1,100\n"
      "Total current liabilities\t15,000\t14,000\nOperating lease liabilities\t4,000\t3,900\n"
      "Deferred income taxes\t700\t800\nTotal liabilities\t22,000\t21,000\n"
      "Commitments and contingencies\t-\t-\n" +
      std::string(equity) +
      "Total equity\t38,000\t43,000\nTotal liabilities and equity\t60,000\t64,000\n"
      "\nCONSOLIDATED STATEMENTS OF CASH FLOWS\n\n(In thousands)\n\n\tYear Ended December "
      "31,\t\n\t2023\t2024\n"
      "\tUS$\tUS$\nNet income\t14,400\t17,200\nDepreciation and amortization\t2,000\t2,100\n"
      "Net cash provided by operating activities\t16,400\t19,300\nPurchases of property and "
      "equipment\t(9,000)\t"
      "(10,000)\nOther\t(400)\t(400)\nNet cash used in investing activities\t(9,400)\t(10,400)\n"
      "Dividends paid\t(8,000)\t(7,500)\nOther\t(600)\t(500)\nNet cash used in financing "
      "activities\t(8,600)\t"
      "(8,000)\nNet increase in cash and cash equivalents\t(1,600)\t900\n"
      "Cash and cash equivalents at beginning of year\t10,600\t9,000\n"
      "Cash and cash equivalents at end of year\t9,000\t9,900\n");
}

TEST(Elements, OfNetIncomeDependOnWhoSharesInIt) {
  const auto alone = statements("", "");
  EXPECT_EQ(element(alone, "Net income", kIncome), "NetIncomeLoss");
  EXPECT_EQ(element(alone, "Net income", kCash), "NetIncomeLoss");
  EXPECT_EQ(element(alone, "Total equity", kBalance), "StockholdersEquity");
  const auto shared = statements(
      "Net income attributable to noncontrolling interests\t(400)\t(500)\n"
      "Net income attributable to the Company\t14,000\t16,700\n",
      "Noncontrolling interests\t2,000\t2,100\n");
  EXPECT_EQ(element(shared, "Net income", kIncome), "ProfitLoss");
  EXPECT_EQ(element(shared, "Net income", kCash), "ProfitLoss");
  EXPECT_EQ(element(shared, "Total equity", kBalance),
            "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest");
}

TEST(Elements, AreTheCommonerOfTheWording) {
  const auto checked = statements("", "");
  EXPECT_EQ(element(checked, "Net sales", kIncome), "RevenueFromContractWithCustomerExcludingAssessedTax");
  EXPECT_EQ(element(checked, "Cost of sales", kIncome), "CostOfGoodsAndServicesSold");
  EXPECT_EQ(element(checked, "Depreciation and amortization", kIncome), "DepreciationAndAmortization");
  EXPECT_EQ(element(checked, "Depreciation and amortization", kCash), "DepreciationDepletionAndAmortization");
}

TEST(Elements, FollowFromThePlaceOfALine) {
  const auto checked = statements("", "");
  EXPECT_EQ(element(checked, "Other income (expense), net", kIncome), "NonoperatingIncomeExpense");
  EXPECT_EQ(element(checked, "Cash and cash equivalents at end of year", kCash),
            "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents");
  EXPECT_EQ(element(checked, "Cash and cash equivalents", kBalance), "CashAndCashEquivalentsAtCarryingValue");
  EXPECT_EQ(element(checked, "Deferred income taxes", kBalance), "DeferredIncomeTaxAssetsNet");
  EXPECT_EQ(element(checked, "Operating lease liabilities", kBalance), "OperatingLeaseLiabilityCurrent");
  EXPECT_EQ(element(checked, "Commitments and contingencies", kBalance), "CommitmentsAndContingencies");
  EXPECT_EQ(element(checked, "Other", kCash), "PaymentsForProceedsFromOtherInvestingActivities");
  const Table& balance = *std::find_if(checked.filing.tables.begin(), checked.filing.tables.end(),
                                       [](const Table& table) { return table.kind == kBalance; });
  std::vector<std::string> leases, taxes;
  for (const Row& row : balance.rows) {
    if (row.label == "Operating lease liabilities") leases.emplace_back(row.element);
    if (row.label == "Deferred income taxes") taxes.emplace_back(row.element);
  }
  EXPECT_EQ(leases, (std::vector<std::string>{"OperatingLeaseLiabilityCurrent",
                                              "OperatingLeaseLiabilityNoncurrent"}));
  EXPECT_EQ(taxes,
            (std::vector<std::string>{"DeferredIncomeTaxAssetsNet", "DeferredIncomeTaxLiabilitiesNet"}));
}

TEST(Elements, OfABalanceSheetThatDoesNotPartWhatIsCurrent) {
  const auto checked = check_text(
      "CONSOLIDATED BALANCE SHEETS\n\n(In thousands)\n\n\tDecember 31,\t\n\t2023\t2024\n\tUS$\tUS$\n"
      "ASSETS\nCash and cash equivalents\t9,000\t9,900\nRestricted cash\t1,000\t1,100\n"
      "Amortizable intangible assets, net\t20,000\t19,000\n"
      "Other indefinite-lived intangible assets\t30,000\t34,000\nTotal assets\t60,000\t64,000\n"
      "LIABILITIES AND EQUITY\nAccounts payable\t9,000\t8,000\n"
      "Postretirement benefit obligations other than pensions\t13,000\t13,000\n"
      "Total liabilities\t22,000\t21,000\nTreasury stock, at cost\t(2,000)\t(2,000)\n"
      "Retained earnings\t40,000\t45,000\nTotal equity\t38,000\t43,000\n"
      "Total liabilities and equity\t60,000\t64,000\n");
  EXPECT_EQ(element(checked, "Accounts payable", kBalance), "AccountsPayableCurrentAndNoncurrent");
  EXPECT_EQ(element(checked, "Restricted cash", kBalance), "RestrictedCashAndCashEquivalents");
  EXPECT_EQ(element(checked, "Amortizable intangible assets, net", kBalance),
            "FiniteLivedIntangibleAssetsNet");
  EXPECT_EQ(element(checked, "Other indefinite-lived intangible assets", kBalance),
            "IndefiniteLivedIntangibleAssetsExcludingGoodwill");
  EXPECT_EQ(element(checked, "Postretirement benefit obligations other than pensions", kBalance),
            "OtherPostretirementDefinedBenefitPlanLiabilitiesNoncurrent");
  EXPECT_EQ(element(checked, "Treasury stock, at cost", kBalance), "TreasuryStockCommonValue");
  EXPECT_EQ(element(statements("", ""), "Accounts payable", kBalance), "AccountsPayableCurrent");
}

TEST(Elements, PerShareAreOfContinuingOperationsWhereTheHeaderSaysSo) {
  const auto checked = statements(
      "Earnings per share from continuing operations\t\t\nBasic earnings per share\t1.40\t1.70\n"
      "Net earnings per share\t\t\nDiluted earnings per share\t1.30\t1.60\n",
      "");
  EXPECT_EQ(element(checked, "Basic earnings per share", kIncome),
            "IncomeLossFromContinuingOperationsPerBasicShare");
  EXPECT_EQ(element(checked, "Diluted earnings per share", kIncome), "EarningsPerShareDiluted");
}

TEST(Elements, AreThoseOfIfrsWhereTheFilerReportsUnderIt) {
  const auto checked = statements("", "",
                                  "These statements are prepared under International Financial Reporting "
                                  "Standards (IFRS) as issued by the "
                                  "board. IFRS differs from other rules.\n\n");
  EXPECT_EQ(element(checked, "Net sales", kIncome), "Revenue");
  EXPECT_EQ(element(checked, "Net income", kIncome), "ProfitLoss");
  EXPECT_EQ(element(checked, "Total equity", kBalance), "Equity");
  EXPECT_EQ(element(checked, "Total current assets", kBalance), "CurrentAssets");
}

TEST(Elements, OfAnAmountAreNotThoseOfItsPercentage) {
  const auto checked = statements("", "");
  const Row* sales = nullptr;
  for (const Table& table : checked.filing.tables) {
    for (const Row& row : table.rows) {
      if (row.label == "Net sales") sales = &row;
    }
  }
  ASSERT_NE(sales, nullptr);
  Figure figure;
  figure.unit.measure = Measure::money;
  EXPECT_EQ(sales->element_of(figure), sales->element);
  figure.unit.measure = Measure::percent;
  EXPECT_EQ(sales->element_of(figure), "");
  // "Convertible senior notes" among what dilutes is a number of shares, and no debt.
  figure.unit.measure = Measure::shares;
  EXPECT_EQ(sales->element_of(figure), "");
}

TEST(Elements, PropertyIsGrossAboveItsDepreciationAndNetBelow) {
  const auto checked = check_text(
      "CONSOLIDATED BALANCE SHEETS\n\n(In thousands)\n\n\tDecember 31,\t\n\t2023\t2024\n\tUS$\tUS$\n"
      "ASSETS\nTotal current assets\t30,000\t33,000\nProperty, plant and equipment\t50,000\t52,000\n"
      "Less accumulated depreciation\t(20,000)\t(21,000)\nTotal property, plant and "
      "equipment\t30,000\t31,000\n"
      "Total assets\t60,000\t64,000\nTotal current liabilities\t15,000\t14,000\n"
      "Total liabilities\t22,000\t21,000\nNonredeemable noncontrolling interest\t3,000\t4,000\n"
      "Total equity\t38,000\t43,000\nTotal liabilities and equity\t60,000\t64,000\n");
  EXPECT_EQ(element(checked, "Property, plant and equipment", kBalance), "PropertyPlantAndEquipmentGross");
  EXPECT_EQ(element(checked, "Total property, plant and equipment", kBalance),
            "PropertyPlantAndEquipmentNet");
  // Others share in this equity.
  EXPECT_EQ(element(checked, "Total equity", kBalance),
            "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest");
}

TEST(Elements, TheChangeInCashMayStandAboveWhatRatesDidToIt) {
  const auto flows = [](std::string_view end) {
    return check_text(
        "CONSOLIDATED STATEMENTS OF CASH FLOWS\n\n(In thousands)\n\n\tYear Ended December "
        "31,\t\n\t2023\t2024\n"
        "\tUS$\tUS$\nNet income\t14,400\t17,200\nOther current assets\t2,000\t2,100\n"
        "Net cash provided by operating activities\t16,400\t19,300\n"
        "Net cash used in investing activities\t(9,400)\t(10,400)\nCash dividends paid\t(8,600)\t(8,000)\n"
        "Net cash used in financing activities\t(8,600)\t(8,000)\n" +
        std::string(end));
  };
  const std::string change =
      "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecrease";
  const auto below = flows(
      "Change in cash and cash equivalents\t(1,600)\t900\n"
      "Effect of exchange rate changes on cash and cash equivalents\t100\t(50)\n"
      "Cash and cash equivalents at beginning of year\t10,600\t9,100\n"
      "Cash and cash equivalents at end of year\t9,100\t9,950\n");
  EXPECT_EQ(element(below, "Change in cash and cash equivalents", kCash),
            change + "ExcludingExchangeRateEffect");
  EXPECT_EQ(element(below, "Other current assets", kCash), "IncreaseDecreaseInOtherCurrentAssets");
  EXPECT_EQ(element(below, "Cash dividends paid", kCash), "PaymentsOfDividendsCommonStock");
  const auto above = flows(
      "Effect of exchange rate changes on cash and cash equivalents\t100\t(50)\n"
      "Change in cash and cash equivalents\t(1,500)\t850\n"
      "Cash and cash equivalents at beginning of year\t10,600\t9,100\n"
      "Cash and cash equivalents at end of year\t9,100\t9,950\n");
  EXPECT_EQ(element(above, "Change in cash and cash equivalents", kCash),
            change + "IncludingExchangeRateEffect");
}

TEST(Elements, WhatDilutesWhatDoesNotAndBoth) {
  const auto checked = statements(
      "Weighted average shares (in thousands):\nShares outstanding plus dilutive options\t5,200\t5,300\n"
      "Dilutive options\t200\t300\nAnti-dilutive shares excluded\t100\t150\n",
      "");
  EXPECT_EQ(element(checked, "Shares outstanding plus dilutive options", kIncome),
            "WeightedAverageNumberOfDilutedSharesOutstanding");
  EXPECT_EQ(element(checked, "Dilutive options", kIncome),
            "WeightedAverageNumberDilutedSharesOutstandingAdjustment");
  EXPECT_EQ(element(checked, "Anti-dilutive shares excluded", kIncome),
            "AntidilutiveSecuritiesExcludedFromComputationOfEarningsPerShareAmount");
}

}  // namespace
}  // namespace kcfin
