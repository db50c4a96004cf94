// Figures that no check holds, and why: the other half of the count that closes a report.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kcfin/finding.h"
#include "report/facts.h"

namespace kcfin::report {

// Why nothing in the filing could hold a figure that no check holds; empty where a check could.
[[nodiscard]] std::string_view nothing_to_hold(const Row& row, const Column& column, const Figure& figure);

// The nearest reason why a figure is held by nothing. Asks for a report with its checks listed.
class UncheckedReasons {
 public:
  explicit UncheckedReasons(const Checked& checked);
  [[nodiscard]] std::string of(const Fact& fact) const;

 private:
  std::map<FigureId, const std::string*> skips_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, const std::string*> skips_of_row_;
};

// How many figures no check holds, and none could.
[[nodiscard]] std::uint32_t figures_without_anything_to_hold(const Checked& checked);

struct Unchecked {
  std::string reason;
  std::uint32_t figures = 0;
  std::vector<std::uint32_t> lines;  // that they stand on, each once, in order
};

// One entry a reason, the one of most figures first. Asks for a report with its checks listed.
[[nodiscard]] std::vector<Unchecked> unchecked_figures(const Checked& checked);

}  // namespace kcfin::report
