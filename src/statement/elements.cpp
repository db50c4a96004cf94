// A concept is what a label means; the element is what filers call the line where it stands. Net income is
// ProfitLoss where others share in it and NetIncomeLoss where nobody does; a lease liability below the
// current ones is a noncurrent one; sales are revenue from contracts with customers since that standard is in
// force.
#include "statement/elements.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>

#include "statement/concept.h"
#include "statement/element_wording.h"
#include "statement/ifrs.h"
#include "statement/per_share_elements.h"
#include "statement/standing.h"
#include "values/text.h"

namespace kcfin::statement {
namespace {

constexpr std::string_view kProfit = "ProfitLoss";
constexpr std::string_view kWholeEquity =
    "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest";
constexpr std::string_view kCashOfAll =
    "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsIncludingDisposalGroupAndDiscontinued"
    "Operations";
constexpr std::string_view kCashChange =
    "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRate"
    "Effect";
constexpr std::string_view kCashChangeBeforeRates =
    "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseExcludingExchangeRate"
    "Effect";
constexpr Date kContracts{2018, 1, 1};  // revenue from contracts, restricted cash beside cash
constexpr std::string_view kPretax =
    "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest";

// Pairs of a balance sheet's lines, above and below the total of what is current.
struct Pair {
  std::string_view current, noncurrent;
};
constexpr std::array kPairs = {
    Pair{"OperatingLeaseLiabilityCurrent", "OperatingLeaseLiabilityNoncurrent"},
    Pair{"FinanceLeaseLiabilityCurrent", "FinanceLeaseLiabilityNoncurrent"},
    Pair{"AccruedIncomeTaxesCurrent", "AccruedIncomeTaxesNoncurrent"},
    Pair{"ContractWithCustomerLiabilityCurrent", "ContractWithCustomerLiabilityNoncurrent"},
    Pair{"MarketableSecuritiesCurrent", "MarketableSecuritiesNoncurrent"},
    Pair{"OtherLiabilitiesCurrent", "OtherLiabilitiesNoncurrent"},
    Pair{"DueToRelatedPartiesCurrent", "DueToRelatedPartiesNoncurrent"},
    Pair{"RestrictedCashCurrent", "RestrictedCashNoncurrent"},
};

bool has_amount(const Filing& filing, const Row& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [&](FigureId id) {
    return id != kNoFigure && filing.figures[id].usable() && !filing.figures[id].value->zero();
  });
}

bool is_statement(TableKind kind) {
  return kind == TableKind::income_statement || kind == TableKind::balance_sheet ||
         kind == TableKind::cash_flow;
}

bool of_others(const Row& row) {
  const std::string_view name = row.concept_name;
  return name == "MinorityInterest" || name == "NetIncomeLossAttributableToNoncontrollingInterest" ||
         name == "NetIncomeLossAttributableToRedeemableNoncontrollingInterest" ||
         name == "ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest" ||
         has(row.plain, "noncontrolling") || has(row.plain, "minority interest");
}

// Noncontrolling interests outside of equity; "nonredeemable" ones are in it.
bool redeemable(const Row& row) {
  return has(row.plain, "redeemable") && !has(row.plain, "nonredeemable") &&
         !has(row.plain, "non redeemable");
}

bool of_exchange_rates(const Row& row) { return has(row.concept_name, "EffectOfExchangeRateOnCash"); }

class Elements {
 public:
  explicit Elements(Filing& filing) : filing_(filing) {
    for (const Table& table : filing.tables) {
      if (is_statement(table.kind)) look_for_others(table);
    }
  }

  void run() {
    debt_with_leases_ = holds_leases_in_debt();
    for (Table& table : filing_.tables) name_rows(table);
  }

 private:
  // Whether others than the shareholders have a part of the income, of the equity.
  void look_for_others(const Table& table) {
    for (const Row& row : table.rows) {
      if (row.role == Role::header || row.concept_name == kWholeEquity || row.concept_name == kProfit ||
          !of_others(row) || !has_amount(filing_, row))
        continue;
      shared_income_ = true;
      if (table.kind == TableKind::balance_sheet && !redeemable(row)) shared_equity_ = true;
    }
  }

  // Whether the filer counts finance leases among its debt: a table lists both, or a line speaks of debt with
  // or without them; and the balance sheet has no line of theirs.
  [[nodiscard]] bool holds_leases_in_debt() const {
    const auto of_leases = [](const Row& row) {
      return has(row.plain, "finance lease") || has(row.plain, "capital lease");
    };
    const auto of_debt = [](const Row& row) { return has(row.plain, "debt") || has(row.plain, "borrowing"); };
    const auto any_of = [](const Table& table, const auto& is) {
      return std::any_of(table.rows.begin(), table.rows.end(),
                         [&](const Row& row) { return row.role != Role::header && is(row); });
    };
    bool found = false;
    for (const Table& table : filing_.tables) {
      if (table.kind == TableKind::balance_sheet && any_of(table, [&](const Row& row) {
            return of_leases(row) && !of_debt(row) && !has(row.plain, "asset");
          }))
        return false;
      if (found) continue;
      found = any_of(table, [&](const Row& row) { return of_leases(row) && of_debt(row); }) ||
              (!is_statement(table.kind) &&
               any_of(table, [&](const Row& row) { return of_leases(row) && !has(row.plain, "asset"); }) &&
               any_of(table, [&](const Row& row) {
                 return has(row.plain, "senior note") || has(row.plain, "total borrowing") ||
                        has(row.plain, "total debt") || has(row.plain, "debt issuance cost") ||
                        has(row.plain, "unamortized discount");
               }));
    }
    return found;
  }

  void name_rows(Table& table) {
    WayDown way(table);
    discontinued_ = table.kind == TableKind::cash_flow &&
                    std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
                      return has(row.plain, "discontinued operation") && has(row.plain, "activity") &&
                             has_amount(filing_, row);
                    });
    preferred_ = std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
      return (has(row.plain, "preferred") || has(row.plain, "accretion") ||
              has(row.plain, "participating")) &&
             has_amount(filing_, row);
    });
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      Row& row = table.rows[r];
      row.element = {};
      if (row.role == Role::header) continue;
      row.element = filing_.under_ifrs ? ifrs_element(row.concept_name) : element(table, r, way);
      if (row.element.empty() && !filing_.under_ifrs) row.element = of_its_header(table, r);
      if (debt_with_leases_ && table.kind == TableKind::balance_sheet) row.element = with_leases(row.element);
      way.pass(row);
    }
  }

  [[nodiscard]] std::string_view element(const Table& table, std::size_t r, const WayDown& way) const {
    const Row& row = table.rows[r];
    const std::string_view name = row.concept_name;
    if (const std::string_view found = element_by_measure(filing_, table, r); !found.empty()) return found;
    if (table.kind == TableKind::cash_flow) {
      if (const std::string_view found = beside_restricted_cash(table, r); !found.empty()) return found;
    }
    if (closes_with_restricted_cash(table, row))
      return discontinued_ ? kCashOfAll : "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents";
    if (discontinued_ &&
        name == "EffectOfExchangeRateOnCashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents")
      return "EffectOfExchangeRateOnCashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsIncluding"
             "DisposalGroupAndDiscontinuedOperations";
    if (name.empty())
      return net_of_depreciation(table, r, element_by_words(row, table.kind, way.standing(row)));
    return of_concept(table, r, way);
  }

  // Of a row with a concept: the name that the same line has in its place.
  [[nodiscard]] std::string_view of_concept(const Table& table, std::size_t r, const WayDown& way) const {
    const Row& row = table.rows[r];
    const std::string_view name = row.concept_name;
    if (name == "Revenues" && lower(row.label).starts_with("total revenue") &&
        !has(lower(row.label), "revenues") && !(filing_.report.end < kContracts))
      return "RevenueFromContractWithCustomerExcludingAssessedTax";
    if (name == kProfit) return shared_income_ ? name : "NetIncomeLoss";
    if (name == kWholeEquity)
      return shared_equity_ && !share_of_others_follows(table, r) ? name : "StockholdersEquity";
    if (name == "OperatingExpenses" && all_costs(table, r)) return "CostsAndExpenses";
    if (name == "NetIncomeLossAvailableToCommonStockholdersBasic")
      return preferred_ || !is_statement(table.kind) ? name : "NetIncomeLoss";
    if (name == kPretax && results_of_associates_follow(table, r))
      return "IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFrom"
             "EquityMethodInvestments";
    if (name == "OtherNonoperatingIncomeExpense" && all_below_operations(table, r))
      return "NonoperatingIncomeExpense";
    if (name == "kcfin:GrossMargin" && in_money(row)) return "GrossProfit";
    if (name == "PropertyPlantAndEquipmentNet" && before_depreciation(table, r))
      return "PropertyPlantAndEquipmentGross";
    if (name == kCashChange && rates_follow(table, r)) return kCashChangeBeforeRates;
    if (table.kind == TableKind::balance_sheet) {
      const std::string_view found = way.classified() ? by_term(row, way) : without_term(table, row);
      if (!found.empty()) return found;
    }
    if (const std::string_view found = commoner_element(row, table.kind, filing_.report.end); !found.empty())
      return found;
    return name.starts_with("kcfin:") ? std::string_view{} : name;
  }

  static std::string_view with_leases(std::string_view element) {
    if (element == "LongTermDebtNoncurrent") return "LongTermDebtAndCapitalLeaseObligations";
    if (element == "LongTermDebtCurrent") return "LongTermDebtAndCapitalLeaseObligationsCurrent";
    return element;
  }

  // The total of a section without a label of its own is what the section's header names.
  [[nodiscard]] std::string_view of_its_header(const Table& table, std::size_t r) const {
    const Row& row = table.rows[r];
    if (!row.label.empty() || r == 0 || !is_statement(table.kind) || !in_money(row)) return {};
    const std::vector<std::string>& above = table.rows[r - 1].section;
    if (above.empty() || table.rows[r - 1].role == Role::header) return {};
    // The header ends with its total or goes on behind it.
    const bool ends = above.size() == row.section.size() + 1;
    if (!ends && (above != row.section || row.role == Role::item)) return {};
    const Concept* named = match_concept(above.back(), table.kind, std::span(above).first(above.size() - 1));
    if (named == nullptr) return {};
    Row whole;
    whole.label = above.back();
    whole.plain = normal_label(whole.label);
    whole.concept_name = named->name;
    const std::string_view common = commoner_element(whole, table.kind, filing_.report.end);
    return !common.empty() ? common : named->name.starts_with("kcfin:") ? std::string_view{} : named->name;
  }

  // What is restricted, taken off the cash that the statement closes with, and what is left.
  [[nodiscard]] std::string_view beside_restricted_cash(const Table& table, std::size_t r) const {
    const auto taken_off = [&](const Row& row) {
      return row.less && row.plain.starts_with("restricted cash") && row.role != Role::header;
    };
    const Row& row = table.rows[r];
    if (taken_off(row))
      return has(row.plain, "equivalent") ? "RestrictedCashAndCashEquivalents" : "RestrictedCash";
    const bool left = r > 0 && taken_off(table.rows[r - 1]) && cash_point(row.label) == CashPoint::closing;
    return left ? "CashAndCashEquivalentsAtCarryingValue" : std::string_view{};
  }

  // The cash that a cash flow statement opens and closes with holds restricted cash since 2018.
  [[nodiscard]] bool closes_with_restricted_cash(const Table& table, const Row& row) const {
    if (table.kind != TableKind::cash_flow || cash_point(row.label) == CashPoint::none ||
        filing_.report.end < kContracts)
      return false;
    return row.concept_name == "CashAndCashEquivalentsAtCarryingValue" ||
           row.concept_name == "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents" ||
           (row.concept_name.empty() && has(row.plain, "restricted cash") &&
            has(row.plain, "cash equivalent") && !row.plain.starts_with("restricted") &&
            !has(row.plain, "discontinued"));
  }

  [[nodiscard]] bool in_money(const Row& row) const {
    return std::any_of(row.cells.begin(), row.cells.end(), [&](FigureId id) {
      return id != kNoFigure && filing_.figures[id].unit.measure == Measure::money;
    });
  }

  // Below the total of what is current stands what is not, whatever the label leaves out.
  [[nodiscard]] static std::string_view by_term(const Row& row, const WayDown& way) {
    const bool said =
        has(row.plain, "current") || has(row.plain, "long term") || has(row.plain, "short term");
    for (const Pair& pair : kPairs) {
      if (row.concept_name == pair.current && way.current_done() && !said) return pair.noncurrent;
      if (row.concept_name == pair.noncurrent && !way.current_done() && !said) return pair.current;
    }
    if (row.concept_name == "AccruedLiabilitiesAndOtherLiabilities" && !way.current_done())
      return "AccruedLiabilitiesCurrent";
    return {};
  }

  // A whole balance sheet that does not part what is current, as those of lenders: nothing in it is called
  // so.
  [[nodiscard]] static std::string_view without_term(const Table& table, const Row& row) {
    const bool whole = std::any_of(table.rows.begin(), table.rows.end(),
                                   [](const Row& other) { return other.concept_name == "Assets"; });
    if (!whole || has(row.plain, "current")) return {};
    if (row.concept_name == "AccountsPayableCurrent") return "AccountsPayableCurrentAndNoncurrent";
    if (row.concept_name == "RestrictedCashCurrent") return "RestrictedCashAndCashEquivalents";
    return {};
  }

  // "Property, plant and equipment" over "Less accumulated depreciation".
  [[nodiscard]] static bool before_depreciation(const Table& table, std::size_t r) {
    return !has(table.rows[r].plain, "net") && r + 1 < table.rows.size() &&
           of_depreciation(table.rows[r + 1]);
  }
  // The total below it.
  static std::string_view net_of_depreciation(const Table& table, std::size_t r, std::string_view element) {
    const bool below = r > 0 && of_depreciation(table.rows[r - 1]);
    return element == "PropertyPlantAndEquipmentGross" && below ? "PropertyPlantAndEquipmentNet" : element;
  }
  static bool of_depreciation(const Row& row) {
    return has(row.plain, "accumulated depreciation") && row.role != Role::header;
  }

  // The change in cash above what exchange rates did to it, which then is no part of it.
  [[nodiscard]] static bool rates_follow(const Table& table, std::size_t r) {
    const bool above = std::any_of(table.rows.begin(), table.rows.begin() + static_cast<std::ptrdiff_t>(r),
                                   of_exchange_rates);
    return !above && r + 1 < table.rows.size() && of_exchange_rates(table.rows[r + 1]);
  }

  // The results of associates stand behind the tax, so that they are not in this line.
  [[nodiscard]] static bool results_of_associates_follow(const Table& table, std::size_t r) {
    for (std::size_t i = r + 1; i < table.rows.size(); ++i) {
      const std::string_view name = table.rows[i].concept_name, label = table.rows[i].plain;
      if (name == "IncomeLossFromEquityMethodInvestments" || has(label, "equity method") ||
          has(label, "equity in") || has(label, "equity income") || has(label, "unconsolidated"))
        return true;
      if (name == kProfit || name == "NetIncomeLoss") return false;
    }
    return false;
  }

  // "Total stockholders' equity" above "Noncontrolling interests" and "Total equity".
  [[nodiscard]] static bool share_of_others_follows(const Table& table, std::size_t r) {
    for (std::size_t i = r + 1; i < table.rows.size(); ++i) {
      const Row& row = table.rows[i];
      if (row.concept_name == "LiabilitiesAndStockholdersEquity" || row.plain.starts_with("total liability"))
        return false;
      if (row.role != Role::header && row.concept_name != kWholeEquity && of_others(row) && !redeemable(row))
        return true;
    }
    return false;
  }

  // Expenses that are taken from revenue to give the income from operations are all costs.
  [[nodiscard]] bool all_costs(const Table& table, std::size_t r) const {
    const Row *revenue = nullptr, *income = nullptr;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const std::string_view name = table.rows[i].concept_name;
      if (i < r && name == "GrossProfit") return false;
      if (i < r && name == "Revenues") revenue = &table.rows[i];
      if (i > r && income == nullptr && name == "OperatingIncomeLoss") income = &table.rows[i];
    }
    if (revenue == nullptr || income == nullptr) return false;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const std::optional<Decimal> all = value(*revenue, c), costs = value(table.rows[r], c),
                                   left = value(*income, c);
      if (!all || !costs || !left) continue;
      const std::optional<Decimal> made = subtract(*all, costs->size());
      return made && made->mantissa == left->mantissa && made->decimals == left->decimals;
    }
    return false;
  }

  [[nodiscard]] std::optional<Decimal> value(const Row& row, std::size_t column) const {
    const FigureId id = column < row.cells.size() ? row.cells[column] : kNoFigure;
    return id == kNoFigure ? std::nullopt : filing_.figures[id].value;
  }

  // The one line between income from operations and income before tax is all that is not of operations.
  [[nodiscard]] static bool all_below_operations(const Table& table, std::size_t r) {
    const auto bare = [&](std::size_t i) { return table.rows[i].role == Role::header; };
    std::size_t above = r, below = r + 1;
    while (above > 0 && bare(above - 1)) --above;
    while (below < table.rows.size() && bare(below)) ++below;
    return above > 0 && below < table.rows.size() &&
           table.rows[above - 1].concept_name == "OperatingIncomeLoss" &&
           table.rows[below].concept_name == kPretax;
  }

  Filing& filing_;
  bool shared_income_ = false, shared_equity_ = false, preferred_ = false, discontinued_ = false;
  bool debt_with_leases_ = false;
};

}  // namespace

void name_elements(Filing& filing) { Elements(filing).run(); }

}  // namespace kcfin::statement

namespace kcfin {

std::string_view Row::element_of(const Figure& figure) const {
  if (element.empty()) return element;
  const Concept* known = find_concept(concept_name);
  const auto is = [&](Nature nature) { return known != nullptr && known->nature == nature; };
  switch (figure.unit.measure) {
    case Measure::percent:
    case Measure::percent_change:
      return is(Nature::ratio) && element != "GrossProfit" ? element : std::string_view{};
    case Measure::per_share:
    case Measure::per_ads:
      return is(Nature::per_share) || has(element, "Share") ? element : std::string_view{};
    case Measure::shares:  // "Convertible senior notes" among what dilutes counts shares
      return is(Nature::average) || (known == nullptr && has(element, "Number")) ||
                     has(element, "Antidilutive")
                 ? element
                 : std::string_view{};
    default:
      return element;
  }
}

}  // namespace kcfin
