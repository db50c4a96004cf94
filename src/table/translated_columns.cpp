// What is another column at one rate is its translation.
#include "table/translated_columns.h"

#include "table/column_figures.h"
#include "table/heading_dates.h"
#include "words/currency.h"

namespace kcfin::table {
namespace {

// The column of the same period in the main currency whose figures are those of column `i` at one rate; the
// number of columns where none has the same period, kTwinWithoutRate where there is no rate between them.
constexpr std::size_t kTwinWithoutRate = static_cast<std::size_t>(-1);
std::size_t amount_translated_in(const ColumnHeads& heads, const std::vector<Column>& columns, std::size_t i,
                                 Currency main) {
  for (std::size_t j = 0; j < heads.overs.size(); ++j) {
    const Column& other = columns[j];
    if (j == i || !heads.is_amount(j) || other.unit.measure != Measure::money || other.unit.code != main ||
        other.period != columns[i].period)
      continue;
    return at_one_rate(heads.draft, heads.draft.value_columns[j], heads.draft.value_columns[i])
               ? j
               : kTwinWithoutRate;
  }
  return heads.overs.size();
}

// The one column in the main currency whose figures stand in one rate to those of column `i`; the number of
// columns where none or several do.
std::size_t only_amount_at_one_rate(const ColumnHeads& heads, const std::vector<Column>& columns,
                                    std::size_t i, Currency main) {
  std::size_t found = heads.overs.size();
  for (std::size_t j = 0; j < heads.overs.size(); ++j) {
    const Column& other = columns[j];
    if (!heads.is_amount(j) || other.unit.measure != Measure::money || other.unit.code != main ||
        !at_one_rate(heads.draft, heads.draft.value_columns[j], heads.draft.value_columns[i]))
      continue;
    if (found != heads.overs.size()) return heads.overs.size();
    found = j;
  }
  return found;
}

}  // namespace

void date_translations(ColumnHeads& heads) {
  if (heads.draft.spans_known) return;
  for (std::size_t i = 1; i < heads.overs.size(); ++i) {
    Over &over = heads.overs[i], &left = heads.overs[i - 1];
    if (!heads.is_amount(i) || !heads.is_amount(i - 1) || !left.dated() || !translates(over, left) ||
        over.same_date(left) || (!over.borrowed_date && over.months == left.months))
      continue;
    if (!at_one_rate(heads.draft, heads.draft.value_columns[i - 1], heads.draft.value_columns[i])) continue;
    copy_date(left, over);
    heads.worked_out = true;
    heads.why = "a translation is of the period beside it";
  }
}

void settle_currencies(const ColumnHeads& heads, std::vector<Column>& columns) {
  const Currency main = heads.around.main_currency;
  if (main[0] == 0 || heads.draft.spans_known) return;
  const auto sure = [&](std::size_t i) { return heads.overs[i].own_unit && !heads.overs[i].unit_lost; };
  bool any_main = false;
  for (std::size_t i = 0; i < heads.overs.size(); ++i) any_main |= sure(i) && columns[i].unit.code == main;
  for (std::size_t i = 0; i < heads.overs.size(); ++i) {
    Column& column = columns[i];
    if (sure(i) || column.unit.measure != Measure::money || !heads.is_amount(i)) continue;
    if (!any_main && !heads.overs[i].unit_lost) continue;
    const std::size_t translated =
        column.period.known() ? amount_translated_in(heads, columns, i, main) : heads.overs.size();
    Currency settled = main;
    if (translated == kTwinWithoutRate || !column.period.known() || !any_main) {
      settled = {};
    } else if (translated < heads.overs.size()) {
      settled = currency("USD");
    }
    if (!heads.overs[i].unit_lost && (settled[0] == 0 || settled == column.unit.code)) continue;
    if (settled[0] == 0) {
      forget(column, "its heading does not tell its currency");
    } else {
      column.unit.code = settled;
      column.sources.unit = "the figures, held against the other columns";
      column.heading = Heading::worked_out;
      column.why = "the currency that the figures of a column are in";
    }
  }
}

void settle_dates_of_translations(const ColumnHeads& heads, std::vector<Column>& columns) {
  const Currency main = heads.around.main_currency;
  if (main[0] == 0 || heads.draft.spans_known) return;
  for (std::size_t i = 0; i < heads.overs.size(); ++i) {
    Column& column = columns[i];
    if (!heads.is_amount(i) || column.unit.measure != Measure::money || column.unit.code == main ||
        !column.period.known() || amount_translated_in(heads, columns, i, main) != heads.overs.size())
      continue;
    const std::size_t j = only_amount_at_one_rate(heads, columns, i, main);
    if (j == heads.overs.size()) continue;
    const std::string why = "a translation and its amount have two dates";
    if (heads.overs[i].borrowed_date == heads.overs[j].borrowed_date) {
      forget(columns[i], why);
      forget(columns[j], why);
      continue;
    }
    Column& wrong = columns[heads.overs[i].borrowed_date ? i : j];
    wrong.period = columns[heads.overs[i].borrowed_date ? j : i].period;
    wrong.sources.period = columns[heads.overs[i].borrowed_date ? j : i].sources.period;
    wrong.heading = Heading::worked_out;
    wrong.why = "a translation has the date of its amount";
  }
}

}  // namespace kcfin::table
