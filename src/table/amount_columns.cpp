// Percent signs, words of change and the figures themselves tell a column of amounts from the others.
#include "table/amount_columns.h"

#include <algorithm>

#include "table/column_figures.h"

namespace kcfin::table {
namespace {

// "% of total revenues" over whole numbers beside the revenues: their percentages, whether a cell repeats
// it or not.
bool is_share(const ColumnHeads& heads, std::size_t i) {
  constexpr std::int64_t kWhole = 100;
  const bool beside =
      heads.draft.spans_known && heads.overs[i].share &&
      std::any_of(heads.overs.begin(), heads.overs.end(), [](const Over& over) { return !over.share; });
  if (!beside) return false;
  for (const BodyRow& row : heads.draft.body) {
    for (const BodyCell& cell : row.cells) {
      if (cell.raw->column == heads.draft.value_columns[i] && cell.scanned.form == Form::figure &&
          (cell.scanned.grouped || cell.scanned.value.size().mantissa > kWhole * 10))
        return false;
    }
  }
  return true;
}

// A table of ratios may hold a few amounts: where no column is one of amounts, those of both are.
std::size_t amounts_among_percentages(const ColumnHeads& heads, std::vector<bool>& percent) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < heads.overs.size(); ++i) {
    const FigureCount count = count_percentages(heads.draft, heads.draft.value_columns[i]);
    if (heads.overs[i].percent || heads.overs[i].change || heads.overs[i].share ||
        count.alike == count.figures)
      continue;
    percent[i] = false;
    ++found;
  }
  return found;
}

// Amounts in millions with a decimal look as percentages do.
bool all_with_decimals(const ColumnHeads& heads) {
  return std::all_of(
      heads.draft.value_columns.begin(), heads.draft.value_columns.end(), [&](std::uint16_t column) {
        return printed_with_decimals(heads.draft, column) || printed_in_percent(heads.draft, column);
      });
}

// "%" over some columns and not over others. A column that has it, or a currency, from its neighbour's
// heading is told by its figures.
bool in_percent(ColumnHeads& heads, std::size_t i) {
  Over& over = heads.overs[i];
  const bool own = over.own_unit || over.own_percent || heads.draft.spans_known;
  const bool some =
      std::any_of(heads.overs.begin(), heads.overs.end(), [](const Over& o) { return o.own_percent; });
  if (own || !some || all_with_decimals(heads)) return over.percent;
  const bool decimals = printed_with_decimals(heads.draft, heads.draft.value_columns[i]);
  over.unit_lost |= over.percent && !decimals;
  over.percent = decimals;
  return decimals;
}

// "Percentage" reaches over whole numbers, where its own column has decimals or percent signs.
bool some_borrow_percent_wrongly(const ColumnHeads& heads) {
  bool own = false, whole = false;
  for (std::size_t i = 0; i < heads.overs.size(); ++i) {
    const std::uint16_t column = heads.draft.value_columns[i];
    const bool fits = printed_with_decimals(heads.draft, column) || printed_in_percent(heads.draft, column);
    own |= heads.overs[i].own_percent && fits;
    whole |= heads.overs[i].percent && !heads.overs[i].own_percent && !fits;
  }
  return own && whole && !heads.draft.spans_known;
}

// Whether the column gives the amounts by which one of the others differs from another.
bool differs_by(const ColumnHeads& heads, std::size_t i) {
  constexpr std::size_t kMost = 16;  // columns; wider tables compare no two of theirs so
  const std::vector<std::uint16_t>& columns = heads.draft.value_columns;
  if (columns.size() > kMost) return false;
  for (const std::uint16_t now : columns) {
    for (const std::uint16_t base : columns) {
      if (now != base && now != columns[i] && base != columns[i] &&
          differences_between(heads.draft, columns[i], now, base))
        return true;
    }
  }
  return false;
}

// "1Q25" and "Change" in one cell over an amount and its change: the amount is no change where no other
// column could be it.
void part_amounts_from_changes(ColumnHeads& heads, const std::vector<bool>& percent) {
  for (std::size_t i = 0; i < heads.overs.size(); ++i) {
    Over& over = heads.overs[i];
    if (!over.change || percent[i] || !over.own_unit || !over.dated() || heads.draft.spans_known) continue;
    const bool twin = std::any_of(heads.overs.begin(), heads.overs.end(), [&](const Over& other) {
      return &other != &over && other.unit == over.unit && other.year == over.year &&
             other.month == over.month && other.quarter == over.quarter && other.half == over.half;
    });
    if (!twin) over.change = false;
  }
}

}  // namespace

void find_amounts(ColumnHeads& heads) {
  const std::size_t n = heads.overs.size();
  std::vector<bool> percent(n);
  std::size_t money = 0;
  // "%" over some columns and not over others says what they hold, whether the cells repeat it or not.
  const bool told_apart =
      !std::all_of(heads.overs.begin(), heads.overs.end(), [](const Over& over) { return over.percent; }) ||
      some_borrow_percent_wrongly(heads);
  bool changes_in_percent = false;
  for (std::size_t i = 0; i < n; ++i) {
    percent[i] = printed_in_percent(heads.draft, heads.draft.value_columns[i]) ||
                 begins_in_percent(heads.draft, heads.draft.value_columns[i]);
    changes_in_percent |= percent[i] && heads.overs[i].change;
  }
  for (std::size_t i = 0; i < n; ++i) {
    Over& over = heads.overs[i];
    // Beside changes in per cent, amounts with a date of their own are no change: the word reaches too far.
    if (changes_in_percent && !percent[i] && over.dated()) over.change = false;
    percent[i] = (told_apart && in_percent(heads, i)) || percent[i] || is_share(heads, i);
    over.difference =
        over.change && !percent[i] &&
        (printed_in_thousands(heads.draft, heads.draft.value_columns[i]) || differs_by(heads, i));
    if (!percent[i] && !over.difference) ++money;
  }
  if (money == 0) money = amounts_among_percentages(heads, percent);
  const bool any_change =
      std::any_of(heads.overs.begin(), heads.overs.end(), [](const Over& over) { return over.change; });
  const bool all_change =
      std::all_of(heads.overs.begin(), heads.overs.end(), [](const Over& over) { return over.change; });
  bool change_in_place = false;  // the word stands over a column of percentages
  if (any_change && !all_change) part_amounts_from_changes(heads, percent);
  for (std::size_t i = 0; i < n; ++i) change_in_place |= !all_change && percent[i] && heads.overs[i].change;
  for (std::size_t i = 0; i < n; ++i) {
    Over& over = heads.overs[i];
    if (all_change) over.change = percent[i] && money > 0;
    if (percent[i] && money > 0 && any_change && !change_in_place) over.change = true;
    if (percent[i]) over.percent = true;
    const bool special = money > 0 && (over.change || percent[i] || (over.share && over.percent));
    if (!special) heads.amounts.push_back(&over);
  }
  if (heads.amounts.empty()) {
    for (Over& over : heads.overs) heads.amounts.push_back(&over);
  }
}

std::vector<Over*> dated_percentages(ColumnHeads& heads) {
  std::vector<Over*> out;
  for (std::size_t i = 0; heads.draft.spans_known && i < heads.overs.size(); ++i) {
    Over& over = heads.overs[i];
    if (!heads.is_amount(i) && over.percent && !over.change && over.year != 0) out.push_back(&over);
  }
  return out;
}

}  // namespace kcfin::table
