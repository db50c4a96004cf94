// Recovering damaged figures: a value is taken only where evidence that does not rest on the damaged text
// proves it.
#pragma once

#include <string>

#include "solve/network.h"

namespace kcfin::solving {

// How one damaged figure was decided.
struct Recovery {
  FigureId figure = kNoFigure;
  bool recovered = false;
  bool one_reading = false;  // its form allows just this value
  std::string why;           // "separators misread; confirmed by ..."
};

// Fills `values` for damaged figures that can be proved, and says how each damaged figure was decided.
[[nodiscard]] std::vector<Recovery> recover(const Network& network, Values& values);

}  // namespace kcfin::solving
