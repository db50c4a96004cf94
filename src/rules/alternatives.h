// Numbers for alternative readings of one statement: see Equation::alternatives.
#pragma once

#include <algorithm>

#include "kcfin/equation.h"

namespace kcfin::rulebook {

// A number that no equation bears yet.
[[nodiscard]] inline std::uint32_t next_alternatives(const Equations& equations) {
  std::uint32_t most = 0;
  for (const Equation& equation : equations.equations) most = std::max(most, equation.alternatives);
  return most + 1;
}

}  // namespace kcfin::rulebook
