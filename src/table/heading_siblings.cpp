// Columns that their heading leaves open, settled by another table of the same figures.
#include <algorithm>
#include <set>
#include <string>

#include "table/heading.h"

namespace kcfin::table {
namespace {

bool all_known(const HeadingReading& reading) {
  return std::all_of(reading.columns.begin(), reading.columns.end(),
                     [](const Column& column) { return column.heading != Heading::unknown; });
}

// Whether a sibling's columns could be what the loose words meant: its years stand among them in order.
bool fits_loose_words(const HeadingReading& sibling, const HeadingReading& reading) {
  std::vector<int> years, months;
  for (const Token& token : reading.loose) {
    if (token.word == Word::year) years.push_back(token.value);
    if (token.word == Word::months) months.push_back(token.value);
  }
  std::size_t at = 0;
  for (std::size_t i = 0; i < sibling.columns.size(); ++i) {
    const Column& own = reading.columns[i];
    const Column& other = sibling.columns[i];
    if (own.unit.measure != other.unit.measure ||
        (own.unit.currency_code() != other.unit.currency_code() && own.unit.measure == Measure::money))
      return false;
    if (!months.empty() && std::find(months.begin(), months.end(), other.period.months()) == months.end())
      return false;
    while (at < years.size() && years[at] != other.period.end.year) ++at;
    if (at == years.size()) return false;
    ++at;
  }
  return true;
}

// How many large figures two tables print in the same column.
int figures_in_common(const Draft& a, const Draft& b) {
  std::set<std::pair<std::size_t, std::int64_t>> seen;
  const auto each = [](const Draft& draft, auto&& visit) {
    for (const BodyRow& row : draft.body) {
      for (const BodyCell& cell : row.cells) {
        const auto column =
            std::find(draft.value_columns.begin(), draft.value_columns.end(), cell.raw->column);
        if (column == draft.value_columns.end() || cell.scanned.form != Form::figure) continue;
        const std::int64_t size = cell.scanned.value.size().mantissa;
        if (size >= 1000)
          visit(std::pair{static_cast<std::size_t>(column - draft.value_columns.begin()), size});
      }
    }
  };
  each(a, [&](const auto& key) { seen.insert(key); });
  int common = 0;
  each(b, [&](const auto& key) { common += static_cast<int>(seen.count(key)); });
  return common;
}

bool same_periods(const HeadingReading& a, const HeadingReading& b) {
  return std::equal(
      a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
      [](const Column& x, const Column& y) { return x.period == y.period && x.unit == y.unit; });
}

}  // namespace

void settle_by_siblings(HeadingReading& reading, const Draft& draft, const std::vector<Sibling>& siblings) {
  if (all_known(reading)) return;
  const HeadingReading* best = nullptr;
  int best_score = 0, second_score = 0;
  for (const Sibling& sibling : siblings) {
    const HeadingReading& other = *sibling.reading;
    if (&other == &reading || other.columns.size() != reading.columns.size() || !all_known(other) ||
        !fits_loose_words(other, reading))
      continue;
    const int score = figures_in_common(*sibling.draft, draft);
    if (best != nullptr && same_periods(*best, other)) {
      best_score = std::max(best_score, score);
    } else if (score > best_score) {
      second_score = best_score;
      best = &other;
      best_score = score;
    } else {
      second_score = std::max(second_score, score);
    }
  }
  if (best == nullptr || best_score <= second_score) return;
  for (std::size_t i = 0; i < reading.columns.size(); ++i) {
    Column& column = reading.columns[i];
    column.period = best->columns[i].period;
    column.heading = Heading::worked_out;
    column.why = "the columns of another table with the same figures";
  }
}

}  // namespace kcfin::table
