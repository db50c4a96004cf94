// The slips of an author or a typist, as changes of one figure of a table.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "harness/draw.h"
#include "kcfin/filing.h"

namespace kcfin::harness {

struct Slip {
  std::string_view name;
  // The wrong value; empty where the figure offers none (a single digit has no two to transpose).
  std::optional<Decimal> (*make)(const Filing& filing, FigureId figure, Draw& draw);
};

// A digit, two digits transposed, the sign, the scale, the neighbouring column's figure, the row above's,
// a prior period's left standing.
[[nodiscard]] std::span<const Slip> slips();

}  // namespace kcfin::harness
