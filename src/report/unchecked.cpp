// Each fact without a check gets the reason that says most: damage, then what nothing could hold, the
// heading, a skipped check.
#include "report/unchecked.h"

#include <algorithm>

#include "words/standalone.h"

namespace kcfin::report {

std::string_view nothing_to_hold(const Row& row, const Column& column, const Figure& figure) {
  if (!has_value(figure)) return {};
  return words::why_nothing_holds(row.label, column.printed, figure.unit.measure);
}

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
  if (const auto nothing = nothing_to_hold(fact.row, fact.column, fact.figure); !nothing.empty())
    return std::string(nothing);
  if (fact.column.heading == Heading::unknown) return "the heading of the column could not be read";
  if (const auto own = skips_.find(fact.id); own != skips_.end()) return *own->second;
  // What was said of one figure of a row is said of the row where nothing else is.
  const auto of_row = skips_of_row_.find({fact.figure.table, fact.figure.row});
  if (of_row != skips_of_row_.end()) return *of_row->second;
  return "no total sums it, no other place states it, and no rate or ratio leads to it";
}

std::uint32_t figures_without_anything_to_hold(const Checked& checked) {
  std::uint32_t count = 0;
  for_each_fact(checked, [&](const Fact& fact) {
    if (fact.checks == 0 && fact.figure.damage != Damage::ghost)
      count += nothing_to_hold(fact.row, fact.column, fact.figure).empty() ? 0 : 1;
  });
  return count;
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
