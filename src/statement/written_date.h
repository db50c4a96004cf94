// Dates that are written out in sentences.
#pragma once

#include <string_view>

#include "kcfin/filing.h"

namespace kcfin::statement {

// 1 to 12 by the first three letters of the name, in any case; 0 where they are none.
[[nodiscard]] int month_number(std::string_view name);
// The first date of a text, "June 30, 2023", or else the first "30 June 2023"; unknown where there is none.
[[nodiscard]] Date first_date(std::string_view text);

}  // namespace kcfin::statement
