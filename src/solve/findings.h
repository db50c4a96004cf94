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
};

// Findings for every broken statement, roots before what follows from them; plugs and roundings as notes.
void add_findings(const Evidence& evidence, std::vector<Finding>& out);

// Stable name of a finding for baselines: issuer, report period, rule, label, period, unit and figure,
// hashed.
[[nodiscard]] std::string fingerprint_of(const Filing& filing, const Finding& finding);

}  // namespace kcfin::solving
