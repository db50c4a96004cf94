// Balance sheets are told apart by their totals, cash flow statements by their headers and then by their
// totals.
#include "statement/standing.h"

#include <algorithm>
#include <string>

#include "values/text.h"

namespace kcfin::statement {
namespace {

// "Changes in operating assets and liabilities", "Increase (decrease) from changes in:".
bool of_changes(std::string_view header) {
  return has(header, "change") &&
         (has(header, "asset") || has(header, "liabilit") || has(header, "capital") ||
          has(header, "changes in:") || header.ends_with("changes in"));
}

bool of_adjustments(std::string_view header) {
  return has(header, "adjust") || has(header, "reconcil") || has(header, "charges") ||
         has(header, "not affecting") || has(header, "not requiring") || has(header, "not involving") ||
         has(header, "noncash") || has(header, "non-cash");
}

// "Supplemental disclosures", "Non-cash investing and financing activities"; not "Noncash items included in
// net income".
bool of_supplement(std::string_view header) {
  const bool noncash = has(header, "noncash") || has(header, "non-cash");
  return has(header, "supplement") || (noncash && (has(header, "investing") || has(header, "financing")));
}

}  // namespace

WayDown::WayDown(const Table& table) : kind_(table.kind) {
  classified_ = std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) {
    return row.concept_name == "AssetsCurrent" || row.concept_name == "LiabilitiesCurrent";
  });
}

Standing WayDown::standing(const Row& row) const {
  if (kind_ == TableKind::balance_sheet) return in_balance();
  if (kind_ == TableKind::cash_flow) return in_cash_flow(row);
  return {};
}

Standing WayDown::in_balance() const {
  if (!assets_done_) {
    if (!classified_) return {Part::assets, Part::any};
    return {Part::assets, current_done_ ? Part::noncurrent_assets : Part::current_assets};
  }
  if (liabilities_done_) return {Part::equity, Part::any};
  if (!classified_) return {Part::liabilities, Part::any};
  return {Part::liabilities, current_done_ ? Part::noncurrent_liabilities : Part::current_liabilities};
}

Standing WayDown::in_cash_flow(const Row& row) const {
  Standing out;
  out.side = financing_done_   ? Part::supplement
             : investing_done_ ? Part::financing
             : operating_done_ ? Part::investing
                               : Part::operating;
  for (auto header = row.section.rbegin(); header != row.section.rend(); ++header) {
    const std::string lowered = lower(*header);
    if (of_supplement(lowered)) return {Part::supplement, Part::any};
    if (has(lowered, "investing")) return {Part::investing, Part::any};
    if (has(lowered, "financing")) return {Part::financing, Part::any};
    if (out.side != Part::operating || out.term != Part::any) continue;
    if (of_changes(lowered)) {
      out.term = Part::changes;
    } else if (of_adjustments(lowered)) {
      out.term = Part::adjustments;
    }
  }
  return out;
}

void WayDown::pass(const Row& row) {
  const std::string_view name = row.concept_name;
  if (name == "AssetsCurrent" || name == "LiabilitiesCurrent") current_done_ = true;
  if (name == "Assets") {
    assets_done_ = true;
    current_done_ = false;
  }
  if (name == "Liabilities" || row.element == "CommitmentsAndContingencies") liabilities_done_ = true;
  if (has(name, "NetCashProvidedByUsedInOperating")) operating_done_ = true;
  if (has(name, "NetCashProvidedByUsedInInvesting")) investing_done_ = true;
  if (has(name, "NetCashProvidedByUsedInFinancing")) financing_done_ = true;
}

}  // namespace kcfin::statement
