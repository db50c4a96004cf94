// What became of the checks that held a figure, once the figure is another one.
#pragma once

#include <string>
#include <vector>

#include "harness/filing_text.h"
#include "kcfin/finding.h"

namespace kcfin::harness {

// A line a check of the sound filing: its rule, where its result stands, what it is now and why. Both filings
// are checked with `list_checks`.
[[nodiscard]] std::vector<std::string> fates(const Checked& before, FigureId figure, const Checked& after);

}  // namespace kcfin::harness
