// Choosing among hypotheses: the best, and those that explain as much.
#pragma once

#include <vector>

#include "solve/faults.h"
#include "solve/hypothesis.h"

namespace kcfin::solving {

struct Choice {
  Explanation explanation;
  const Hypothesis* chosen = nullptr;
};
// `best_first`: by worth, at least one. An explanation that mends the same statements with about the same
// worth is a rival.
[[nodiscard]] Choice choose(const Inquiry& inquiry, const std::vector<const Hypothesis*>& best_first);

}  // namespace kcfin::solving
