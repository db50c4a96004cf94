// Numbers for alternative readings of one statement: see Equation::alternatives.
#pragma once

#include <cstdint>

#include "kcfin/equation.h"

namespace kcfin::rulebook {

// A number that no equation bears yet.
[[nodiscard]] inline std::uint32_t next_alternatives(Equations& equations) {
  return ++equations.alternatives;
}

}  // namespace kcfin::rulebook
