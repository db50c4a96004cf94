// Filers print costs negative, or positive under a total that takes them off: the label tells what is a cost.
#include "rules/footing/signs.h"

#include "values/text.h"

namespace kcfin::rulebook {
namespace {

bool names_expense(const AskedText& label) {
  static constexpr Part kExpenses[] = {"expense",
                                       "cost",
                                       "tax",
                                       "amortization",
                                       "depreciation",
                                       "impairment",
                                       "accretion",
                                       "dividend",
                                       "provision",
                                       "research and development",
                                       "selling, ",
                                       "marketing",
                                       "administrative",
                                       "restructuring",
                                       "fulfillment",
                                       "charge"};
  const std::string_view text = label.text();
  // "Income before income tax provision" is none, whatever else it names.
  if (label.has("before") || text.starts_with("profit") || text.starts_with("gain") ||
      (text.starts_with("income") && !text.starts_with("income tax")))
    return false;
  return label.has_any(kExpenses);
}

// "Exchange losses", "Loss on disposal", "Total extraordinary loss": printed positive, they are taken off.
// What an income turned into is no such loss, and "Gain (loss)" has the sign that it is printed with.
bool names_loss(const AskedText& label) {
  static constexpr Part kOthers[] = {"gain",       "income",    "profit",      "earning",   "(loss",
                                     "net loss",   "operating", "loss from",   "loss befo", "loss for",
                                     "comprehens", "per share", "per ordinary"};
  return label.has("loss") && !label.has_any(kOthers);
}

// "Less:", "Less: items that are not part of the measure" over the rows that are taken off.
bool heads_deductions(std::string_view header) {
  return lower(header.substr(0, 5)) == "less:" || lower(header) == "less";
}

}  // namespace

RowSigns::RowSigns(const TableAmounts& amounts) : amounts_(amounts), labels_(amounts.rows()) {
  static constexpr Part kOwners[] = {"controlling interest", "minority interest", "attributable to",
                                     "mezzanine", "preferred"};
  static constexpr Part kReversed[] = {"loss (gain)",      "(gain) loss",      "loss/(gain)",
                                       "(gain)/loss",      "(income) loss",    "(income) expense",
                                       "expense (income)", "(income)/expense", "(gains)"};
  for (std::uint32_t r = 0; r < amounts.rows(); ++r) {
    if (!amounts.counted(r)) continue;
    // A total without a label is that of its section.
    const Row& row = amounts.row(r);
    const bool of_section = row.label.empty() && row.role != Role::item && !row.section.empty();
    const std::string lowered = lower(of_section ? row.section.back() : row.label);
    const AskedText label(lowered);
    const Concept* meaning = amounts.meaning(r);
    labels_[r].expense = meaning != nullptr ? meaning->side == Side::expense : names_expense(label);
    labels_[r].loss = (meaning == nullptr || meaning->side == Side::expense) && names_loss(label);
    labels_[r].owners_share = label.has_any(kOwners);
    labels_[r].reversed = label.has_any(kReversed);
    labels_[r].included = label.has("included in");
    labels_[r].excluding = label.has("excluding");
    labels_[r].under_less =
        row.role == Role::item && !row.section.empty() && heads_deductions(row.section.back());
  }
}

std::int8_t RowSigns::by_label(std::uint32_t total, std::uint32_t row) const {
  if (amounts_.row(row).less || labels_[row].under_less) return -1;
  // "Restricted balances included in cash" above "Cash, excluding restricted balances".
  if (labels_[row].included && labels_[total].excluding) return -1;
  const Concept* meaning = amounts_.meaning(total);
  const bool income_total = meaning != nullptr && meaning->side == Side::income;
  const bool taken_off = income_total && labels_[row].expense && amounts_.mostly_positive(row) &&
                         amounts_.table().kind != TableKind::non_gaap;
  return taken_off ? -1 : 1;
}

bool RowSigns::in_doubt(std::uint32_t total, std::uint32_t row) const {
  const Concept* meaning = amounts_.meaning(total);
  const bool income_total = meaning == nullptr || meaning->side == Side::income;
  return amounts_.row(row).less || labels_[row].reversed || labels_[row].under_less ||
         labels_[row].owners_share || (income_total && (labels_[row].expense || labels_[row].loss));
}

}  // namespace kcfin::rulebook
