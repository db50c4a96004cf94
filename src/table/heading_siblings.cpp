// Columns that their heading leaves open, settled by another table of the same figures.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "table/heading.h"
#include "table/row_unit.h"
#include "values/text.h"

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

namespace {

// A large figure and the end of the period that it is printed under.
using Printed = std::pair<Date, std::int64_t>;

// The amounts of a row, from `least` on, whose columns have a period.
void add_amounts(const HeadingReading& reading, const Draft& draft, const BodyRow& row, std::int64_t least,
                 std::set<Printed>& out) {
  for (const BodyCell& cell : row.cells) {
    const auto own = std::find(draft.value_columns.begin(), draft.value_columns.end(), cell.raw->column);
    if (own == draft.value_columns.end() || cell.scanned.form != Form::figure) continue;
    const Column& column = reading.columns[static_cast<std::size_t>(own - draft.value_columns.begin())];
    const std::int64_t size = cell.scanned.value.size().mantissa;
    if (column.unit.measure == Measure::money && column.period.known() && cell.scanned.value.decimals == 0 &&
        size >= least)
      out.insert({column.period.end, size});
  }
}

std::set<Printed> large_amounts(const Scaled& table) {
  constexpr std::int64_t kLarge = 10'000;
  std::set<Printed> out;
  for (const BodyRow& row : table.draft->body) add_amounts(*table.reading, *table.draft, row, kLarge, out);
  return out;
}

// The scale that all columns of amounts have; -1 where they differ or there are none.
int scale_of(const HeadingReading& reading) {
  int found = -1;
  for (const Column& column : reading.columns) {
    if (column.unit.measure != Measure::money) continue;
    if (found >= 0 && found != column.scale_power) return -1;
    found = column.scale_power;
  }
  return found;
}

// No scale is stated for it, and so far none is known.
bool is_open(const Scaled& table) { return !table.stated && scale_of(*table.reading) == 0; }

// The words of a label before its unit.
std::string name_of(const BodyRow& row) {
  if (row.label == nullptr) return {};
  std::string name = lower(row.label->text.substr(0, row.label->text.find('(')));
  while (!name.empty() && name.back() == ' ') name.pop_back();
  return name;
}

class Scales {
 public:
  explicit Scales(const std::vector<Scaled>& tables) : tables_(tables) {
    for (std::size_t at = 0; at < tables.size(); ++at) {
      if (scale_of(*tables[at].reading) > 0) {
        for (const Printed& printed : large_amounts(tables[at])) places_[printed].push_back(at);
      } else {
        add_rows(tables[at]);
      }
    }
  }

  // The scales of what prints two figures of this table, for their dates.
  [[nodiscard]] std::set<int> of(const Scaled& table) const {
    std::map<std::size_t, std::size_t> common;
    for (const Printed& printed : large_amounts(table)) {
      if (const auto found = places_.find(printed); found != places_.end())
        for (const std::size_t at : found->second) ++common[at];
    }
    std::set<int> scales;
    for (const auto& [at, figures] : common) {
      if (figures >= kFewest) scales.insert(scale_of(*tables_[at].reading));
    }
    for (const BodyRow& row : table.draft->body) {
      const auto named = rows_.find(name_of(row));
      if (named == rows_.end()) continue;
      std::set<Printed> own;
      add_amounts(*table.reading, *table.draft, row, kSurely, own);
      for (const auto& [scale, others] : named->second) {
        const std::set<Printed>& amounts = others;  // a lambda takes in no structured binding
        const auto both = std::count_if(own.begin(), own.end(),
                                        [&](const Printed& printed) { return amounts.count(printed) != 0; });
        if (both >= static_cast<std::ptrdiff_t>(kFewest)) scales.insert(scale);
      }
    }
    return scales;
  }

 private:
  static constexpr std::size_t kFewest = 2;
  static constexpr std::int64_t kSurely = 1'000;  // of rows that have one name

  // "Working capital (in thousands of US dollars)".
  void add_rows(const Scaled& table) {
    for (const BodyRow& row : table.draft->body) {
      if (row.label == nullptr) continue;
      const LabelUnit unit = unit_in_parentheses(row.label->text);
      if (unit.scale_power <= 0 || unit.things) continue;
      std::set<Printed>& amounts = rows_[name_of(row)][unit.scale_power];
      add_amounts(*table.reading, *table.draft, row, kSurely, amounts);
    }
  }

  const std::vector<Scaled>& tables_;
  std::map<Printed, std::vector<std::size_t>> places_;            // in tables that have a scale
  std::map<std::string, std::map<int, std::set<Printed>>> rows_;  // whose labels name one
};

}  // namespace

void settle_scales(const std::vector<Scaled>& tables) {
  if (std::none_of(tables.begin(), tables.end(), is_open)) return;
  const Scales scales(tables);
  for (const Scaled& table : tables) {
    if (!is_open(table)) continue;
    const std::set<int> found = scales.of(table);
    if (found.size() != 1) continue;
    for (Column& column : table.reading->columns) {
      if (column.unit.measure != Measure::money) continue;
      column.scale_power = static_cast<std::uint8_t>(*found.begin());
      column.sources.scale = "another table that prints the same figures";
    }
  }
}

}  // namespace kcfin::table
