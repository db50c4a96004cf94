// How a heading is read. First straight down: the words that stand over a column are its own. Where that
// gives two years to one column or none to another, the words are taken in reading order and dealt out to
// the columns; where their number does not fit, the column stays unknown.
#include "table/heading.h"

#include <algorithm>
#include <string>

#include "table/amount_columns.h"
#include "table/column_currencies.h"
#include "table/column_figures.h"
#include "table/column_heads.h"
#include "table/heading_dates.h"
#include "table/special_columns.h"
#include "table/translated_columns.h"

namespace kcfin::table {
namespace {

ColumnHeads heads_of(const Draft& draft, const Surroundings& around) {
  StraightDown words = straight_down(draft);
  return {.draft = draft,
          .around = around,
          .overs = std::move(words.overs),
          .amounts = {},
          .worked_out = words.dealt,
          .why = words.dealt ? "words that run together taken in the order in which they stand"
                             : "its words stand a column off"};
}

void measure(const Over& over, bool amount, const Surroundings& around, Column& column) {
  if (over.change && !amount && !over.difference) {
    column.unit.measure = Measure::percent_change;
  } else if (over.percent) {
    column.unit.measure = Measure::percent;
  } else if (over.shares) {
    column.unit.measure = Measure::shares;
    if (around.scale.shares_power >= 0) {
      column.scale_power = static_cast<std::uint8_t>(around.scale.shares_power);
    } else if (around.scale.scale_power > 0 && !around.scale.shares_excepted) {
      column.scale_power = static_cast<std::uint8_t>(around.scale.scale_power);
    }
  } else if (over.count) {
    column.unit.measure = Measure::pure;
  } else {
    column.unit.measure = over.per_share ? Measure::per_share : Measure::money;
    column.unit.code = over.unit;
    const int scale = over.scale >= 0 ? over.scale : around.scale.scale_power;
    if (scale > 0 && !over.per_share) column.scale_power = static_cast<std::uint8_t>(scale);
  }
}

// The columns that the words over them make.
std::vector<Column> columns_of(ColumnHeads& heads) {
  std::vector<Column> columns;
  for (std::size_t i = 0; i < heads.overs.size(); ++i) {
    Over& over = heads.overs[i];
    Column column;
    column.grid = heads.draft.value_columns[i];
    column.at = over.at;
    column.printed = over.printed;
    const bool amount = heads.is_amount(i);
    column.difference = over.difference && !amount;
    measure(over, amount, heads.around, column);
    if (amount) {
      column.period = period_of(over, heads.around.instant ? 0 : heads.around.months, *heads.around.years);
      const bool span = column.period.known() && !column.period.instant();
      if (span && !over.lasts() && over.first_month == 0) note_title(over, heads.around.title);
    }
    column.sources = over.sources;
    if (column.scale_power > 0 && over.scale < 0) column.sources.scale = heads.around.scale.said;
    if (amount) {
      if (!column.period.known()) {
        column.heading = Heading::unknown;
        column.why = "its heading gives no date";
      } else if (heads.worked_out) {
        column.heading = Heading::worked_out;
        column.why = heads.why;
      }
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

// Columns of one period and unit that no words of their own tell apart, as those of segments are.
bool any_twins(const ColumnHeads& heads, const std::vector<Column>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (std::size_t j = i + 1; j < columns.size(); ++j) {
      const Measure measure = columns[i].unit.measure;
      const bool twins = columns[i].period.known() && columns[i].period == columns[j].period &&
                         columns[i].unit == columns[j].unit && heads.is_amount(i) && heads.is_amount(j) &&
                         (measure == Measure::money || measure == Measure::percent) &&
                         heads.overs[i].name == heads.overs[j].name &&
                         !print_the_same(heads.draft, columns[i].grid, columns[j].grid);
      if (twins) return true;
    }
  }
  return false;
}

// Columns whose names are not understood, under one period: where one is the sum of the others they are
// parts and whole, and the period is of all of them.
bool parts_of_one_period(const Draft& draft, std::vector<Column>& columns) {
  const Column& first = columns.front();
  const bool alike = std::all_of(columns.begin(), columns.end(), [&](const Column& column) {
    return column.period == first.period && column.unit == first.unit &&
           column.scale_power == first.scale_power;
  });
  if (!alike || !add_across(draft)) return false;
  for (Column& column : columns) {
    column.heading = Heading::worked_out;
    column.why = "one of its columns is the sum of the others: one period is of all of them";
  }
  return true;
}

// "Q4 FY24" alone in a row of a table that is headed "FY24": which rows are of which is not told.
bool rows_name_another_quarter(const ColumnHeads& heads) {
  const bool by_quarters = std::any_of(heads.overs.begin(), heads.overs.end(), [](const Over& over) {
    return over.quarter != 0 || over.months == 3;
  });
  if (by_quarters) return false;
  return std::any_of(heads.draft.body.begin(), heads.draft.body.end(), [](const BodyRow& row) {
    if (row.label == nullptr || !row.cells.empty()) return false;
    const Lexed& lexed = lex_heading(row.label->text);
    if (lexed.words_left || lexed.figures_left) return false;
    bool quarter = false, year = false;
    for (const Token& token : lexed.tokens) {
      quarter |= token.word == Word::quarter;
      year |= token.word == Word::year;
    }
    return quarter && year;
  });
}

void forget_periods(std::vector<Column>& columns, const std::string& why) {
  for (Column& column : columns) forget(column, why);
}

// Two columns cannot be told apart: their words were dealt out wrong, or are not understood.
void part_twins(ColumnHeads& heads, std::vector<Column>& columns) {
  // The durations once more, by groups of columns.
  if (deal_durations(in_order(heads.draft, Word::months), heads.amounts)) {
    heads.worked_out = true;
    columns = columns_of(heads);
    settle_currencies(heads, columns);
  }
  if (any_twins(heads, columns) && deal_dates_again(heads.draft, heads.amounts)) {
    heads.worked_out = true;
    heads.why = "dates taken in the order in which they stand in the heading";
    columns = columns_of(heads);
    settle_currencies(heads, columns);
  }
  if (any_twins(heads, columns) && !parts_of_one_period(heads.draft, columns))
    forget_periods(columns, "the heading gives two columns the same period and unit");
}

}  // namespace

HeadingReading read_heading(const Draft& draft, const Surroundings& around) {
  ColumnHeads heads = heads_of(draft, around);
  find_amounts(heads);
  deal_unit_lines(heads);
  deal_units(heads);
  const Dating dating = date_columns(draft, around, heads.amounts, dated_percentages(heads));
  heads.worked_out = dating.worked_out.value_or(heads.worked_out);
  if (!dating.why.empty()) heads.why = dating.why;
  date_translations(heads);

  HeadingReading out;
  out.columns = columns_of(heads);
  settle_currencies(heads, out.columns);
  settle_dates_of_translations(heads, out.columns);
  if (any_twins(heads, out.columns)) part_twins(heads, out.columns);
  if (rows_name_another_quarter(heads))
    forget_periods(out.columns, "a quarter named among the rows is none of the heading's");
  date_special_columns(heads, out.columns);
  for (const Word word : {Word::month_day, Word::year, Word::months}) {
    for (const Token& token : in_order(draft, word)) out.loose.push_back(token);
  }
  return out;
}

}  // namespace kcfin::table
