// Figures that no check holds, and why: the other half of the count that closes a report.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "kcfin/finding.h"
#include "report/facts.h"

namespace kcfin::report {

// The nearest reason why a figure is held by nothing. Asks for a report with its checks listed.
class UncheckedReasons {
 public:
  explicit UncheckedReasons(const Checked& checked);
  [[nodiscard]] std::string of(const Fact& fact) const;

 private:
  std::map<FigureId, const std::string*> skips_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, const std::string*> skips_of_row_;
};

struct Unchecked {
  std::string reason;
  std::uint32_t figures = 0;
  std::vector<std::uint32_t> lines;  // that they stand on, each once, in order
};

// One entry a reason, the one of most figures first. Asks for a report with its checks listed.
[[nodiscard]] std::vector<Unchecked> unchecked_figures(const Checked& checked);

}  // namespace kcfin::report
