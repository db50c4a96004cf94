// A concept is what a label means; the element is what filers call the line where it stands. Net income is
// ProfitLoss where others share in it and NetIncomeLoss where nobody does; a lease liability below the
// current ones is a noncurrent one; sales are revenue from contracts with customers since that standard is in
// force.
#include "statement/elements.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "statement/concept.h"
#include "statement/element_wording.h"
#include "statement/ifrs.h"
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

  void name_rows(Table& table) {
    place_ = {};
    place_.balance = table.kind == TableKind::balance_sheet;
    place_.classified = std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) {
      return row.concept_name == "AssetsCurrent" || row.concept_name == "LiabilitiesCurrent";
    });
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
      row.element = filing_.under_ifrs ? ifrs_element(row.concept_name) : element(table, r);
      pass(row);
    }
  }

  // Where the rows read so far end.
  struct Place {
    bool classified = false;  // the balance sheet parts what is current
    bool balance = false;     // it is one
    bool current_done = false, assets_done = false, liabilities_done = false, operating_done = false,
         investing_done = false;
  };

  void pass(const Row& row) {
    const std::string_view name = row.concept_name;
    if (name == "AssetsCurrent" || name == "LiabilitiesCurrent") place_.current_done = true;
    if (name == "Assets") {
      place_.assets_done = true;
      place_.current_done = false;
    }
    if (name == "Liabilities" || row.element == "CommitmentsAndContingencies") place_.liabilities_done = true;
    if (has(name, "NetCashProvidedByUsedInOperating")) place_.operating_done = true;
    if (has(name, "NetCashProvidedByUsedInInvesting")) place_.investing_done = true;
  }

  [[nodiscard]] std::string_view element(const Table& table, std::size_t r) const {
    const Row& row = table.rows[r];
    const std::string_view name = row.concept_name;
    if (const std::string_view found = by_measure(table, row); !found.empty()) return found;
    if (closes_with_restricted_cash(table, row))
      return discontinued_ ? kCashOfAll : "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents";
    if (discontinued_ &&
        name == "EffectOfExchangeRateOnCashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents")
      return "EffectOfExchangeRateOnCashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsIncluding"
             "DisposalGroupAndDiscontinuedOperations";
    if (name.empty()) return net_of_depreciation(table, r, by_place(table, row));
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
      const std::string_view found = place_.classified ? by_term(row) : without_term(table, row);
      if (!found.empty()) return found;
    }
    if (const std::string_view found = commoner_element(row, table.kind, filing_.report.end); !found.empty())
      return found;
    return name.starts_with("kcfin:") ? std::string_view{} : name;
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
  [[nodiscard]] std::string_view by_term(const Row& row) const {
    const bool said =
        has(row.plain, "current") || has(row.plain, "long term") || has(row.plain, "short term");
    for (const Pair& pair : kPairs) {
      if (row.concept_name == pair.current && place_.current_done && !said) return pair.noncurrent;
      if (row.concept_name == pair.noncurrent && !place_.current_done && !said) return pair.current;
    }
    if (row.concept_name == "AccruedLiabilitiesAndOtherLiabilities" && !place_.current_done)
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

  // What the row's figures are: those of its first.
  [[nodiscard]] Measure measure_of(const Row& row) const {
    for (const FigureId id : row.cells) {
      if (id != kNoFigure) return filing_.figures[id].unit.measure;
    }
    return Measure::unknown;
  }

  // Whether the label, or else the nearest header that says either, speaks of one thing and not of the other.
  static bool says(const Row& row, std::string_view word, std::string_view other) {
    if (has(row.plain, word) || has(row.plain, other)) return has(row.plain, word) && !has(row.plain, other);
    for (auto header = row.section.rbegin(); header != row.section.rend(); ++header) {
      const std::string lowered = lower(*header);
      if (has(lowered, word) || has(lowered, other)) return has(lowered, word) && !has(lowered, other);
    }
    return false;
  }

  // Counts of shares and amounts per share whose label says little, in an income statement: "Diluted".
  [[nodiscard]] std::string_view by_measure(const Table& table, const Row& row) const {
    if (table.kind != TableKind::income_statement) return {};
    const Concept* known = find_concept(row.concept_name);
    const bool basic = says(row, "basic", "diluted"), diluted = says(row, "diluted", "basic");
    const Measure measure = measure_of(row);
    if (measure == Measure::shares && known == nullptr) {
      if (has(row.plain, "dilutive")) return element_of_dilutive(row);
      if (has(row.plain, "issued") || has(row.plain, "end of")) return {};
      return basic     ? "WeightedAverageNumberOfSharesOutstandingBasic"
             : diluted ? "WeightedAverageNumberOfDilutedSharesOutstanding"
                       : std::string_view{};
    }
    if (measure == Measure::per_share && known != nullptr && !row.section.empty()) {
      // "Earnings per share from continuing operations" over "Basic earnings per share".
      const std::string header = lower(row.section.back());
      const bool plain = known->name == "EarningsPerShareBasic" || known->name == "EarningsPerShareDiluted";
      if (plain && has(header, "per share") && has(header, "continuing") && !has(header, "discontinu") &&
          !has(row.plain, "continuing"))
        return known->name == "EarningsPerShareBasic" ? "IncomeLossFromContinuingOperationsPerBasicShare"
                                                      : "IncomeLossFromContinuingOperationsPerDilutedShare";
    }
    if (measure != Measure::per_share || (known != nullptr && known->nature == Nature::per_share)) return {};
    if (has(row.plain, "dividend") || (!basic && !diluted)) return {};
    if (has(row.plain, "discontinued"))
      return basic ? "DiscontinuedOperationIncomeLossFromDiscontinuedOperationNetOfTaxPerBasicShare"
                   : "DiscontinuedOperationIncomeLossFromDiscontinuedOperationNetOfTaxPerDilutedShare";
    if (has(row.plain, "continuing"))
      return basic ? "IncomeLossFromContinuingOperationsPerBasicShare"
                   : "IncomeLossFromContinuingOperationsPerDilutedShare";
    return basic ? "EarningsPerShareBasic" : "EarningsPerShareDiluted";
  }

  // What dilutes; "anti-dilutive shares excluded", "having no dilutive effect": what does not; "shares
  // outstanding plus dilutive options": with what dilutes.
  static std::string_view element_of_dilutive(const Row& row) {
    if (has(row.plain, "anti") || has(row.plain, "no dilutive") || has(row.plain, "not dilutive"))
      return "AntidilutiveSecuritiesExcludedFromComputationOfEarningsPerShareAmount";
    return has(row.plain, "plus dilutive") ? "WeightedAverageNumberOfDilutedSharesOutstanding"
                                           : "WeightedAverageNumberDilutedSharesOutstandingAdjustment";
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

  [[nodiscard]] Standing standing() const {
    Standing out;
    if (!place_.balance) return out;
    out.side = !place_.assets_done       ? Part::assets
               : place_.liabilities_done ? Part::equity
                                         : Part::liabilities;
    if (place_.classified && out.side != Part::equity)
      out.term = place_.current_done ? Part::noncurrent : Part::current;
    return out;
  }

  static bool one_of(std::string_view text, std::initializer_list<std::string_view> texts) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
  }

  // Lines whose labels say nothing without their place.
  [[nodiscard]] std::string_view by_place(const Table& table, const Row& row) const {
    if (const std::string_view found = element_by_words(row, table.kind, standing()); !found.empty())
      return found;
    if (table.kind == TableKind::balance_sheet) {
      if (one_of(row.plain, {"deferred income tax", "deferred tax", "deferred income tax net"}))
        return place_.assets_done ? "DeferredIncomeTaxLiabilitiesNet" : "DeferredIncomeTaxAssetsNet";
      if (row.plain == "other liability" && place_.assets_done && place_.current_done)
        return "OtherLiabilitiesNoncurrent";
      if (row.plain == "other asset" && place_.current_done) return "OtherAssetsNoncurrent";
      return {};
    }
    if (table.kind != TableKind::cash_flow ||
        !one_of(row.plain, {"other", "other net", "all other", "other investing activity",
                            "other investing activity net", "other financing activity",
                            "other financing activity net", "other activity net", "all other activity"}))
      return {};
    const Activity activity = activity_of(row);
    if (has(row.plain, "investing") || activity == Activity::investing)
      return "PaymentsForProceedsFromOtherInvestingActivities";
    if (has(row.plain, "financing") || activity == Activity::financing)
      return "ProceedsFromPaymentsForOtherFinancingActivities";
    return {};
  }

  enum class Activity { operating, investing, financing };
  [[nodiscard]] Activity activity_of(const Row& row) const {
    for (const std::string& header : row.section) {
      const std::string lowered = lower(header);
      if (has(lowered, "investing")) return Activity::investing;
      if (has(lowered, "financing")) return Activity::financing;
    }
    if (place_.investing_done) return Activity::financing;
    return place_.operating_done ? Activity::investing : Activity::operating;
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
  Place place_;
};

}  // namespace

void name_elements(Filing& filing) { Elements(filing).run(); }

}  // namespace kcfin::statement

namespace kcfin {

std::string_view Row::element_of(const Figure& figure) const {
  if (element.empty()) return element;
  const Concept* known = find_concept(concept_name);
  if (known == nullptr) return element;
  switch (figure.unit.measure) {
    case Measure::percent:
    case Measure::percent_change:
      return known->nature == Nature::ratio && element != "GrossProfit" ? element : std::string_view{};
    case Measure::per_share:
    case Measure::per_ads:
      return known->nature == Nature::per_share || has(element, "Share") ? element : std::string_view{};
    case Measure::shares:  // "Convertible senior notes" among what dilutes counts shares
      return known->nature == Nature::average ? element : std::string_view{};
    default:
      return element;
  }
}

}  // namespace kcfin
