// Findings about the text itself: what is damaged, what it is taken for, what had to be worked out.
#pragma once

#include "solve/repair.h"

namespace kcfin::solving {

struct TextEvidence {
  const Filing& filing;
  const Values& values;
  const std::vector<Recovery>& recoveries;
  bool claim_all = false;  // whatever the confidence
};

// Of what looks damaged only what the evidence makes likely is claimed: the rest is sound text that could not
// be read here, and a note with its line says so.
void add_text_findings(const TextEvidence& evidence, Report& report);

}  // namespace kcfin::solving
