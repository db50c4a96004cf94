// Statements that do not hold, and which figures explain them.
#pragma once

#include <string>

#include "solve/network.h"
#include "solve/translation.h"

namespace kcfin::solving {

// One statement of the filing: an equation, or alternative readings of which one must hold.
struct Statement {
  std::span<const EquationId> readings;  // of the network; the first is the one that messages speak of
  Verdict verdict = Verdict::skipped;
  Agreement agreement = Agreement::not_judged;
};

// Groups alternatives and gives each statement its verdict. `agreement` overrides that of translations.
[[nodiscard]] std::vector<Statement> judge_statements(const Network& network,
                                                      std::span<const Verdict> verdicts,
                                                      std::span<const Agreement> agreement);

// A figure that explains broken statements, or several that could.
struct Explanation {
  FigureId figure = kNoFigure;
  Decimal value;                        // what it should be, in its own scale
  bool about = false;                   // known to its first digits only
  std::vector<std::size_t> statements;  // the broken ones that it mends, the one to report first
  std::vector<std::size_t> against;     // sound ones that it would break
  std::string slip;                     // how it probably happened; empty where the figures do not show it
  std::vector<FigureId> sources;        // figures that the slip was copied from
  struct Rival {
    FigureId figure = kNoFigure;
    Decimal value;
    std::string slip;
  };
  std::vector<Rival> rivals;  // the figures that explain as much, most plausible first: none is named
  std::vector<Rival> others;  // or those that explain as much but for the slip
};

// Smallest explanations of the broken statements, by plausibility. Bounded: what is not decided within the
// bound is not explained, and `complete` is false.
struct Diagnosis {
  std::vector<Explanation> explanations;
  bool complete = true;
  // The figures and statements as they would be with every explanation's figure right.
  Values values;
  std::vector<Statement> statements;
};
[[nodiscard]] Diagnosis diagnose(const Network& network, const Values& values,
                                 std::span<const Statement> statements);

}  // namespace kcfin::solving
