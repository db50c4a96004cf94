// Headers that carry their upper neighbour's figures garbled, where the form alone does not tell.
#pragma once

#include <vector>

#include "kcfin/equation.h"

namespace kcfin::solving {

// A row that is labelled as a header, whose figures have the shape of those above them and some of their
// digits.
struct GhostSuspect {
  std::uint32_t line = 0;
  std::vector<FigureId> cells, above;
  bool close = false;  // half of the digits are those above
};
[[nodiscard]] std::vector<GhostSuspect> ghost_suspects(const Document& document, const Tables& tables);

// The lines of those that no equation over other rows holds.
[[nodiscard]] std::vector<std::uint32_t> confirmed_ghosts(const std::vector<GhostSuspect>& suspects,
                                                          const Filing& filing, const Equations& equations);

}  // namespace kcfin::solving
