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

// Lines that no rule asks for, by their whole label in its normal form.
struct Line {
  TableKind kind;
  Part part;
  std::string_view label, element;
};

// Words that make a line what it is, wherever they stand in the label, and words that make it another.
struct Phrase {
  TableKind kind;
  Part part;
  std::string_view needs, none;  // parted by "+", by "|"
  std::string_view element;
};

namespace lines {
constexpr auto income = TableKind::income_statement, balance = TableKind::balance_sheet,
               cash = TableKind::cash_flow;

constexpr Line kLines[] = {
#define LINE(kind, part, label, element) {kind, Part::part, label, element},
#define PHRASE(kind, part, needs, none, element)
#include "statement/element_phrases.inc"
#undef LINE
#undef PHRASE
};

constexpr Phrase kPhrases[] = {
#define LINE(kind, part, label, element)
#define PHRASE(kind, part, needs, none, element) {kind, Part::part, needs, none, element},
#include "statement/element_phrases.inc"
#undef LINE
#undef PHRASE
};
}  // namespace lines

// Whether the words stand in the key, from the start of one of its words.
bool stands_in(std::string_view key, std::string_view words) {
  for (std::size_t at = key.find(words); at != std::string_view::npos; at = key.find(words, at + 1)) {
    if (at == 0 || key[at - 1] == ' ') return true;
  }
  return false;
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
  each_part(needs, '+', [&](std::string_view need) { all = all && stands_in(key, need); });
  return all;
}

bool has_any(std::string_view key, std::string_view none) {
  bool any = false;
  each_part(none, '|', [&](std::string_view word) { any = any || stands_in(key, word); });
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
  for (const Line& line : lines::kLines) {
    if (line.kind == kind && line.label == row.plain && standing.in(line.part)) return line.element;
  }
  const std::string_view key = label::folded(row.label).key;
  for (const Phrase& phrase : lines::kPhrases) {
    if (phrase.kind != kind || !standing.in(phrase.part)) continue;
    if (has_all(key, phrase.needs) && !has_any(key, phrase.none)) return phrase.element;
  }
  return {};
}

}  // namespace kcfin::statement
