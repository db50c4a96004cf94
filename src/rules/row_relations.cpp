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

std::optional<Equation> quotient_of_rows(RuleId rule, Relation relation, const Table& table,
                                         std::uint32_t result, std::uint32_t first, std::uint32_t second,
                                         std::size_t column) {
  const FigureId own = table.rows[result].cells[column], top = table.rows[first].cells[column],
                 bottom = table.rows[second].cells[column];
  if (own == kNoFigure || top == kNoFigure || bottom == kNoFigure) return std::nullopt;
  Equation equation;
  equation.rule = rule;
  equation.relation = relation;
  equation.support = Support::both;
  equation.result = own;
  equation.terms = {{top, 1}, {bottom, 1}};
  equation.reading = "\u201c" + table.rows[first].label + "\u201d / \u201c" + table.rows[second].label +
                     "\u201d of its table";
  return equation;
}

void take_row(const Row& row, RuleId rule, std::vector<Equation> made, Equations& out) {
  for (Equation& equation : made) out.equations.push_back(std::move(equation));
  std::erase_if(out.skips, [&](const Skip& skip) {
    return skip.rule == rule && skip.figure != kNoFigure &&
           std::find(row.cells.begin(), row.cells.end(), skip.figure) != row.cells.end();
  });
}

}  // namespace kcfin::rulebook
