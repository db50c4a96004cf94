// Every sum over blanks is judged as if they were nil; then each table tells whether it prints nil as a
// blank.
#include "solve/blank_rows.h"

#include <algorithm>
#include <map>

#include "values/slip.h"

namespace kcfin::solving {
namespace {

bool slip_shows(const Network& network, EquationId id, const Values& values) {
  const Equation& equation = network.equation(id);
  const auto shows = [&](FigureId figure) {
    if (!values[figure]) return false;
    const auto right = network.solve_for(id, figure, values);
    return right && telling_slip(*values[figure], *right);
  };
  return shows(equation.result) || std::any_of(equation.terms.begin(), equation.terms.end(),
                                               [&](const Term& term) { return shows(term.figure); });
}

// In a column of differences a row that came from nothing, or went to it, often prints no change.
bool is_difference(const Network& network, const Equation& equation) {
  const Figure& result = network.figure(equation.result);
  return result.in_table() && network.filing().tables[result.table].columns[result.column].difference;
}

struct Count {
  int held = 0, broken = 0;
};

}  // namespace

void take_blanks_for_nil(Network& network, const Values& values) {
  std::map<std::uint32_t, Count> tables;
  std::vector<EquationId> broken;
  for (EquationId id = 0; id < network.size(); ++id) {
    const Equation& equation = network.equation(id);
    if (equation.relation != Relation::sum || equation.blanks == 0) continue;
    network.take_blanks_for_nil(id, true);
    Count& count = tables[network.figure(equation.result).table];
    const Verdict verdict = network.verdict(id, values);
    count.held += verdict == Verdict::exact ? 1 : 0;
    if (verdict != Verdict::inconsistent) continue;
    ++count.broken;
    broken.push_back(id);
  }
  for (const EquationId id : broken) {
    const Count& count = tables[network.figure(network.equation(id).result).table];
    const bool nil_is_blank = count.held >= 2 && count.held >= 2 * count.broken;
    if (is_difference(network, network.equation(id))) {
      network.take_blanks_for_nil(id, false);
      continue;
    }
    if (!nil_is_blank && !slip_shows(network, id, values)) network.take_blanks_for_nil(id, false);
  }
}

}  // namespace kcfin::solving
