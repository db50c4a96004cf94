// Each equation counts once, however many figures of the row stand in it.
#include "solve/row_evidence.h"

#include <algorithm>

namespace kcfin::solving {
namespace {

bool stands_in(FigureId id, const RowAsked& row) {
  return std::find(row.cells.begin(), row.cells.end(), id) != row.cells.end() ||
         std::find(row.apart.begin(), row.apart.end(), id) != row.apart.end();
}

bool says_nothing(const Equation& equation, const RowAsked& row) {
  return !row.apart.empty() && stands_in(equation.result, row) &&
         std::all_of(equation.terms.begin(), equation.terms.end(),
                     [&](const Term& term) { return stands_in(term.figure, row); });
}

RowEvidence evidence_of(const Network& network, const RowAsked& row, const Values& values) {
  std::vector<EquationId> equations;
  for (const FigureId id : row.cells) {
    if (id == kNoFigure) continue;
    equations.insert(equations.end(), network.of(id).begin(), network.of(id).end());
  }
  std::sort(equations.begin(), equations.end());
  equations.erase(std::unique(equations.begin(), equations.end()), equations.end());
  RowEvidence evidence;
  for (const EquationId id : equations) {
    if (says_nothing(network.equation(id), row)) continue;
    const Verdict verdict = network.verdict(id, values);
    if (verdict == Verdict::exact || verdict == Verdict::within_rounding) ++evidence.holding;
    if (verdict == Verdict::inconsistent) ++evidence.broken;
    if (verdict == Verdict::exact && network.equation(id).relation == Relation::sum) ++evidence.exact_sums;
  }
  return evidence;
}

}  // namespace

Values printed_values(const Filing& filing) {
  Values values;
  values.reserve(filing.figures.size());
  for (const Figure& figure : filing.figures) values.push_back(figure.usable() ? figure.value : std::nullopt);
  return values;
}

std::vector<RowEvidence> evidence_of_rows(const Filing& filing, const Equations& equations,
                                          std::span<const RowAsked> rows) {
  const Network network(filing, equations);
  const Values values = printed_values(filing);
  std::vector<RowEvidence> out;
  out.reserve(rows.size());
  for (const RowAsked& row : rows) out.push_back(evidence_of(network, row, values));
  return out;
}

}  // namespace kcfin::solving
