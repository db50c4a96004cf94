// Which of the places that print a fact speaks for it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "kcfin/finding.h"

namespace kcfin::report {

enum class Primary : std::uint8_t { nameless, no, yes };

// For each figure of the filing. Of all figures under one concept, period and unit exactly one is the
// primary: the one of the statement that they belong to (a span's of the income statement before the cash
// flow's, an instant's of the balance sheet), before highlights, reconciliations and notes; of these one
// whose column was read before one that was worked out, then the one printed most finely, then the first. A
// figure without a value, or of which the concept or the period is not known, is nameless.
[[nodiscard]] std::vector<Primary> primaries_of(const Checked& checked);

}  // namespace kcfin::report
