// What a figure whose text is damaged may have been: proposals, never a value.
#pragma once

#include <string_view>

#include "table/number.h"

namespace kcfin::table {

// `digits`: the cell's text without sign, currency and percent sign.
void propose_originals(Scanned& out, std::string_view digits, bool negative);

// "42-73" among amounts with two decimals: no range, its point misread. False where the text is none.
[[nodiscard]] bool point_misread_as_dash(std::string_view text, Scanned& out);

}  // namespace kcfin::table
