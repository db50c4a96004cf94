// A broken equation gives a value for each of its figures; one that leaves a range gives its middle and tests
// the slips that typists make.
#include "solve/trials.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "solve/operand_middle.h"
#include "values/slip.h"

namespace kcfin::solving {
namespace {

// Values from which the printed one could have come by one slip.
std::vector<Decimal> likely_originals(const Decimal& printed) {
  std::vector<Decimal> out;
  const auto add = [&](std::int64_t mantissa) {
    if (mantissa != printed.mantissa) out.push_back({mantissa, printed.decimals});
  };
  add(-printed.mantissa);
  std::string digits = std::to_string(printed.mantissa < 0 ? -printed.mantissa : printed.mantissa);
  if (digits.size() > 12) return out;
  const int sign = printed.mantissa < 0 ? -1 : 1;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const char own = digits[i];
    for (char c = '0'; c <= '9'; ++c) {
      if (c == own || (i == 0 && c == '0')) continue;
      digits[i] = c;
      add(sign * std::stoll(digits));
    }
    digits[i] = own;
    if (i + 1 < digits.size() && digits[i] != digits[i + 1]) {
      std::swap(digits[i], digits[i + 1]);
      add(sign * std::stoll(digits));
      std::swap(digits[i], digits[i + 1]);
    }
  }
  add(printed.mantissa * 1000);
  if (printed.mantissa % 1000 == 0) add(printed.mantissa / 1000);
  return out;
}

}  // namespace

bool told_before(const Trial& a, const Trial& b) {
  const auto key = [](const Trial& trial) {
    return std::tuple(trial.figure, trial.value.mantissa, trial.value.decimals, trial.about);
  };
  return key(a) < key(b);
}

bool same_value_tried(const Trial& a, const Trial& b) { return a.figure == b.figure && a.value == b.value; }

std::vector<Trial> Trials::of(std::size_t statement) {
  std::vector<Trial> out;
  for (const EquationId id : inquiry_.statements[statement].readings) {
    const Equation& equation = inquiry_.network.equation(id);
    propose(id, equation.result, out);
    for (const Term& term : equation.terms) propose(id, term.figure, out);
  }
  return out;
}

void Trials::propose(EquationId id, FigureId figure, std::vector<Trial>& out) {
  const Network& network = inquiry_.network;
  const Values& current = inquiry_.current;
  const auto& printed = current[figure];
  if (!printed || inquiry_.settled.count(figure) != 0) return;
  const auto value = network.solve_for(id, figure, current);
  if (value && !same_value(*value, *printed)) out.push_back({figure, *value, false});
  if (value) return;
  if (const auto middle = middle_of_operand(network, current, id, figure))
    out.push_back({figure, *middle, wide_range(id)});
  if (network.figure(figure).in_table() && (inquiry_.breaks_often(figure) || copies_its_row(figure))) {
    if (const auto middle = rough_middle_of_operand(network, current, id, figure))
      out.push_back({figure, *middle, true});
  }
  // Most slips do not even mend the equation at hand.
  for (const Decimal& slip : likely_originals(*printed)) {
    ++slips_;
    values_[figure] = slip;
    if (network.holds(id, values_)) out.push_back({figure, slip, false});
  }
  values_[figure] = printed;
}

// A count of two to the ADS is known by that of ADSs to a unit.
bool Trials::wide_range(EquationId id) const {
  const Equation& equation = inquiry_.network.equation(id);
  return equation.relation != Relation::scaled || compare(equation.rate, Decimal{2, 0}) > 0;
}

// Another period's figure of its row stands there too.
bool Trials::copies_its_row(FigureId id) const {
  const Network& network = inquiry_.network;
  const Values& current = inquiry_.current;
  const Figure& figure = network.figure(id);
  if (!telling(*current[id]) || figure.period.instant()) return false;
  const std::vector<FigureId>& cells = network.filing().tables[figure.table].rows[figure.row].cells;
  return std::any_of(cells.begin(), cells.end(), [&](FigureId other) {
    return other != kNoFigure && other != id && current[other] && network.figure(other).unit == figure.unit &&
           *current[other] == *current[id];
  });
}

}  // namespace kcfin::solving
