// A report's findings put in order, named and counted.
#pragma once

#include "kcfin/finding.h"

namespace kcfin::solving {

// By line, causes before what follows from them; then fingerprints and the totals of roots.
void finish_report(const Filing& filing, Report& report);

}  // namespace kcfin::solving
