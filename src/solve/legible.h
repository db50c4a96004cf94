// What can still be read of a damaged figure, and the values that it may stand for.
#pragma once

#include <optional>
#include <string_view>

#include "kcfin/filing.h"

namespace kcfin::solving {

// How many of its digits can be read.
[[nodiscard]] int digits_legible(std::string_view legible);

// Whether a whole amount has the digits that can be read, where they stand, and the sign.
[[nodiscard]] bool fits(std::string_view legible, const Decimal& value);

// The one whole amount of a range, in the figure's own scale, that fits; empty where none or several do.
[[nodiscard]] std::optional<Decimal> only_fit(std::string_view legible, const Interval& range,
                                              int scale_power);

// On a damaged row, a well-formed figure that stands right above it too.
[[nodiscard]] bool copies_above(const Filing& filing, const Figure& figure);

}  // namespace kcfin::solving
