// Chooses among the rates that a filing states: a release states the rate of its report's date, sometimes
// others for comparison.
#include "rules/stated_rate.h"

#include "rules/arithmetic.h"

namespace kcfin::rulebook {
namespace {

// Rows whose US$ cell follows from the cell of the same period at this rate.
int cells_explained(const Filing& filing, const Rate& rate) {
  int explained = 0;
  for (const Table& table : filing.tables) {
    for (std::size_t to = 0; to < table.columns.size(); ++to) {
      for (std::size_t from = 0; from < table.columns.size(); ++from) {
        const Column &source = table.columns[from], &target = table.columns[to];
        if (source.unit.code != rate.from || target.unit.code != rate.to || !target.period.known() ||
            source.period != target.period)
          continue;
        for (const Row& row : table.rows) {
          if (row.role != Role::item || row.cells[from] == kNoFigure || row.cells[to] == kNoFigure) continue;
          Equation equation;
          equation.relation = Relation::translation;
          equation.result = row.cells[to];
          equation.terms = {{row.cells[from], 1}};
          equation.rate = rate.rate;
          explained += holds(filing, equation).value_or(false) ? 1 : 0;
        }
      }
    }
  }
  return explained;
}

}  // namespace

Date trading_date(Date date) {
  constexpr int kLongWeekend = 3;
  if (!date.known()) return date;
  const Date end = month_end(date.year, date.month);
  return end.day - date.day <= kLongWeekend ? end : date;
}

const Rate* stated_rate(const Filing& filing) {
  const Rate* best = nullptr;
  const auto of_report = [&](const Rate& rate) {
    return rate.as_of.known() && trading_date(rate.as_of) == trading_date(filing.report.end);
  };
  for (const Rate& rate : filing.rates) {
    if (best != nullptr && of_report(*best)) {
      const bool rival = of_report(rate) && !same_value(rate.rate, best->rate);
      if (rival && cells_explained(filing, rate) > cells_explained(filing, *best)) best = &rate;
    } else if (best == nullptr || of_report(rate) || best->as_of < rate.as_of) {
      best = &rate;
    }
  }
  return best;
}

Currency reporting_currency(const Table& table) {
  for (const Column& column : table.columns) {
    if (column.unit.measure == Measure::money && column.unit.currency_code() != "USD")
      return column.unit.code;
  }
  return {};
}

}  // namespace kcfin::rulebook
