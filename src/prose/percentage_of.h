// Costs as a percentage of revenue: both sides of a ratio that the sentence names.
#pragma once

#include <string_view>

#include "kcfin/filing.h"

namespace kcfin::prose {

// "Research and development expenses as a percentage of revenues were 17.1%", "As a percentage of revenues,
// research and development expenses were 17.1%": gives the claim its part and whole.
void take_percentage_of(Claim& claim, std::string_view sentence);

}  // namespace kcfin::prose
