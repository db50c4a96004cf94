// Rows by the phrases of sentences without a figure, and their figures in two periods.
#include "rules/moving_rows.h"

#include <algorithm>
#include <utility>

#include "prose/noun_phrase.h"
#include "rules/direction.h"
#include "rules/rule_input.h"
#include "statement/concept.h"
#include "statement/concept_name.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

// "Other income" is what stands under that heading, or one line of it.
bool one_of_others(std::string_view phrase) {
  return phrase.starts_with("other ") || phrase.starts_with("Other ");
}

// What a statement of cash flows or of equity prints under the name of a balance is how it changed.
bool moves_itself(const Table& table, std::string_view phrase) {
  if (table.kind == TableKind::changes_in_equity) return true;
  if (table.kind != TableKind::cash_flow) return false;
  return !prose::has_word(phrase, "cash") && !prose::has_word(phrase, "expenditures") &&
         !prose::has_word(phrase, "depreciation");
}

bool of_period(const Period& own, const Period& sought) {
  return own.known() && (own == sought || (own.instant() && own.end == sought.end));
}

}  // namespace

MovingRows::MovingRows(const RuleInput& input) : input_(input), filing_(input.filing()) { count_phrases(); }

std::vector<RowRef> MovingRows::named(const Trend& trend) const {
  if (said_often(trend)) return {};
  return rows_of(trend.metric.phrase);
}

std::vector<RowRef> MovingRows::named_in_list(const Trend& trend) const {
  constexpr std::string_view kAnd = " and ";
  constexpr int kMostTried = 4;  // longer lists are no two rows
  std::vector<RowRef> out = named(trend);
  const std::string_view phrase = trend.metric.phrase;
  std::size_t at = phrase.find(kAnd);
  for (int tried = 0; tried < kMostTried && out.empty() && at != std::string_view::npos;
       ++tried, at = phrase.find(kAnd, at + 1)) {
    std::vector<RowRef> first = rows_of(phrase.substr(0, at)),
                        rest = rows_of(phrase.substr(at + kAnd.size()));
    if (first.empty() || rest.empty()) continue;
    out = std::move(first);
    out.insert(out.end(), rest.begin(), rest.end());
  }
  return out;
}

std::vector<RowRef> MovingRows::rows_of(std::string_view phrase) const {
  if (one_of_others(phrase)) return {};
  std::vector<RowRef> out = input_.rows().rows(phrase);
  if (out.empty()) out = lines_of_sales(phrase);
  std::erase_if(out, [&](const RowRef& at) { return moves_itself(filing_.tables[at.table], phrase); });
  return out;
}

// "Harbour net sales" of the row "Harbour" in a table that goes on to the total of net sales.
std::vector<RowRef> MovingRows::lines_of_sales(std::string_view phrase) const {
  for (const std::string_view measure :
       {" net sales", " net revenues", " net revenue", " revenues", " revenue", " sales"}) {
    if (!phrase.ends_with(measure)) continue;
    const std::string_view line = phrase.substr(0, phrase.size() - measure.size());
    std::vector<RowRef> out = input_.rows().rows(line);
    const std::string label = normal_label(line);
    std::erase_if(out, [&](const RowRef& at) {
      const Table& table = filing_.tables[at.table];
      return table.rows[at.row].plain != label || !table.rows[at.row].concept_name.empty() ||
             std::none_of(table.rows.begin() + at.row, table.rows.end(),
                          [](const Row& row) { return row.concept_name == "Revenues"_concept; });
    });
    return out;
  }
  return {};
}

// "Gross margin improved" of one segment after the other.
bool MovingRows::said_often(const Trend& trend) const {
  constexpr int kOften = 3;
  const auto count = times_said_.find(lower(trend.metric.phrase));
  return count != times_said_.end() && count->second >= kOften;
}

void MovingRows::count_phrases() {
  std::map<std::string, const Trend*> last;
  for (const Trend& trend : filing_.trends) {
    if (trend.cause) continue;
    const std::string phrase = lower(trend.metric.phrase);
    const Trend*& before = last[phrase];
    const bool again =
        before != nullptr && before->paragraph == trend.paragraph && before->sentence == trend.sentence;
    times_said_[phrase] += again ? 0 : 1;
    before = &trend;
  }
}

void MovingRows::add_courses(const RowRef& at, const Dating& dating, bool compared, const Metric& metric,
                             Ground ground, std::vector<Course>& courses) const {
  const Table& table = filing_.tables[at.table];
  const Row& row = table.rows[at.row];
  for (const FigureId now : row.cells) {
    if (now == kNoFigure || !meant(table, now)) continue;
    const Figure& to = filing_.figures[now];
    if (!of_period(to.period, dating.period)) continue;
    if (to.period.instant() && table.kind != TableKind::balance_sheet) continue;
    for (const FigureId then : row.cells) {
      if (then == kNoFigure || then == now || !meant(table, then)) continue;
      const Figure& from = filing_.figures[then];
      const bool balance = to.period.instant() && from.period.instant() && !compared && from.period.known() &&
                           from.period.end < to.period.end;
      if (!balance && !of_period(from.period, dating.base_period)) continue;
      if (from.period.instant() != to.period.instant()) continue;
      if (const auto way = way_of(to, from, metric)) courses.push_back({now, then, ground, *way, {}});
    }
  }
}

bool MovingRows::meant(const Table& table, FigureId id) const {
  const Figure& figure = filing_.figures[id];
  return figure.usable() && !figure.dash && figure.unit.measure != Measure::percent_change &&
         figure.column < table.columns.size() && !table.columns[figure.column].difference;
}

}  // namespace kcfin::rulebook
