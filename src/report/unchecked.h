// Figures that no check holds, and why: the other half of the count that closes a report.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kcfin/finding.h"

namespace kcfin::report {

struct Unchecked {
  std::string reason;
  std::uint32_t figures = 0;
  std::vector<std::uint32_t> lines;  // that they stand on, each once, in order
};

// One entry a reason, the one of most figures first. Asks for a report with its checks listed.
[[nodiscard]] std::vector<Unchecked> unchecked_figures(const Checked& checked);

}  // namespace kcfin::report
