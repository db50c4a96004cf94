// Labels as filings print them, and the concept that each names: every qualifier counts.
#include "statement/concept.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace kcfin {
namespace {

using Kind = TableKind;

struct Sample {
  Kind kind;
  const char* label;
  const char* name;  // "" where it must name nothing
  const char* header = "";
};

std::string named(const Sample& s) {
  std::vector<std::string> section;
  if (*s.header != '\0') section.emplace_back(s.header);
  const Concept* found = match_concept(s.label, s.kind, section);
  return found == nullptr ? "" : std::string(found->name);
}

void expect_all(std::initializer_list<Sample> samples) {
  for (const Sample& s : samples) EXPECT_EQ(named(s), s.name) << s.label << " under \"" << s.header << '"';
}

constexpr const char* kPretax =
    "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest";
constexpr const char* kTotalCash = "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents";
constexpr const char* kNetChange =
    "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRate"
    "Effect";
constexpr const char* kExchangeEffect =
    "EffectOfExchangeRateOnCashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents";
constexpr const char* kEquity = "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest";

TEST(Catalogue, HoldsTheStatementsConcepts) { EXPECT_GE(concepts().size(), 250U); }

TEST(Catalogue, FindsAConceptByItsName) {
  const Concept* found = find_concept("CostOfRevenue");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->nature, Nature::flow);
  EXPECT_EQ(found->side, Side::expense);
  EXPECT_TRUE(found->subtotal);
  EXPECT_FALSE(found->own_name());
  EXPECT_TRUE(find_concept("kcfin:AdjustedEBITDA")->own_name());
  EXPECT_EQ(find_concept("AdjustedEBITDA"), nullptr);
  EXPECT_EQ(find_concept(""), nullptr);
}

TEST(Catalogue, MatchesFromManyThreadsAtOnce) {
  std::vector<std::thread> threads;
  std::vector<int> hits(4, 0);
  for (std::size_t t = 0; t < hits.size(); ++t) {
    threads.emplace_back([&hits, t] {
      for (int i = 0; i < 200; ++i) hits[t] += match_concept("Total assets", Kind::balance_sheet) != nullptr;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(hits, (std::vector<int>{200, 200, 200, 200}));
}

TEST(MatchConcept, IncomeStatement) {
  expect_all({
      {Kind::income_statement, "Total net revenues(1)", "Revenues"},
      {Kind::income_statement, "Revenue", "Revenues"},
      {Kind::income_statement, "Cost of sales", "CostOfRevenue"},
      {Kind::income_statement, "Gross (loss) profit", "GrossProfit"},
      {Kind::income_statement, "Operating expenses: Selling and marketing expenses",
       "SellingAndMarketingExpense"},
      {Kind::income_statement, "Selling, general and administrative expenses",
       "SellingGeneralAndAdministrativeExpense"},
      {Kind::income_statement, "Fulfilment expenses", "kcfin:FulfillmentExpense"},
      {Kind::income_statement, "Total operating expenses, net", "OperatingExpenses"},
      {Kind::income_statement, "(Loss)/income from operations", "OperatingIncomeLoss"},
      {Kind::income_statement, "Operating (loss)/profit", "OperatingIncomeLoss"},
      {Kind::income_statement, "Finance costs", "InterestExpense"},
      {Kind::income_statement, "Foreign exchange gain (loss), net",
       "ForeignCurrencyTransactionGainLossBeforeTax"},
      {Kind::income_statement, "Other (expense) income, net", "OtherNonoperatingIncomeExpense"},
      {Kind::income_statement, "Total other income/(expenses), net", "NonoperatingIncomeExpense"},
      {Kind::income_statement, "Loss before income taxes", kPretax},
      {Kind::income_statement, "Profit before taxation", kPretax},
      {Kind::income_statement, "Income tax (expense) benefit", "IncomeTaxExpenseBenefit"},
      {Kind::income_statement, "Income tax benefit (expense)", "IncomeTaxExpenseBenefit"},
      {Kind::income_statement, "Income tax credit/(expense)", "IncomeTaxExpenseBenefit"},
      {Kind::income_statement, "(Provision for) benefit from income taxes", "IncomeTaxExpenseBenefit"},
      {Kind::income_statement, "Income taxes", "IncomeTaxExpenseBenefit"},
      {Kind::income_statement, "Share of results of equity method investees",
       "IncomeLossFromEquityMethodInvestments"},
      {Kind::income_statement, "Net loss from discontinued operations, net of tax",
       "IncomeLossFromDiscontinuedOperationsNetOfTax"},
      {Kind::income_statement, "Foreign currency translation adjustments, net of nil tax",
       "OtherComprehensiveIncomeLossForeignCurrencyTransactionAndTranslationAdjustmentNetOfTax"},
  });
}

TEST(MatchConcept, WhoseNetLossItIs) {
  expect_all({
      {Kind::income_statement, "Net loss", "ProfitLoss"},
      {Kind::income_statement, "Profit for the period", "ProfitLoss"},
      {Kind::income_statement, "Net loss attributable to Meridian Cloud Holdings Limited", "NetIncomeLoss"},
      {Kind::income_statement, "Net loss attributable to Meridian, Inc.’s shareholders", "NetIncomeLoss"},
      {Kind::income_statement, "Net income attributable to the Company's shareholders", "NetIncomeLoss"},
      {Kind::income_statement, "Profit for the year attributable to owners of the parent", "NetIncomeLoss"},
      {Kind::income_statement, "Net loss attributable to ordinary shareholders",
       "NetIncomeLossAvailableToCommonStockholdersBasic"},
      {Kind::income_statement, "Net loss attributable to ordinary shareholders of Meridian Inc.",
       "NetIncomeLossAvailableToCommonStockholdersBasic"},
      {Kind::income_statement, "Less: net income (loss) attributable to non-controlling interests",
       "NetIncomeLossAttributableToNoncontrollingInterest"},
      {Kind::income_statement, "Net loss attributable to redeemable non-controlling interests",
       "NetIncomeLossAttributableToRedeemableNoncontrollingInterest"},
      {Kind::income_statement, "Net income from continuing operations attributable to Meridian Inc.",
       "IncomeLossFromContinuingOperations"},
      {Kind::income_statement, "Comprehensive loss",
       "ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest"},
      {Kind::income_statement,
       "Comprehensive loss attributable to Meridian Cloud Holdings Limited shareholders",
       "ComprehensiveIncomeNetOfTax"},
      {Kind::income_statement, "Less: Comprehensive loss attributable to Non-controlling interests",
       "ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest"},
      {Kind::income_statement, "Owners of the Company", "NetIncomeLoss",
       "Profit for the period attributable to:"},
      {Kind::income_statement, "Non-controlling interests",
       "ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest",
       "Total comprehensive income attributable to:"},
      {Kind::income_statement, "Non-controlling interests", "", "Attributable to:"},
      {Kind::income_statement, "Net loss attributable to the cloud segment", ""},
      {Kind::income_statement, "Net loss attributable to preferred shareholders", ""},
  });
}

TEST(MatchConcept, PerShareAndNumbersOfShares) {
  expect_all({
      {Kind::income_statement, "Basic and diluted", "EarningsPerShareBasicAndDiluted", "Net loss per share:"},
      {Kind::income_statement, "- Basic (RMB)", "EarningsPerShareBasic", "Earnings per share for the period"},
      {Kind::income_statement, "Diluted", "kcfin:EarningsPerADSDiluted", "Net income per ADS"},
      {Kind::income_statement, "Basic and diluted", "WeightedAverageNumberOfShareOutstandingBasicAndDiluted",
       "Weighted average number of ordinary shares used in computing net loss per ordinary share"},
      {Kind::income_statement, "Basic and diluted", "WeightedAverageNumberOfShareOutstandingBasicAndDiluted",
       "Shares used in the net loss per share computation:"},
      {Kind::income_statement, "Diluted", "WeightedAverageNumberOfDilutedSharesOutstanding",
       "Weighted average number of Class A and Class B ordinary shares:"},
      {Kind::income_statement, "Basic", "kcfin:WeightedAverageNumberOfADSsBasic",
       "Weighted average number of ADSs used in computing net loss per ADS"},
      {Kind::income_statement, "Basic and diluted", "", "Revenues:"},
      {Kind::income_statement, "Net loss per share, basic", "EarningsPerShareBasic"},
      {Kind::income_statement, "Net loss per ADS, diluted", "kcfin:EarningsPerADSDiluted"},
      {Kind::non_gaap, "Basic and diluted", "kcfin:AdjustedEarningsPerADSBasicAndDiluted",
       "Non-GAAP net loss per ADS"},
      {Kind::income_statement, "Net loss per Class B share, basic", ""},
      {Kind::note, "Basic and diluted loss per share", "EarningsPerShareBasicAndDiluted", "Denominator:"},
      {Kind::note, "Weighted average number of ordinary shares outstanding – basic and diluted",
       "WeightedAverageNumberOfShareOutstandingBasicAndDiluted"},
  });
  EXPECT_EQ(find_concept("WeightedAverageNumberOfShareOutstandingBasicAndDiluted")->nature, Nature::average);
  EXPECT_EQ(find_concept("EarningsPerShareBasic")->nature, Nature::per_share);
}

TEST(MatchConcept, BalanceSheet) {
  expect_all({
      {Kind::balance_sheet, "Prepayments and other assets", "PrepaidExpenseAndOtherAssetsCurrent",
       "Current assets:"},
      {Kind::balance_sheet, "Prepayments and other assets", "PrepaidExpenseAndOtherAssetsNoncurrent",
       "Non-current assets:"},
      {Kind::balance_sheet, "Restricted cash", "RestrictedCashNoncurrent", "Non-current assets:"},
      {Kind::balance_sheet, "Trade and other receivables", "AccountsAndOtherReceivablesNetCurrent"},
      {Kind::balance_sheet, "Amounts due from related parties", "DueFromRelatedPartiesCurrent",
       "Current assets"},
      {Kind::balance_sheet, "Amounts due to related parties", "DueToRelatedPartiesCurrent",
       "Current liabilities"},
      {Kind::balance_sheet, "Long-term bank loans", "LongTermDebtCurrent", "Current liabilities"},
      {Kind::balance_sheet, "Long-term bank loans", "LongTermDebtNoncurrent", "Non-current liabilities"},
      {Kind::balance_sheet, "Ordinary shares (US$0.001 par value; 40,000,000,000 shares authorized)",
       "CommonStockValue"},
      {Kind::balance_sheet, "Ordinary shares, US$0.0001 par value, 500,000,000 shares authorized",
       "CommonStockValue"},
      {Kind::balance_sheet, "Shareholders' equity: Ordinary shares", "CommonStockValue"},
      {Kind::balance_sheet, "Total Meridian Cloud Holdings Limited shareholders’ equity",
       "StockholdersEquity"},
      {Kind::balance_sheet, "Total Meridian Limited shareholders’ (deficit) equity", "StockholdersEquity"},
      {Kind::balance_sheet, "Equity attributable to owners of the Company", "StockholdersEquity"},
      {Kind::balance_sheet, "Total (deficit) equity", kEquity},
      {Kind::balance_sheet, "Total shareholders' equity", kEquity},
      {Kind::balance_sheet, "Total mezzanine equity", "TemporaryEquityCarryingAmountAttributableToParent"},
      {Kind::balance_sheet, "Redeemable non-controlling interests",
       "RedeemableNoncontrollingInterestEquityCarryingAmount"},
      {Kind::balance_sheet, "Non-controlling interests", "MinorityInterest"},
      {Kind::balance_sheet, "Total liabilities, mezzanine equity and shareholders' deficit",
       "LiabilitiesAndStockholdersEquity"},
      {Kind::balance_sheet, "Total liabilities, non-controlling interests and shareholders' equity",
       "LiabilitiesAndStockholdersEquity"},
      {Kind::note, "Accounts receivable", "AccountsReceivableGrossCurrent"},
      {Kind::note, "Accounts receivable, net", "AccountsReceivableNetCurrent"},
  });
}

TEST(MatchConcept, CashFlow) {
  expect_all({
      {Kind::cash_flow, "Net cash (used in) generated from operating activities",
       "NetCashProvidedByUsedInOperatingActivities"},
      {Kind::cash_flow, "Net cash provided by/(used in) investing activities",
       "NetCashProvidedByUsedInInvestingActivities"},
      {Kind::cash_flow, "Net cash used in discontinued operating activities",
       "CashProvidedByUsedInOperatingActivitiesDiscontinuedOperations"},
      {Kind::cash_flow, "Accounts receivable", "IncreaseDecreaseInAccountsReceivable"},
      {Kind::cash_flow, "Decrease (increase) in inventories", "IncreaseDecreaseInInventories"},
      {Kind::cash_flow, "Purchases of property and equipment", "PaymentsToAcquirePropertyPlantAndEquipment"},
      {Kind::cash_flow, "Proceeds from short-term bank loans", "ProceedsFromShortTermDebt"},
      {Kind::cash_flow, "Repayment of long-term borrowings", "RepaymentsOfLongTermDebt"},
      {Kind::cash_flow, "Effect of exchange rate changes on cash, cash equivalents, and restricted cash",
       kExchangeEffect},
      {Kind::cash_flow, "Effect of foreign exchange rate changes, net", kExchangeEffect},
      {Kind::cash_flow, "Net (decrease) increase in cash and cash equivalents, and restricted cash",
       kNetChange},
      {Kind::cash_flow, "Net increase in cash", kNetChange},
      {Kind::cash_flow, "Cash, cash equivalents, and restricted cash at beginning of year", kTotalCash},
      {Kind::cash_flow, "Cash, cash equivalents and restricted cash, at end of the period", kTotalCash},
      {Kind::cash_flow, "Cash and cash equivalents at end of year", "CashAndCashEquivalentsAtCarryingValue"},
      {Kind::cash_flow, "Restricted cash", "RestrictedCashCurrent", "Reconciliation to the balance sheets:"},
  });
  EXPECT_EQ(find_concept(kTotalCash)->nature, Nature::instant);
  EXPECT_EQ(cash_point("Cash and cash equivalents at beginning of year"), CashPoint::opening);
  EXPECT_EQ(cash_point("Cash, cash equivalents and restricted cash at end of period"), CashPoint::closing);
  EXPECT_EQ(cash_point("Net increase in cash"), CashPoint::none);
  EXPECT_EQ(cash_point("Beginning balance"), CashPoint::none);
}

TEST(MatchConcept, NonGaapMeasures) {
  expect_all({
      {Kind::non_gaap, "Adjusted EBITDA (Non-GAAP Financial Measure)", "kcfin:AdjustedEBITDA"},
      {Kind::non_gaap, "Non-GAAP gross profit", "kcfin:AdjustedGrossProfit"},
      {Kind::non_gaap, "Gross profit (non-GAAP)", "kcfin:AdjustedGrossProfit"},
      {Kind::non_gaap, "GAAP gross profit", "GrossProfit"},
      {Kind::non_gaap, "Adjusted net loss margin", "kcfin:AdjustedNetMargin"},
      {Kind::non_gaap, "Non-GAAP net loss attributable to ordinary shareholders of Meridian Inc.",
       "kcfin:AdjustedNetIncomeAttributableToOrdinaryShareholders"},
      {Kind::non_gaap, "Excluding loss on disposal of property and equipment, normalized Adjusted EBITDA",
       "kcfin:NormalizedAdjustedEBITDA"},
      {Kind::non_gaap, "Adjustments: – Interest income", "InvestmentIncomeInterest"},
      {Kind::non_gaap, "Share-based compensation expenses (allocated in cost of revenues)",
       "kcfin:ShareBasedCompensationInCostOfRevenue"},
  });
}

TEST(MatchConcept, ANarrowColumnMayCutWords) {
  const auto name = [](std::string_view label, TableKind kind) {
    const Concept* found = match_concept(label, kind);
    return found == nullptr ? std::string_view() : found->name;
  };
  EXPECT_EQ(name("Total current liabilit\u2026", TableKind::balance_sheet), "LiabilitiesCurrent");
  EXPECT_EQ(name("Weighted average common shares outstandi\u2026 - diluted", TableKind::income_statement),
            "WeightedAverageNumberOfDilutedSharesOutstanding");
  // "Deprec" is enough, "Prop" is not.
  EXPECT_EQ(name("Deprec\u2026 and amortiz\u2026", TableKind::cash_flow),
            name("Depreciation and amortization", TableKind::cash_flow));
  EXPECT_EQ(name("Accumu\u2026 deficit", TableKind::balance_sheet),
            name("Accumulated deficit", TableKind::balance_sheet));
  EXPECT_EQ(name("Prop\u2026 and equipment, net", TableKind::balance_sheet), "");
  // In the headers above, too.
  expect_all({{Kind::income_statement, "Basic", "WeightedAverageNumberOfSharesOutstandingBasic",
               "Weighted average common shares outstandi\u2026"}});
}

TEST(MatchConcept, EveryQualifierCounts) {
  expect_all({
      {Kind::other, "gross profit", "GrossProfit"},
      {Kind::other, "gross profit of public cloud services", ""},
      {Kind::other, "revenues from public cloud services", ""},
      {Kind::other, "depreciation and amortization costs", ""},
      {Kind::other, "net cash", ""},
      {Kind::income_statement, "Others", ""},
      {Kind::income_statement, "Cost of revenues", "", "Share-based compensation was allocated as follows:"},
      {Kind::note, "Gross profit", "", "Games and related services"},
      {Kind::note, "Gross profit", "GrossProfit", "For the three months ended"},
      {Kind::note, "Gross unrealized loss (including impairment) on equity investments held", ""},
      {Kind::income_statement, "", ""},
      {Kind::income_statement, "(1)", ""},
      {Kind::income_statement, "Less:", ""},
      {Kind::income_statement, ": ", ""},
  });
  EXPECT_EQ(match_concept(std::string(5000, 'a'), Kind::other), nullptr);
}

TEST(NormalLabel, FoldsWhatDiffersInPrintOnly) {
  EXPECT_EQ(normal_label("Less: Non-controlling interests (unaudited)"), "noncontrolling interest");
  EXPECT_EQ(normal_label("– Noncontrolling Interest*"), "noncontrolling interest");
  EXPECT_EQ(normal_label("Adjusted EBITDA (Non-GAAP Financial Measure)"), "adjusted ebitda");
  EXPECT_EQ(normal_label("Accounts receivable, net (Note 3(b))"), "account receivable net");
  EXPECT_EQ(normal_label("Ageing of trade payables²"), "aging of trade payable");
  EXPECT_EQ(normal_label("Amortisation & fulfilment expenses"), "amortization and fulfillment expense");
  EXPECT_EQ(normal_label("Share-based compensation"), normal_label("Stock based compensation"));
  EXPECT_EQ(normal_label("Total revenues1"), "total revenue");
  EXPECT_EQ(normal_label("Advertising"), "advertising");
  EXPECT_EQ(normal_label("(1)"), "");
  EXPECT_EQ(normal_label("((("), "");
}

TEST(Labels, AnAbbreviationInParenthesesSaysNothingMore) {
  expect_all(
      {{Kind::income_statement, "Cost of revenue (COR)", "CostOfRevenue"},
       {Kind::income_statement, "Research and development (R&D)", "ResearchAndDevelopmentExpense"},
       {Kind::income_statement, "Other income (expense), net (OI&E)", "OtherNonoperatingIncomeExpense"},
       // Letters of other words are no abbreviation.
       {Kind::income_statement, "Cost of revenue (CSR)", ""},
       {Kind::income_statement, "Revenue (A)", "Revenues"}});
}

TEST(Labels, TaxesOnIncomeAreIncomeTaxes) {
  expect_all({{Kind::income_statement, "Provision for taxes on income", "IncomeTaxExpenseBenefit"},
              {Kind::income_statement, "Taxes on earnings", "IncomeTaxExpenseBenefit"},
              {Kind::income_statement, "Earnings before provision for taxes on income", kPretax},
              {Kind::balance_sheet, "Accrued taxes other than on income", ""}});
}

TEST(Labels, CashAndCashEquivalentsAreCash) {
  expect_all({{Kind::cash_flow, "Net cash and cash equivalents provided by operating activities",
               "NetCashProvidedByUsedInOperatingActivities"},
              {Kind::cash_flow, "Impact of exchange rates on cash and cash equivalents", kExchangeEffect},
              {Kind::cash_flow, "Foreign currency effect on cash, cash equivalents, and restricted cash",
               kExchangeEffect},
              {Kind::cash_flow, "Net increase in cash and cash equivalents during the year", kNetChange},
              {Kind::cash_flow, "Foreign currency effect on debt", ""}});
}

TEST(Labels, WhatIsRestrictedAtADateIsNotAllOfTheCash) {
  expect_all(
      {{Kind::cash_flow, "Cash and restricted cash at end of period", kTotalCash},
       {Kind::cash_flow, "Less: Restricted cash and restricted cash equivalents at end of period", ""}});
}

}  // namespace
}  // namespace kcfin
