// A sum that fails by a slip of the pen: it is the sum that was meant.
#pragma once

#include <span>

#include "rules/footing/amounts.h"

namespace kcfin::rulebook {

// In every column in which the rows do not add up to the total, one figure of them would make them do so, and
// shows how it went wrong: a digit, two transposed, its sign, its scale, or the figure of a neighbouring
// cell. Sums of small figures show nothing.
[[nodiscard]] bool misses_by_a_slip(const TableAmounts& amounts, std::uint32_t total,
                                    std::span<const FootingTerm> terms);

// Of two columns the one adds up to the digit, and the other misses by a slip: as telling as two that add up.
[[nodiscard]] bool holds_but_for_a_slip(const TableAmounts& amounts, std::uint32_t total,
                                        std::span<const FootingTerm> terms, const Score& score);

}  // namespace kcfin::rulebook
