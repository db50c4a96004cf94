// A sum that does not hold, but would if one of its figures had not been mistyped.
#pragma once

#include "kcfin/equation.h"

namespace kcfin::rulebook {

// Whether one figure of the sum, made what the others leave for it, shows a slip of the hand. Figures of one
// scale, none of them blank; small ones show nothing. Where no other sum bears the signs out, one that is odd
// may be ours.
enum class Signs : std::uint8_t { borne_out, open };
[[nodiscard]] bool misses_by_a_slip(const Filing& filing, const Equation& sum, Signs signs);

}  // namespace kcfin::rulebook
