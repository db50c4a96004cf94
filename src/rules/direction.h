// Which way figures went, and what a direction of one measure does to another.
#pragma once

#include <optional>
#include <string_view>

#include "kcfin/equation.h"

namespace kcfin::rulebook {

// Which way figures of that metric went, as words say it: costs and losses by their size. Empty where that
// cannot be said: through nothing, of another unit, a measure of profit below nothing.
[[nodiscard]] std::optional<Direction> way_of(const Figure& to, const Figure& from, const Metric& metric);

// Costs, expenses and losses move by their size, whatever sign their row prints.
[[nodiscard]] bool in_size(std::string_view phrase);

// "up", "down".
[[nodiscard]] std::string_view words_of(Direction direction);

}  // namespace kcfin::rulebook
