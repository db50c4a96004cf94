// Each fact without a check gets the reason that says most: damage, then the heading, then a skipped check.
#include "report/unchecked.h"

#include <algorithm>
#include <map>
#include <utility>

#include "report/facts.h"

namespace kcfin::report {
namespace {

std::string reason_of(const Fact& fact, const std::string* skip) {
  if (!has_value(fact.figure)) return "the text is damaged";
  if (fact.table.columns[fact.figure.column].heading == Heading::unknown)
    return "the heading of the column could not be read";
  if (skip != nullptr) return *skip;
  return "no total sums it, no other place states it, and no rate or ratio leads to it";
}

}  // namespace

std::vector<Unchecked> unchecked_figures(const Checked& checked) {
  std::map<FigureId, const std::string*> skips;
  std::map<std::pair<std::uint32_t, std::uint32_t>, const std::string*> skips_of_row;
  for (const Check& check : checked.report.checks) {
    if (check.verdict != Verdict::skipped || check.figure == kNoFigure) continue;
    skips.emplace(check.figure, &check.reason);
    const Figure& figure = checked.filing.figures[check.figure];
    if (figure.in_table()) skips_of_row.emplace(std::pair{figure.table, figure.row}, &check.reason);
  }
  std::vector<Unchecked> out;
  for_each_fact(checked, [&](const Fact& fact) {
    if (fact.checks > 0) return;
    const auto id = static_cast<FigureId>(&fact.figure - checked.filing.figures.data());
    // What was said of one figure of a row is said of the row where nothing else is.
    const auto own = skips.find(id);
    const auto of_row = skips_of_row.find({fact.figure.table, fact.figure.row});
    const std::string* skip = own != skips.end()             ? own->second
                              : of_row != skips_of_row.end() ? of_row->second
                                                             : nullptr;
    const std::string reason = reason_of(fact, skip);
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
