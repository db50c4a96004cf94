// A change leads to the latest period left of it; a share belongs to the amount beside it.
#include "table/special_columns.h"

#include "table/column_figures.h"

namespace kcfin::table {
namespace {

bool is_special(const Column& column) {
  return column.unit.measure == Measure::percent || column.unit.measure == Measure::percent_change;
}

// Percentages that are the changes between two amounts of the table, though no word says so.
bool is_change(const ColumnHeads& heads, const std::vector<Column>& columns, std::size_t i) {
  for (std::size_t now = 0; now < heads.overs.size(); ++now) {
    for (std::size_t base = 0; base < heads.overs.size(); ++base) {
      if (heads.is_amount(now) && heads.is_amount(base) && columns[base].period.known() &&
          columns[base].period.end < columns[now].period.end &&
          changes_between(heads.draft, heads.draft.value_columns[i], heads.draft.value_columns[now],
                          heads.draft.value_columns[base]))
        return true;
    }
  }
  return false;
}

bool give_period(const ColumnHeads& heads, std::vector<Column>& columns, std::size_t i) {
  Column& column = columns[i];
  const bool change = column.unit.measure == Measure::percent_change || column.difference;
  if (!change && heads.draft.spans_known && heads.overs[i].dated()) {
    column.period =
        period_of(heads.overs[i], heads.around.instant ? 0 : heads.around.months, *heads.around.years);
    return true;
  }
  bool any = false;
  for (std::size_t j = i; j-- > 0;) {
    const Column& left = columns[j];
    if (is_special(left) || left.difference) continue;
    any = true;
    if (!left.period.known()) return false;
    if (!column.period.known() || (change && column.period.end < left.period.end))
      column.period = left.period;
    if (!change) break;
  }
  column.sources.period = "the amounts beside it";
  for (std::size_t j = i + 1; !any && !column.period.known() && j < columns.size(); ++j) {
    if (!is_special(columns[j])) column.period = columns[j].period;
  }
  return column.period.known();
}

}  // namespace

void date_special_columns(const ColumnHeads& heads, std::vector<Column>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    Column& column = columns[i];
    if (heads.is_amount(i)) continue;
    if (column.unit.measure == Measure::percent && !heads.overs[i].share && is_change(heads, columns, i))
      column.unit.measure = Measure::percent_change;
    if (!give_period(heads, columns, i)) forget(column, "no column beside it has a date");
  }
}

}  // namespace kcfin::table
