// Wordings by the normal form of a label, the commonest element first. Nothing here is asked for by a rule.
#include "statement/element_wording.h"

#include <algorithm>
#include <array>

#include "statement/label_words.h"
#include "values/text.h"

namespace kcfin::statement {
namespace {

// The commoner element for a wording of a line.
struct Wording {
  std::string_view concept_name;
  TableKind kind;           // other: in any table
  std::string_view words;   // in the normal form of the label; empty: any label
  std::string_view others;  // words that must not stand there; empty: none
  std::string_view element;
  Date since;  // the first report date of the taxonomy that has it so
};

constexpr Date kContracts{2018, 1, 1}, kNonoperating{2024, 7, 1}, kAlways{1, 1, 1};
constexpr std::string_view kFromContracts = "RevenueFromContractWithCustomerExcludingAssessedTax";

constexpr std::array kWordings = {
    Wording{"Revenues", TableKind::other, "sale", "", kFromContracts, kContracts},
    Wording{"Revenues", TableKind::other, "net revenue", "", "Revenues", kContracts},
    Wording{"Revenues", TableKind::other, "net operating revenue", "", "Revenues", kContracts},
    Wording{"Revenues", TableKind::other, "revenue", "total", kFromContracts, kContracts},
    Wording{"CostOfRevenue", TableKind::other, "sale", "", "CostOfGoodsAndServicesSold", kContracts},
    Wording{"CostOfRevenue", TableKind::other, "sold", "", "CostOfGoodsAndServicesSold", kContracts},
    Wording{"DepreciationDepletionAndAmortization", TableKind::income_statement, "", "depletion",
            "DepreciationAndAmortization", kAlways},
    Wording{"InterestExpense", TableKind::income_statement, "", "", "InterestExpenseNonoperating",
            kNonoperating},
    Wording{"InterestIncomeExpenseNet", TableKind::income_statement, "expense", "",
            "InterestIncomeExpenseNonoperatingNet", kAlways},
    Wording{"IncreaseDecreaseInOtherOperatingAssets", TableKind::cash_flow, "current", "",
            "IncreaseDecreaseInOtherCurrentAssets", kAlways},
    Wording{"PaymentsOfDividends", TableKind::cash_flow, "cash dividend", "",
            "PaymentsOfDividendsCommonStock", kAlways},
    Wording{"RepaymentsOfDebt", TableKind::cash_flow, "of debt", "", "RepaymentsOfLongTermDebt", kAlways},
    Wording{"TreasuryStockValue", TableKind::balance_sheet, "common", "", "TreasuryStockCommonValue",
            kContracts},
    Wording{"TreasuryStockValue", TableKind::balance_sheet, "cost", "", "TreasuryStockCommonValue",
            kContracts},
    Wording{"ProceedsFromSaleMaturityAndCollectionsOfShorttermInvestments", TableKind::cash_flow, "maturity",
            "sale", "ProceedsFromMaturitiesPrepaymentsAndCallsOfShorttermInvestments", kAlways},
    Wording{"ProceedsFromSaleMaturityAndCollectionsOfShorttermInvestments", TableKind::cash_flow, "sale",
            "maturity", "ProceedsFromSaleOfShortTermInvestments", kAlways},
    Wording{"AccountsPayableAndOtherAccruedLiabilitiesCurrent", TableKind::balance_sheet, "accrued", "",
            "AccountsPayableAndAccruedLiabilitiesCurrent", kAlways},
    Wording{"IncomeTaxesPaidNet", TableKind::cash_flow, "cash paid", "net", "IncomeTaxesPaid", kAlways},
    Wording{"NetIncomeLossAttributableToRedeemableNoncontrollingInterest", TableKind::income_statement,
            "noncontrolling interest and redeemable", "", "NetIncomeLossAttributableToNoncontrollingInterest",
            kAlways},
    Wording{"CommonStockValue", TableKind::balance_sheet, "paid in capital", "",
            "AdditionalPaidInCapitalCommonStock", kAlways},
    Wording{"IncreaseDecreaseInAccruedLiabilitiesAndOtherOperatingLiabilities", TableKind::cash_flow,
            "other liability", "", "IncreaseDecreaseInAccruedLiabilities", kAlways},
};

// Lines that no rule asks for, by the normal form of their labels.
struct Line {
  TableKind kind;
  std::string_view label, element;
};
constexpr std::array kLines = {
    Line{TableKind::balance_sheet, "commitment and contingency", "CommitmentsAndContingencies"},
    Line{TableKind::balance_sheet, "contingency", "CommitmentsAndContingencies"},
    Line{TableKind::balance_sheet, "commitment and contingent liability", "CommitmentsAndContingencies"},
    Line{TableKind::balance_sheet, "contingency and commitment", "CommitmentsAndContingencies"},
    Line{TableKind::balance_sheet, "accrued compensation", "EmployeeRelatedLiabilitiesCurrent"},
    Line{TableKind::balance_sheet, "accrued compensation and benefit", "EmployeeRelatedLiabilitiesCurrent"},
    Line{TableKind::balance_sheet, "accrued salary and related expense", "EmployeeRelatedLiabilitiesCurrent"},
    Line{TableKind::balance_sheet, "accrued income tax", "AccruedIncomeTaxesCurrent"},
    Line{TableKind::balance_sheet, "accumulated depreciation",
         "AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment"},
    Line{TableKind::balance_sheet, "accumulated depreciation and amortization",
         "AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment"},
    Line{TableKind::balance_sheet, "capital in excess of par value", "AdditionalPaidInCapitalCommonStock"},
    Line{TableKind::balance_sheet, "cash and equivalent", "CashAndCashEquivalentsAtCarryingValue"},
    Line{TableKind::balance_sheet, "deferred revenue net of current portion",
         "ContractWithCustomerLiabilityNoncurrent"},
    Line{TableKind::balance_sheet, "net property and equipment", "PropertyPlantAndEquipmentNet"},
    Line{TableKind::balance_sheet, "net property plant and equipment", "PropertyPlantAndEquipmentNet"},
    Line{TableKind::balance_sheet, "prepaid expense and other", "PrepaidExpenseAndOtherAssetsCurrent"},
    Line{TableKind::balance_sheet, "property plant and equipment at cost", "PropertyPlantAndEquipmentGross"},
    Line{TableKind::balance_sheet, "total property plant and equipment", "PropertyPlantAndEquipmentGross"},
    Line{TableKind::balance_sheet, "receivable net", "ReceivablesNetCurrent"},
    Line{TableKind::balance_sheet, "raw material", "InventoryRawMaterialsNetOfReserves"},
    Line{TableKind::cash_flow, "addition to property plant and equipment",
         "PaymentsToAcquirePropertyPlantAndEquipment"},
    Line{TableKind::cash_flow, "addition to property and equipment",
         "PaymentsToAcquirePropertyPlantAndEquipment"},
    Line{TableKind::cash_flow, "proceed from issuance of long term debt",
         "ProceedsFromIssuanceOfLongTermDebt"},
    Line{TableKind::cash_flow, "issuance of long term debt", "ProceedsFromIssuanceOfLongTermDebt"},
    Line{TableKind::cash_flow, "purchase of marketable security", "PaymentsToAcquireMarketableSecurities"},
    Line{TableKind::cash_flow, "receivable", "IncreaseDecreaseInReceivables"},
    Line{TableKind::cash_flow, "receivable net", "IncreaseDecreaseInReceivables"},
    Line{TableKind::cash_flow, "unearned revenue", "IncreaseDecreaseInContractWithCustomerLiability"},
    Line{TableKind::cash_flow, "stock compensation", "ShareBasedCompensation"},
    Line{TableKind::cash_flow, "stock based compensation", "ShareBasedCompensation"},
    Line{TableKind::cash_flow, "other noncash item", "OtherNoncashIncomeExpense"},
    Line{TableKind::cash_flow, "other noncash item net", "OtherNoncashIncomeExpense"},
    // Banks and insurers.
    Line{TableKind::income_statement, "total interest income", "InterestAndDividendIncomeOperating"},
    Line{TableKind::income_statement, "total interest and dividend income",
         "InterestAndDividendIncomeOperating"},
    Line{TableKind::income_statement, "total interest expense", "InterestExpense"},
    Line{TableKind::income_statement, "total noninterest income", "NoninterestIncome"},
    Line{TableKind::income_statement, "noninterest income", "NoninterestIncome"},
    Line{TableKind::income_statement, "total noninterest expense", "NoninterestExpense"},
    Line{TableKind::income_statement, "noninterest expense", "NoninterestExpense"},
    Line{TableKind::income_statement, "provision for loan loss", "ProvisionForLoanAndLeaseLosses"},
    Line{TableKind::income_statement, "premium", "PremiumsEarnedNet"},
    Line{TableKind::income_statement, "premium earned", "PremiumsEarnedNet"},
    Line{TableKind::income_statement, "net premium earned", "PremiumsEarnedNet"},
    Line{TableKind::income_statement, "medical cost", "PolicyholderBenefitsAndClaimsIncurredNet"},
    Line{TableKind::income_statement, "benefit and claim", "PolicyholderBenefitsAndClaimsIncurredNet"},
    Line{TableKind::income_statement, "policyholder benefit and claim",
         "PolicyholderBenefitsAndClaimsIncurredNet"},
    Line{TableKind::balance_sheet, "total deposit", "Deposits"},
    Line{TableKind::income_statement, "restructuring", "RestructuringCharges"},
    Line{TableKind::income_statement, "dividend declared per common share",
         "CommonStockDividendsPerShareDeclared"},
    Line{TableKind::income_statement, "cash dividend declared per common share",
         "CommonStockDividendsPerShareDeclared"},
    Line{TableKind::income_statement, "dividend declared per share", "CommonStockDividendsPerShareDeclared"},
    Line{TableKind::income_statement, "cash dividend declared per share",
         "CommonStockDividendsPerShareDeclared"},
};

// Words that make a line what it is, wherever they stand in the label, and words that make it another.
struct Phrase {
  TableKind kind;
  Part part;
  std::string_view needs, none;  // parted by "+", by "|"
  std::string_view element;
};

constexpr auto kIn = TableKind::income_statement, kBal = TableKind::balance_sheet,
               kCash = TableKind::cash_flow;

constexpr std::array kPhrases = {
    // Cash flows: operating.
    Phrase{kCash, Part::any, "cash provided+operation+continuing operation",
           "adjust|reconcile|change|before|discontinued|investing|financing",
           "NetCashProvidedByUsedInOperatingActivitiesContinuingOperations"},
    Phrase{kCash, Part::any, "cash provided+operation+discontinued operation",
           "adjust|reconcile|change|before|investing|financing",
           "CashProvidedByUsedInOperatingActivitiesDiscontinuedOperations"},
    Phrase{kCash, Part::any, "cash provided+operation", "adjust|reconcile|change|before",
           "NetCashProvidedByUsedInOperatingActivities"},
    Phrase{kCash, Part::any, "change+deferred income tax", "", "IncreaseDecreaseInDeferredIncomeTaxes"},
    Phrase{kCash, Part::any, "provision+deferred income tax", "", "DeferredIncomeTaxExpenseBenefit"},
    Phrase{kCash, Part::any, "foreign currency adjustment", "",
           "ForeignCurrencyTransactionGainLossUnrealized"},
    Phrase{kCash, Part::any, "inventory", "write|provision|obsolescence|impairment|step|noncash|purchase",
           "IncreaseDecreaseInInventories"},
    Phrase{kCash, Part::any, "lease+exchange", "finance",
           "RightOfUseAssetObtainedInExchangeForOperatingLeaseLiability"},
    Phrase{kCash, Part::any, "cash paid+interest", "", "InterestPaidNet"},
    Phrase{kCash, Part::any, "cash paid+income tax", "", "IncomeTaxesPaid"},
    Phrase{kCash, Part::any, "depreciation+amortization", "debt|discount|premium|issuance|land|impairment",
           "DepreciationDepletionAndAmortization"},
    Phrase{kCash, Part::any, "change+account payable+accrued", "",
           "IncreaseDecreaseInAccountsPayableAndAccruedLiabilities"},
    Phrase{kCash, Part::any, "change+income tax payable", "deferred",
           "IncreaseDecreaseInAccruedIncomeTaxesPayable"},
    Phrase{kCash, Part::any, "change+receivable", "account|note|trade|other|financ|related|tax",
           "IncreaseDecreaseInReceivables"},
    Phrase{kCash, Part::any, "other operating activity", "", "IncreaseDecreaseInOtherOperatingCapitalNet"},
    // Investing.
    Phrase{kCash, Part::any, "acquisition+cash+acquired", "noncontrolling|noncash",
           "PaymentsToAcquireBusinessesNetOfCashAcquired"},
    Phrase{kCash, Part::any, "sale+maturity+marketable security", "",
           "ProceedsFromSaleAndMaturityOfMarketableSecurities"},
    Phrase{kCash, Part::any, "proceed+maturity+available sale",
           "sale and|and sale|sale maturity|maturity sale",
           "ProceedsFromMaturitiesPrepaymentsAndCallsOfAvailableForSaleSecurities"},
    Phrase{kCash, Part::any, "proceed+sale+available sale", "maturity",
           "ProceedsFromSaleOfAvailableForSaleSecuritiesDebt"},
    Phrase{kCash, Part::any, "purchase+available sale", "",
           "PaymentsToAcquireAvailableForSaleSecuritiesDebt"},
    Phrase{kCash, Part::any, "sale property", "purchase|income|lease",
           "ProceedsFromSaleOfPropertyPlantAndEquipment"},
    Phrase{kCash, Part::any, "disposition property", "income", "ProceedsFromSaleOfPropertyPlantAndEquipment"},
    Phrase{kCash, Part::any, "other investing activity", "",
           "PaymentsForProceedsFromOtherInvestingActivities"},
    // Financing.
    Phrase{kCash, Part::any, "tax+withh", "", "PaymentsRelatedToTaxWithholdingForShareBasedCompensation"},
    Phrase{kCash, Part::any, "tax paid+net share settlement", "",
           "PaymentsRelatedToTaxWithholdingForShareBasedCompensation"},
    Phrase{kCash, Part::any, "repurchase+share",
           "tax|unpaid|accrued|proceed|preferred|noncontrolling|payable",
           "PaymentsForRepurchaseOfCommonStock"},
    Phrase{kCash, Part::any, "purchase+treasury", "tax|unpaid|accrued|proceed",
           "PaymentsForRepurchaseOfCommonStock"},
    Phrase{kCash, Part::any, "common share dividend", "declared|payable", "PaymentsOfDividendsCommonStock"},
    Phrase{kCash, Part::any, "dividend+common", "declared|payable|received|per",
           "PaymentsOfDividendsCommonStock"},
    Phrase{kCash, Part::any, "proceed+maturity+security", "sale",
           "ProceedsFromMaturitiesPrepaymentsAndCallsOfAvailableForSaleSecurities"},
    Phrase{kCash, Part::any, "maturity+marketable security", "sale",
           "ProceedsFromMaturitiesPrepaymentsAndCallsOfAvailableForSaleSecurities"},
    Phrase{kCash, Part::any, "proceed+maturity+investment", "sale|short term",
           "ProceedsFromMaturitiesPrepaymentsAndCallsOfAvailableForSaleSecurities"},
    Phrase{kCash, Part::any, "sale+marketable security", "maturity|purchase|income",
           "ProceedsFromSaleOfAvailableForSaleSecuritiesDebt"},
    Phrase{kCash, Part::any, "proceed+exercise+share option", "", "ProceedsFromStockOptionsExercised"},
    Phrase{kCash, Part::any, "cash dividend", "received|noncontrolling|affiliate|per|declared|payable",
           "PaymentsOfDividendsCommonStock"},
    Phrase{kCash, Part::any, "proceed+share option", "", "ProceedsFromStockOptionsExercised"},
    Phrase{kCash, Part::any, "proceed+sale common share", "", "ProceedsFromIssuanceOfCommonStock"},
    Phrase{kCash, Part::any, "issuance common share", "cost|payable|noncash|exercise|plan|conversion|note",
           "ProceedsFromIssuanceOfCommonStock"},
    Phrase{kCash, Part::any, "commercial paper+net", "", "ProceedsFromRepaymentsOfCommercialPaper"},
    Phrase{kCash, Part::any, "short term borrowing+net", "days|maturit",
           "ProceedsFromRepaymentsOfShortTermDebt"},
    Phrase{kCash, Part::any, "short term debt+net", "days|maturit", "ProceedsFromRepaymentsOfShortTermDebt"},
    Phrase{kCash, Part::any, "issuance debt", "cost|long term|convertible", "ProceedsFromIssuanceOfDebt"},
    Phrase{kCash, Part::any, "reduction long term debt", "", "RepaymentsOfLongTermDebt"},
    Phrase{kCash, Part::any, "repayment term debt", "", "RepaymentsOfLongTermDebt"},
    Phrase{kCash, Part::any, "principal+finance lease", "", "FinanceLeasePrincipalPayments"},
    Phrase{kCash, Part::any, "other financing activity", "",
           "ProceedsFromPaymentsForOtherFinancingActivities"},
    // Income.
    Phrase{kIn, Part::any, "advertising+marketing", "", "MarketingAndAdvertisingExpense"},
    Phrase{kIn, Part::any, "administrative+selling", "", "SellingGeneralAndAdministrativeExpense"},
    Phrase{kIn, Part::any, "administrative+marketing", "", "SellingGeneralAndAdministrativeExpense"},
    Phrase{kIn, Part::any, "equity+income+investee", "before|tax net|noncontrolling",
           "IncomeLossFromEquityMethodInvestments"},
    Phrase{kIn, Part::any, "equity+income+affiliate", "before|noncontrolling",
           "IncomeLossFromEquityMethodInvestments"},
    Phrase{kIn, Part::any, "equity+income+unconsolidated", "before", "IncomeLossFromEquityMethodInvestments"},
    Phrase{kIn, Part::any, "equity method", "before", "IncomeLossFromEquityMethodInvestments"},
    Phrase{kIn, Part::any, "interest other", "before|total|income|charge", "NonoperatingIncomeExpense"},
    Phrase{kIn, Part::any, "total cost+deduction", "", "CostsAndExpenses"},
    Phrase{kIn, Part::any, "income before provision tax income", "",
           "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest"},
    Phrase{kIn, Part::any, "provision tax income", "before", "IncomeTaxExpenseBenefit"},
    Phrase{kIn, Part::any, "income tax+continuing operation", "before|net", "IncomeTaxExpenseBenefit"},
    Phrase{kIn, Part::any, "sale customer", "", kFromContracts},
    Phrase{kIn, Part::any, "net income attributable",
           "noncontrolling|redeemable|preferred|continuing|discontinued|participating|share|comprehensive|"
           "common",
           "NetIncomeLoss"},
    // Balance sheet.
    Phrase{kBal, Part::any, "treasury+cost", "common", "TreasuryStockValue"},
    Phrase{kBal, Part::any, "common share+treasury", "", "TreasuryStockCommonValue"},
    Phrase{kBal, Part::any, "treasury+share", "", "TreasuryStockValue"},
    Phrase{kBal, Part::assets, "inventory", "noncurrent|long term|advance|prepaid|deposit|other",
           "InventoryNet"},
    Phrase{kBal, Part::assets, "account receivable", "noncurrent|long term|note|loan|financ|unbilled|related",
           "AccountsReceivableNetCurrent"},
    Phrase{kBal, Part::assets, "trade+receivable", "noncurrent|long term|note|loan|financ|unbilled|related",
           "AccountsReceivableNetCurrent"},
    Phrase{kBal, Part::assets, "property+net", "lease|intangible|sale|investment|real estate",
           "PropertyPlantAndEquipmentNet"},
    Phrase{kBal, Part::assets, "property+less accumulated", "lease|sale|investment",
           "PropertyPlantAndEquipmentNet"},
    Phrase{kBal, Part::assets, "amortizable+intangible", "", "FiniteLivedIntangibleAssetsNet"},
    Phrase{kBal, Part::assets, "indefinite+lived+intangible", "goodwill",
           "IndefiniteLivedIntangibleAssetsExcludingGoodwill"},
    Phrase{kBal, Part::assets, "intangible", "goodwill|amortization of|held",
           "IntangibleAssetsNetExcludingGoodwill"},
    Phrase{kBal, Part::liabilities, "current+debt", "short term|noncurrent|lease|excluding|less",
           "LongTermDebtCurrent"},
    Phrase{kBal, Part::liabilities, "current+borrowing", "short term|noncurrent|lease|excluding|less",
           "LongTermDebtCurrent"},
    Phrase{kBal, Part::liabilities, "debt+within one year", "", "LongTermDebtCurrent"},
    Phrase{kBal, Part::liabilities, "accrued+compensation", "noncurrent|long term|deferred",
           "EmployeeRelatedLiabilitiesCurrent"},
    Phrase{kBal, Part::current, "operating lease", "asset|right|noncurrent|long term",
           "OperatingLeaseLiabilityCurrent"},
    Phrase{kBal, Part::noncurrent, "operating lease", "asset|right|current portion",
           "OperatingLeaseLiabilityNoncurrent"},
    Phrase{kBal, Part::liabilities, "tax payable+noncurrent", "deferred", "AccruedIncomeTaxesNoncurrent"},
    Phrase{kBal, Part::liabilities, "long term+tax", "deferred", "AccruedIncomeTaxesNoncurrent"},
    Phrase{kBal, Part::liabilities, "postretirement+other than pension", "current",
           "OtherPostretirementDefinedBenefitPlanLiabilitiesNoncurrent"},
    Phrase{kBal, Part::liabilities, "pension", "current|compensation",
           "PensionAndOtherPostretirementDefinedBenefitPlansLiabilitiesNoncurrent"},
    Phrase{kBal, Part::any, "share+additional paid", "treasury",
           "CommonStocksIncludingAdditionalPaidInCapital"},
    Phrase{kBal, Part::any, "capital excess", "", "AdditionalPaidInCapitalCommonStock"},
    Phrase{kBal, Part::liabilities, "retirement", "current|compensation|asset",
           "PensionAndOtherPostretirementDefinedBenefitPlansLiabilitiesNoncurrent"},
    Phrase{kBal, Part::assets, "property+at cost", "net|less", "PropertyPlantAndEquipmentGross"},
    Phrase{kBal, Part::any, "common share+par value", "treasury|preferred", "CommonStockValue"},
    Phrase{kBal, Part::any, "common share+without par", "treasury|preferred", "CommonStockValue"},
    Phrase{kBal, Part::any, "accumulated other comprehensive", "",
           "AccumulatedOtherComprehensiveIncomeLossNetOfTax"},
    Phrase{kBal, Part::any, "reinvested", "", "RetainedEarningsAccumulatedDeficit"},
    Phrase{kBal, Part::equity, "noncontrolling", "total|redeemable|before|excluding", "MinorityInterest"},
    Phrase{kBal, Part::noncurrent, "all other liability", "", "OtherLiabilitiesNoncurrent"},
    Phrase{kBal, Part::assets, "all other asset", "", "OtherAssetsNoncurrent"},
    Phrase{kBal, Part::liabilities, "all other current liability", "", "OtherLiabilitiesCurrent"},
};

bool stands(Part part, Standing standing) {
  if (part == Part::any) return true;
  if (part == Part::noncurrent)
    return standing.side == Part::liabilities && standing.term == Part::noncurrent;
  return part == standing.side || part == standing.term;
}

template <class Each>
void each_part(std::string_view list, char parted, Each each) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(parted), list.size());
    each(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

bool has_all(std::string_view key, std::string_view needs) {
  bool all = true;
  each_part(needs, '+', [&](std::string_view need) { all = all && has(key, need); });
  return all;
}

bool has_any(std::string_view key, std::string_view none) {
  bool any = false;
  each_part(none, '|', [&](std::string_view word) { any = any || has(key, word); });
  return any;
}

}  // namespace

std::string_view commoner_element(const Row& row, TableKind kind, Date report_end) {
  for (const Wording& wording : kWordings) {
    if (row.concept_name != wording.concept_name || report_end < wording.since) continue;
    if (wording.kind != TableKind::other && wording.kind != kind) continue;
    if (!has(row.plain, wording.words) || (!wording.others.empty() && has(row.plain, wording.others)))
      continue;
    return wording.element;
  }
  return {};
}

std::string_view element_by_words(const Row& row, TableKind kind, Standing standing) {
  for (const Line& line : kLines) {
    if (line.kind == kind && line.label == row.plain) return line.element;
  }
  const std::string_view key = label::folded(row.label).key;
  for (const Phrase& phrase : kPhrases) {
    if (phrase.kind != kind || !stands(phrase.part, standing)) continue;
    if (has_all(key, phrase.needs) && !has_any(key, phrase.none)) return phrase.element;
  }
  return {};
}

}  // namespace kcfin::statement
