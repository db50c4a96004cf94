// From statements that do not hold, and what explains them, to findings.
#pragma once

#include "solve/faults.h"

namespace kcfin::solving {

struct Evidence {
  const Network& network;
  const Equations& equations;
  const Values& values;
  std::span<const Statement> statements;
  const Diagnosis& diagnosis;
  bool claim_all = false;  // whatever the confidence
};

// Findings for every broken statement that is understood, roots before what follows from them; plugs and
// roundings as notes. What is not understood goes to the report's list of such, and `doubts` says of each
// statement why nothing is claimed of it.
void add_findings(const Evidence& evidence, Report& report, std::vector<std::string>& doubts);

}  // namespace kcfin::solving
