// A skip is known by the rule and the figure that it is of.
#include "rules/row_relations.h"

#include <algorithm>

namespace kcfin::rulebook {

std::set<FigureId> held_by(RuleId rule, const Equations& equations) {
  std::set<FigureId> held;
  for (const Equation& equation : equations.equations) {
    if (equation.rule == rule) held.insert(equation.result);
  }
  return held;
}

void take_row(const Row& row, RuleId rule, std::vector<Equation> made, Equations& out) {
  for (Equation& equation : made) out.equations.push_back(std::move(equation));
  std::erase_if(out.skips, [&](const Skip& skip) {
    return skip.rule == rule && skip.figure != kNoFigure &&
           std::find(row.cells.begin(), row.cells.end(), skip.figure) != row.cells.end();
  });
}

}  // namespace kcfin::rulebook
