// The names under which other filings would report a line.
#pragma once

#include <cstdint>

#include "kcfin/filing.h"

namespace kcfin::solving {

// The name over a period of a line that adds up over time, from its name without one
// (Comparatives::Line::flow).
[[nodiscard]] std::uint64_t name_over(std::uint64_t flow, const Period& period);

}  // namespace kcfin::solving
