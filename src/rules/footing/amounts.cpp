// Amounts are brought to the finest decimals of their table once, so that a score is integer sums alone.
#include "rules/footing/amounts.h"

#include <algorithm>
#include <array>

#include "values/text.h"

namespace kcfin::rulebook {

bool heads_averages(const Column& column) {
  static constexpr std::array<std::string_view, 11> kWords = {
      "average price",    "average exercise", "average grant", "weighted average",
      "weighted-average", "exercise price",   "price per",     "per share",
      "per unit",         "(years)",          "in years"};
  // A unit line within the heading speaks of other rows: "(in millions, except per share data)".
  std::string heading = lower(column.printed);
  for (std::size_t at = heading.find("except"); at != std::string::npos; at = heading.find("except", at)) {
    const std::size_t end = heading.find(" / ", at);
    heading.erase(at, end == std::string::npos ? end : end - at);
  }
  return !has(heading, "balance") &&
         std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return has(heading, word); });
}

TableAmounts::TableAmounts(const Table& table, const Filing& filing, Added added)
    : table_(table), filing_(filing), added_(added) {
  const std::size_t rows = table_.rows.size(), columns = table_.columns.size();
  counted_.assign(rows, false);
  meaning_.assign(rows, nullptr);
  amounts_.assign(rows * columns, std::nullopt);
  blank_.assign(rows * columns, true);
  for (std::size_t c = 0; c < columns; ++c) {
    std::size_t same = 0;
    const bool own = !table_.columns[c].period.known() || has_twin(c);
    while (!own && table_.columns[same].period != table_.columns[c].period) ++same;
    period_of_.push_back(own ? c : same);
  }
  read_amounts(read_rows());
}

bool TableAmounts::adds(const Figure& figure) const {
  switch (added_) {
    case Added::amounts:
      return adds_up(figure);
    case Added::per_share:
      return is_per_share(figure);
    case Added::percent:
      return figure.unit.measure == Measure::percent;
  }
  return false;
}

// Segments of one period are no translations of each other: each bears out a reading for itself.
bool TableAmounts::has_twin(std::size_t column) const {
  const Column& own = table_.columns[column];
  return std::count_if(table_.columns.begin(), table_.columns.end(), [&](const Column& other) {
           return other.period == own.period && other.unit == own.unit;
         }) > 1;
}

// Marks the rows of amounts and their meanings; gives the decimals of the finest figure.
int TableAmounts::read_rows() {
  int finest = 0;
  for (std::uint32_t r = 0; r < rows(); ++r) {
    const Row& own = row(r);
    if (own.role == Role::header) continue;
    if (!own.concept_name.empty()) meaning_[r] = find_concept(own.concept_name);
    for (const FigureId id : own.cells) {
      if (id == kNoFigure) continue;
      const Figure& figure = filing_.figures[id];
      if (!adds(figure)) continue;
      counted_[r] = true;
      if (figure.value) finest = std::max<int>(finest, figure.value->decimals);
    }
  }
  return finest;
}

void TableAmounts::read_amounts(int finest) {
  const std::size_t columns = table_.columns.size();
  std::vector<bool> averages;
  for (const Column& column : table_.columns)
    averages.push_back(added_ == Added::amounts && heads_averages(column));
  for (std::uint32_t r = 0; r < rows(); ++r) {
    if (!counted_[r]) continue;
    for (std::size_t c = 0; c < columns; ++c) {
      const FigureId id = row(r).cells[c];
      if (id == kNoFigure || averages[c]) continue;
      const Figure& figure = filing_.figures[id];
      if (!adds(figure)) continue;
      blank_[r * columns + c] = false;
      if (!figure.usable()) continue;
      Wide unit = 1;
      for (int i = figure.value->decimals; i < finest; ++i) unit *= 10;
      amounts_[r * columns + c] = Amount{2 * unit * figure.value->mantissa, unit};
    }
  }
}

bool TableAmounts::mostly_positive(std::uint32_t r) const {
  int positive = 0, negative = 0;
  for (std::size_t c = 0; c < table_.columns.size(); ++c) {
    const auto& value = amount(r, c);
    if (!value || value->twice == 0) continue;
    ++(value->twice > 0 ? positive : negative);
  }
  return positive > negative;
}

TableAmounts::Held TableAmounts::column_held(std::uint32_t total, std::span<const FootingTerm> terms,
                                             std::size_t column, bool& exact) const {
  const auto& sum = amount(total, column);
  if (!sum) return Held::not_judged;
  Wide difference = sum->twice, slack = sum->slack, beyond = sum->beyond();
  bool all_nil = sum->twice == 0;
  for (const FootingTerm& term : terms) {
    const auto& part = amount(term.row, column);
    if (!part) {
      if (blank(term.row, column)) continue;  // an empty cell is nil if the rest adds up without it
      return Held::not_judged;
    }
    difference -= term.sign < 0 ? -part->twice : part->twice;
    slack += part->slack;
    beyond -= term.sign < 0 ? -part->beyond() : part->beyond();
    all_nil &= part->twice == 0;
  }
  if (all_nil) return Held::nil;
  exact = difference == 0;
  if (terms.size() == 1)
    slack = 0;  // what is a row's amount is printed as it: nothing was rounded on the way
  const auto within = [&](Wide off) { return off <= slack && -off <= slack; };
  const bool cut = rounded_down() && slack > 0 && within(difference + beyond);
  return within(difference) || cut ? Held::yes : Held::no;
}

bool TableAmounts::holds_in(std::uint32_t total, std::span<const FootingTerm> terms,
                            std::size_t column) const {
  bool exact = false;
  return column_held(total, terms, column, exact) == Held::yes;
}

bool TableAmounts::holds_throughout(std::uint32_t total, std::span<const FootingTerm> terms) const {
  for (std::size_t c = 0; c < table_.columns.size(); ++c) {
    bool exact = false;
    if (column_held(total, terms, c, exact) == Held::no) return false;
  }
  return true;
}

Score TableAmounts::score(std::uint32_t total, std::span<const FootingTerm> terms) const {
  Score out;
  std::vector<Held>& period_held = period_held_;
  period_held.assign(table_.columns.size(), Held::not_judged);
  for (std::size_t c = 0; c < table_.columns.size(); ++c) {
    bool exact = false;
    const Held held = column_held(total, terms, c, exact);
    if (held != Held::no && held != Held::yes) continue;
    ++out.judged;
    if (held == Held::yes) ++out.holds;
    if (exact) ++out.exact;
    // A period holds if one of its columns does.
    Held& period = period_held[period_of_[c]];
    period = std::max(period, held);
  }
  for (const Held held : period_held) {
    if (held != Held::not_judged) ++out.periods_judged;
    if (held == Held::yes) ++out.periods_held;
  }
  return out;
}

bool TableAmounts::telling(std::uint32_t total, std::span<const FootingTerm> terms) const {
  constexpr Wide kSomeSize = 200;  // a hundred units of its last place: of single digits many sums hold
  for (std::size_t c = 0; c < table_.columns.size(); ++c) {
    const auto& sum = amount(total, c);
    if (!sum || (sum->twice < kSomeSize * sum->slack && sum->twice > -kSomeSize * sum->slack)) continue;
    const auto nonzero = std::count_if(terms.begin(), terms.end(), [&](const FootingTerm& term) {
      const auto& part = amount(term.row, c);
      return part && part->twice != 0;
    });
    if (nonzero >= 2) return true;
  }
  return one_in(total, terms) >= kSeldomByChance;
}

Wide TableAmounts::one_in(std::uint32_t total, std::span<const FootingTerm> terms) const {
  constexpr Wide kMostOfAColumn = 100'000;
  Wide out = 1;
  for (std::size_t c = 0; c < table_.columns.size() && out < kNeverByChance; ++c) {
    bool exact = false;
    if (period_of_[c] != c || column_held(total, terms, c, exact) != Held::yes || !exact) continue;
    Wide spread = 0, finest = 1;
    int parts = 0;
    for (const FootingTerm& term : terms) {
      const auto& part = amount(term.row, c);
      if (!part || part->twice == 0) continue;
      ++parts;
      finest = std::max(finest, part->slack);
      spread += part->twice < 0 ? -part->twice : part->twice;
    }
    if (parts > 1) out *= std::clamp(spread / (2 * finest), Wide{1}, kMostOfAColumn);
  }
  return out;
}

}  // namespace kcfin::rulebook
