// The state of the search for faults: the figures as printed but for what is explained already, and which
// statements are still broken.
#pragma once

#include <set>
#include <vector>

#include "solve/faults.h"

namespace kcfin::solving {

struct Inquiry {
  Inquiry(const Network& of, const Values& printed, std::span<const Statement> judged);

  [[nodiscard]] bool any_open() const;
  // Whether the figure stands in an open statement, and whether in two or more.
  [[nodiscard]] bool in_open_statement(FigureId figure) const;
  [[nodiscard]] bool breaks_often(FigureId figure) const;
  // The best that a reading of the statement makes of it.
  [[nodiscard]] Verdict verdict(std::size_t statement, const Values& values) const;
  [[nodiscard]] bool holds(std::size_t statement, const Values& values) const;

  const Network& network;
  Values current;  // as printed, but for what is explained already
  std::vector<Statement> statements;
  std::vector<std::size_t> statement_of;  // of each equation
  std::vector<EquationId> held;           // of each statement, the reading by which it held, or the first
  std::vector<bool> open;                 // of each statement: broken and not yet explained
  std::set<FigureId> settled;             // figures that explain something
};

[[nodiscard]] inline bool sound(const Statement& statement) {
  return statement.verdict == Verdict::exact || statement.verdict == Verdict::within_rounding;
}

}  // namespace kcfin::solving
