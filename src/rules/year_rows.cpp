// Only figures have a period in such a table, not its columns; whether it is read rightly shows in most of
// its cells.
#include "rules/year_rows.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "rules/arithmetic.h"
#include "rules/column_names.h"
#include "statement/concept.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

// The period of the amounts of a row that begins with its year, under columns that have none; unknown for a
// row of any other kind.
Period period_of(const Filing& filing, const Table& table, const Row& row) {
  Period found;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    if (row.cells[c] == kNoFigure) continue;
    const Figure& figure = filing.figures[row.cells[c]];
    if (table.columns[c].period.known() || !figure.period.known() || figure.unit.measure != Measure::money)
      return {};
    if (found.known() && found != figure.period) return {};
    found = figure.period;
  }
  const bool says_year = found.known() && row.label.starts_with(std::to_string(found.end.year));
  return says_year ? found : Period{};
}

bool in_percent(const Filing& filing, const Row& row) {
  return row.role != Role::header &&
         std::any_of(row.cells.begin(), row.cells.end(), [](FigureId id) { return id != kNoFigure; }) &&
         std::all_of(row.cells.begin(), row.cells.end(), [&](FigureId id) {
           return id == kNoFigure || filing.figures[id].unit.measure == Measure::percent ||
                  filing.figures[id].unit.measure == Measure::percent_change;
         });
}

bool names_change(std::string_view label) {
  static constexpr std::array<std::string_view, 3> kWords = {"change", "growth", "increase"};
  static constexpr std::array<std::string_view, 6> kElse = {"constant",   "excluding", "organic",
                                                            "comparable", "quarter",   "sequential"};
  const std::string lowered = lower(label);
  return has_any(lowered, kWords) && !has_any(lowered, kElse);
}

bool a_year_before(const Period& base, const Period& own) {
  return base.end.year + 1 == own.end.year && base.end.month == own.end.month &&
         base.months() == own.months();
}

// Two thirds of the cells must bear the reading out, and two of them.
void emit(const Filing& filing, std::vector<Equation> made, Equations& out) {
  const Fit fit = fit_of(filing, made);
  if (fit.hold < 2 || fit.hold * 3 < fit.judged * 2) return;
  for (Equation& equation : made) out.equations.push_back(std::move(equation));
}

Equation of_two(RuleId rule, FigureId result, FigureId now, FigureId before) {
  Equation equation;
  equation.rule = rule;
  equation.relation = Relation::change;
  equation.support = Support::both;
  equation.result = result;
  equation.terms = {{now, 1}, {before, 1}};
  equation.reading = "against the row of the year before";
  return equation;
}

void relate_changes(const Filing& filing, const Table& table, RuleId rule, Equations& out) {
  const Row *now = nullptr, *before = nullptr;
  Period newest;
  for (const Row& row : table.rows) {
    if (const Period period = period_of(filing, table, row); period.known()) {
      before = now != nullptr && a_year_before(newest, period) ? now : nullptr;
      now = &row;
      newest = period;
      continue;
    }
    if (before == nullptr || !in_percent(filing, row) || !names_change(row.label)) continue;
    std::vector<Equation> made;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (row.cells[c] == kNoFigure || now->cells[c] == kNoFigure || before->cells[c] == kNoFigure) continue;
      made.push_back(of_two(rule, row.cells[c], now->cells[c], before->cells[c]));
    }
    emit(filing, std::move(made), out);
  }
}

}  // namespace

void relate_changes_of_years(const Filing& filing, RuleId rule, Equations& out) {
  for (const Table& table : filing.tables) relate_changes(filing, table, rule, out);
}

void relate_lines_in_columns(const StatementIndex& index, RuleId rule, Equations& out) {
  const Filing& filing = index.filing();
  for (const Table& table : filing.tables) {
    const bool dated = std::any_of(table.rows.begin(), table.rows.end(),
                                   [&](const Row& row) { return period_of(filing, table, row).known(); });
    if (!dated) continue;
    std::vector<std::size_t> columns(table.columns.size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    const std::vector<std::string> names = own_names(table, columns);
    std::vector<Equation> made;
    for (const std::size_t c : columns) {
      const Concept* known = match_concept(names[c], TableKind::income_statement);
      const auto line = known == nullptr ? std::nullopt : index.primary(known->name);
      if (!line || &index.table(*line) == &table) continue;
      for (const Row& row : table.rows) {
        const Period period = period_of(filing, table, row);
        if (!period.known() || row.cells[c] == kNoFigure) continue;
        const FigureId printed = index.cell(*line, period, filing.figures[row.cells[c]].unit);
        if (printed == kNoFigure) continue;
        Equation equation;
        equation.rule = rule;
        equation.relation = Relation::same;
        equation.support = Support::both;
        equation.result = row.cells[c];
        equation.terms = {{printed, 1}};
        equation.reading = "ties to " + index.name(*line);
        made.push_back(std::move(equation));
      }
    }
    emit(filing, std::move(made), out);
  }
}

}  // namespace kcfin::rulebook
