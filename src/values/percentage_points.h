// How figures of percentage points and of basis points are marked, in cells and in sentences.
#pragma once

#include <array>
#include <string_view>

namespace kcfin {

// Longer ones first: none is the end of a later one.
inline constexpr auto kPointUnits = std::to_array<std::string_view>(
    {"percentage points", "percentage point", "percentage-point", "percent points", "percentage pts",
     "pct. pts", "pct pts", "ppts", "pts", "pps", "ppt", "p.p.", "pp", "pt", "%p"});
inline constexpr auto kBasisPointUnits =
    std::to_array<std::string_view>({"basis points", "basis point", "bps", "bp"});

}  // namespace kcfin
