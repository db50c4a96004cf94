// Filers print costs negative, or positive under a total that takes them off: the label tells what is a cost.
#include "rules/footing/signs.h"

#include "values/text.h"

namespace kcfin::rulebook {
namespace {

bool names_expense(const AskedText& label) {
  static constexpr Part kExpenses[] = {"expense",    "cost",      "tax",      "amortization", "depreciation",
                                       "impairment", "accretion", "dividend", "provision"};
  const std::string_view text = label.text();
  // "Income before income tax provision" is none, whatever else it names.
  if (label.has("before") || text.starts_with("profit") || text.starts_with("gain") ||
      (text.starts_with("income") && !text.starts_with("income tax")))
    return false;
  return label.has_any(kExpenses);
}

}  // namespace

RowSigns::RowSigns(const TableAmounts& amounts) : amounts_(amounts), labels_(amounts.rows()) {
  static constexpr Part kOwners[] = {"controlling interest", "minority interest", "attributable to",
                                     "mezzanine", "preferred"};
  for (std::uint32_t r = 0; r < amounts.rows(); ++r) {
    if (!amounts.counted(r)) continue;
    const std::string lowered = lower(amounts.row(r).label);
    const AskedText label(lowered);
    const Concept* meaning = amounts.meaning(r);
    labels_[r].expense = meaning != nullptr ? meaning->side == Side::expense : names_expense(label);
    labels_[r].owners_share = label.has_any(kOwners);
  }
}

std::int8_t RowSigns::by_label(std::uint32_t total, std::uint32_t row) const {
  if (amounts_.row(row).less) return -1;
  const Concept* meaning = amounts_.meaning(total);
  const bool income_total = meaning != nullptr && meaning->side == Side::income;
  const bool taken_off = income_total && labels_[row].expense && amounts_.mostly_positive(row) &&
                         amounts_.table().kind != TableKind::non_gaap;
  return taken_off ? -1 : 1;
}

bool RowSigns::in_doubt(std::uint32_t total, std::uint32_t row) const {
  const Concept* meaning = amounts_.meaning(total);
  const bool income_total = meaning == nullptr || meaning->side == Side::income;
  return amounts_.row(row).less || labels_[row].owners_share || (income_total && labels_[row].expense);
}

}  // namespace kcfin::rulebook
