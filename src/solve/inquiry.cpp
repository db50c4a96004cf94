// What is asked of the state of a search.
#include "solve/inquiry.h"

#include <algorithm>

namespace kcfin::solving {

Inquiry::Inquiry(const Network& of, const Values& printed, std::span<const Statement> judged)
    : network(of),
      current(printed),
      statements(judged.begin(), judged.end()),
      statement_of(of.size(), 0),
      open(judged.size(), false) {
  held.reserve(judged.size());
  for (std::size_t s = 0; s < judged.size(); ++s) {
    const auto& readings = judged[s].readings;
    for (const EquationId id : readings) statement_of[id] = s;
    open[s] = judged[s].verdict == Verdict::inconsistent;
    const auto holds = readings.size() == 1
                           ? readings.end()
                           : std::find_if(readings.begin(), readings.end(),
                                          [&](EquationId id) { return network.holds(id, printed); });
    held.push_back(holds == readings.end() ? readings.front() : *holds);
  }
}

bool Inquiry::any_open() const { return std::find(open.begin(), open.end(), true) != open.end(); }

bool Inquiry::in_open_statement(FigureId figure) const {
  const auto list = network.of(figure);
  return std::any_of(list.begin(), list.end(), [&](EquationId id) { return open[statement_of[id]]; });
}

bool Inquiry::breaks_often(FigureId figure) const {
  std::size_t first = statements.size();
  for (const EquationId id : network.of(figure)) {
    const std::size_t s = statement_of[id];
    if (!open[s] || s == first) continue;
    if (first != statements.size()) return true;
    first = s;
  }
  return false;
}

Verdict Inquiry::verdict(std::size_t statement, const Values& values) const {
  Verdict best = Verdict::inconsistent;
  for (const EquationId id : statements[statement].readings) {
    const Verdict verdict = network.verdict(id, values);
    if (verdict == Verdict::exact) return verdict;
    if (verdict == Verdict::within_rounding) best = verdict;
  }
  return best;
}

bool Inquiry::holds(std::size_t statement, const Values& values) const {
  const auto& readings = statements[statement].readings;
  return std::any_of(readings.begin(), readings.end(),
                     [&](EquationId id) { return network.holds(id, values); });
}

}  // namespace kcfin::solving
