// Each fact without a check gets the reason that says most: damage, then the heading, then a skipped check.
#include "report/unchecked.h"

#include <algorithm>

namespace kcfin::report {

UncheckedReasons::UncheckedReasons(const Checked& checked) {
  for (const Check& check : checked.report.checks) {
    if (check.verdict != Verdict::skipped || check.figure >= checked.filing.figures.size()) continue;
    skips_.emplace(check.figure, &check.reason);
    const Figure& figure = checked.filing.figures[check.figure];
    if (figure.in_table()) skips_of_row_.emplace(std::pair{figure.table, figure.row}, &check.reason);
  }
}

std::string UncheckedReasons::of(const Fact& fact) const {
  if (!has_value(fact.figure)) return "the text is damaged";
  if (fact.column.heading == Heading::unknown) return "the heading of the column could not be read";
  if (const auto own = skips_.find(fact.id); own != skips_.end()) return *own->second;
  // What was said of one figure of a row is said of the row where nothing else is.
  const auto of_row = skips_of_row_.find({fact.figure.table, fact.figure.row});
  if (of_row != skips_of_row_.end()) return *of_row->second;
  return "no total sums it, no other place states it, and no rate or ratio leads to it";
}

std::vector<Unchecked> unchecked_figures(const Checked& checked) {
  const UncheckedReasons reasons(checked);
  std::vector<Unchecked> out;
  for_each_fact(checked, [&](const Fact& fact) {
    if (fact.checks > 0) return;
    const std::string reason = reasons.of(fact);
    auto entry =
        std::find_if(out.begin(), out.end(), [&](const Unchecked& known) { return known.reason == reason; });
    if (entry == out.end()) entry = out.insert(out.end(), {reason, 0, {}});
    ++entry->figures;
    if (entry->lines.empty() || entry->lines.back() != fact.row.line) entry->lines.push_back(fact.row.line);
  });
  std::stable_sort(out.begin(), out.end(),
                   [](const Unchecked& a, const Unchecked& b) { return a.figures > b.figures; });
  return out;
}

}  // namespace kcfin::report
