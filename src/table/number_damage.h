// What a figure whose text is damaged may have been: proposals, never a value.
#pragma once

#include <string_view>

#include "table/number.h"

namespace kcfin::table {

// `digits`: the cell's text without sign, currency and percent sign.
void propose_originals(Scanned& out, std::string_view digits, bool negative);

}  // namespace kcfin::table
