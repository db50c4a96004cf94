// Findings about the text itself: what is damaged, what it is taken for, what had to be worked out.
#pragma once

#include "solve/repair.h"

namespace kcfin::solving {

void add_text_findings(const Filing& filing, const Network& network, const Values& values,
                       const std::vector<Recovery>& recoveries, std::vector<Finding>& out);

}  // namespace kcfin::solving
