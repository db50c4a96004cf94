// Changes against something else than another period of the statements: a budget, a peak, a month.
#pragma once

#include <string_view>

#include "prose/reading.h"

namespace kcfin::prose {

// Marks the changes whose words behind say so: "up 7% compared with the budget", "down 3% from the prior
// month". An amount or a period that was read behind them says what they are against.
void mark_other_bases(std::string_view text, SentenceReading& sentence);

}  // namespace kcfin::prose
