// Findings about words that say a direction.
#pragma once

#include "solve/network.h"

namespace kcfin::solving {

struct DirectionEvidence {
  const Filing& filing;
  const Equations& equations;
  bool claim_all = false;  // whatever the confidence
};

// Judges every direction that words state, behind the findings about figures: a change whose percentage is
// right but for its direction is a finding about its word, and none about its figure.
void add_direction_findings(const DirectionEvidence& evidence, Report& report);

}  // namespace kcfin::solving
