// The elements of ifrs-full beside those of the catalogue, and how a filing tells under which rules it
// reports.
#include "statement/ifrs.h"

#include <algorithm>
#include <array>

#include "values/text.h"

namespace kcfin::statement {
namespace {

struct Counterpart {
  std::string_view us_gaap, ifrs;
};

// Sorted by the first.
constexpr std::array kCounterparts = {
    Counterpart{"AccountsPayableCurrent", "TradeAndOtherCurrentPayablesToTradeSuppliers"},
    Counterpart{"AccountsReceivableNetCurrent", "CurrentTradeReceivables"},
    Counterpart{"AccruedIncomeTaxesCurrent", "CurrentTaxLiabilitiesCurrent"},
    Counterpart{"AccumulatedOtherComprehensiveIncomeLossNetOfTax", "AccumulatedOtherComprehensiveIncome"},
    Counterpart{"AdditionalPaidInCapital", "SharePremium"},
    Counterpart{"Assets", "Assets"},
    Counterpart{"AssetsCurrent", "CurrentAssets"},
    Counterpart{"AssetsNoncurrent", "NoncurrentAssets"},
    Counterpart{"CashAndCashEquivalentsAtCarryingValue", "CashAndCashEquivalents"},
    Counterpart{"CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents", "CashAndCashEquivalents"},
    Counterpart{"CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecrease"
                "IncludingExchangeRateEffect",
                "IncreaseDecreaseInCashAndCashEquivalents"},
    Counterpart{"CommonStockValue", "IssuedCapital"},
    Counterpart{"ComprehensiveIncomeNetOfTax", "ComprehensiveIncomeAttributableToOwnersOfParent"},
    Counterpart{"ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest",
                "ComprehensiveIncomeAttributableToNoncontrollingInterests"},
    Counterpart{"ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest",
                "ComprehensiveIncome"},
    Counterpart{"CostOfRevenue", "CostOfSales"},
    Counterpart{"DeferredIncomeTaxAssetsNet", "DeferredTaxAssets"},
    Counterpart{"DeferredIncomeTaxLiabilitiesNet", "DeferredTaxLiabilities"},
    Counterpart{"DepreciationDepletionAndAmortization", "DepreciationAndAmortisationExpense"},
    Counterpart{"EarningsPerShareBasic", "BasicEarningsLossPerShare"},
    Counterpart{"EarningsPerShareBasicAndDiluted", "BasicAndDilutedEarningsLossPerShare"},
    Counterpart{"EarningsPerShareDiluted", "DilutedEarningsLossPerShare"},
    Counterpart{"EffectOfExchangeRateOnCashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents",
                "EffectOfExchangeRateChangesOnCashAndCashEquivalents"},
    Counterpart{"EquityMethodInvestments", "InvestmentAccountedForUsingEquityMethod"},
    Counterpart{"GeneralAndAdministrativeExpense", "AdministrativeExpense"},
    Counterpart{"Goodwill", "Goodwill"},
    Counterpart{"GrossProfit", "GrossProfit"},
    Counterpart{"IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest",
                "ProfitLossBeforeTax"},
    Counterpart{"IncomeLossFromContinuingOperationsIncludingPortionAttributableToNoncontrollingInterest",
                "ProfitLossFromContinuingOperations"},
    Counterpart{"IncomeLossFromDiscontinuedOperationsNetOfTax", "ProfitLossFromDiscontinuedOperations"},
    Counterpart{"IncomeLossFromEquityMethodInvestments",
                "ShareOfProfitLossOfAssociatesAndJointVenturesAccountedForUsingEquityMethod"},
    Counterpart{"IncomeTaxExpenseBenefit", "IncomeTaxExpenseContinuingOperations"},
    Counterpart{"IncomeTaxesPaidNet", "IncomeTaxesPaidRefundClassifiedAsOperatingActivities"},
    Counterpart{"IntangibleAssetsNetExcludingGoodwill", "IntangibleAssetsOtherThanGoodwill"},
    Counterpart{"IntangibleAssetsNetIncludingGoodwill", "IntangibleAssetsAndGoodwill"},
    Counterpart{"InterestExpense", "FinanceCosts"},
    Counterpart{"InterestPaidNet", "InterestPaidClassifiedAsOperatingActivities"},
    Counterpart{"InventoryNet", "Inventories"},
    Counterpart{"InvestmentIncomeInterest", "FinanceIncome"},
    Counterpart{"Liabilities", "Liabilities"},
    Counterpart{"LiabilitiesAndStockholdersEquity", "EquityAndLiabilities"},
    Counterpart{"LiabilitiesCurrent", "CurrentLiabilities"},
    Counterpart{"LiabilitiesNoncurrent", "NoncurrentLiabilities"},
    Counterpart{"LongTermDebtNoncurrent", "LongtermBorrowings"},
    Counterpart{"MinorityInterest", "NoncontrollingInterests"},
    Counterpart{"NetCashProvidedByUsedInFinancingActivities", "CashFlowsFromUsedInFinancingActivities"},
    Counterpart{"NetCashProvidedByUsedInInvestingActivities", "CashFlowsFromUsedInInvestingActivities"},
    Counterpart{"NetCashProvidedByUsedInOperatingActivities", "CashFlowsFromUsedInOperatingActivities"},
    Counterpart{"NetIncomeLoss", "ProfitLossAttributableToOwnersOfParent"},
    Counterpart{"NetIncomeLossAttributableToNoncontrollingInterest",
                "ProfitLossAttributableToNoncontrollingInterests"},
    Counterpart{"OperatingIncomeLoss", "ProfitLossFromOperatingActivities"},
    Counterpart{"OtherComprehensiveIncomeLossNetOfTax", "OtherComprehensiveIncome"},
    Counterpart{"PaymentsOfDividends", "DividendsPaidClassifiedAsFinancingActivities"},
    Counterpart{"PaymentsToAcquirePropertyPlantAndEquipment",
                "PurchaseOfPropertyPlantAndEquipmentClassifiedAsInvestingActivities"},
    Counterpart{"ProfitLoss", "ProfitLoss"},
    Counterpart{"PropertyPlantAndEquipmentNet", "PropertyPlantAndEquipment"},
    Counterpart{"ResearchAndDevelopmentExpense", "ResearchAndDevelopmentExpense"},
    Counterpart{"RetainedEarningsAccumulatedDeficit", "RetainedEarnings"},
    Counterpart{"Revenues", "Revenue"},
    Counterpart{"SellingAndMarketingExpense", "SalesAndMarketingExpense"},
    Counterpart{"SellingGeneralAndAdministrativeExpense", "SellingGeneralAndAdministrativeExpense"},
    Counterpart{"ShareBasedCompensation", "AdjustmentsForSharebasedPayments"},
    Counterpart{"ShortTermBorrowings", "ShorttermBorrowings"},
    Counterpart{"StockholdersEquity", "EquityAttributableToOwnersOfParent"},
    Counterpart{"StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest", "Equity"},
    Counterpart{"TreasuryStockValue", "TreasuryShares"},
    Counterpart{"WeightedAverageNumberOfDilutedSharesOutstanding", "AdjustedWeightedAverageShares"},
    Counterpart{"WeightedAverageNumberOfSharesOutstandingBasic", "WeightedAverageShares"},
};

constexpr bool before(const Counterpart& entry, std::string_view name) { return entry.us_gaap < name; }
static_assert(std::is_sorted(kCounterparts.begin(), kCounterparts.end(),
                             [](const Counterpart& a, const Counterpart& b) {
                               return a.us_gaap < b.us_gaap;
                             }));

int count(std::string_view text, std::string_view words) {
  int found = 0;
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1))
    ++found;
  return found;
}

}  // namespace

bool reports_under_ifrs(const Document& document) {
  constexpr int kOften = 2;
  int ifrs = 0, us_gaap = 0;
  for (const Paragraph& paragraph : document.paragraphs) {
    const std::string_view text = paragraph.text;
    const int named = count(text, "IFRS");
    if (named > 0) ifrs += named - count(text, "non-IFRS") - count(text, "Non-IFRS");
    ifrs += count(text, "International Financial Reporting Standard");
  }
  for (std::size_t i = 0; ifrs >= kOften && i < document.paragraphs.size(); ++i) {
    const std::string_view text = document.paragraphs[i].text;
    us_gaap += count(text, "U.S. GAAP") + count(text, "US GAAP") + count(text, "FASB") +
               count(text, "generally accepted in the United States");
  }
  return ifrs >= kOften && ifrs > us_gaap;
}

std::string_view ifrs_element(std::string_view concept_name) {
  const auto found = std::lower_bound(kCounterparts.begin(), kCounterparts.end(), concept_name, before);
  return found == kCounterparts.end() || found->us_gaap != concept_name ? std::string_view{} : found->ifrs;
}

}  // namespace kcfin::statement
