// Chooses among the rates that a filing states: a release states the rate of its report's date, sometimes
// others for comparison.
#include "rules/stated_rate.h"

namespace kcfin::rulebook {

const Rate* stated_rate(const Filing& filing) {
  const Rate* best = nullptr;
  for (const Rate& rate : filing.rates) {
    if (rate.as_of.known() && rate.as_of == filing.report.end) return &rate;
    if (best == nullptr || best->as_of < rate.as_of) best = &rate;
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
