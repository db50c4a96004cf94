// Whether a figure could be a slip of the pen for another: what a person mistypes, and not another figure.
#pragma once

#include "kcfin/filing.h"

namespace kcfin::prose {

// The amount is less than half or more than twice the cell, sizes compared, and neither a digit, two
// transposed digits, one too many or too few, nor a power of ten makes one of the other.
[[nodiscard]] bool far_from(const Figure& amount, const Figure& cell);

// The amount rounds a cell beside that one: of the row, or of the rows around it in its column. That is how
// a figure is copied from the wrong place.
[[nodiscard]] bool stands_near(const Filing& filing, const Figure& amount, const Figure& cell);

}  // namespace kcfin::prose
