// Currencies and scales in a heading. Each reads what stands at the front, says so, and passes it; or leaves
// the text as it is.
#pragma once

#include "table/heading_text.h"

namespace kcfin::table {

[[nodiscard]] bool read_money(HeadingText& heading);

}  // namespace kcfin::table
