// Changes on another basis than the statements': at constant exchange rates, like for like.
#pragma once

#include <string_view>

#include "prose/reading.h"

namespace kcfin::prose {

// Marks the readings that words like "8% in constant currency", "in US dollar terms" speak of.
void mark_rebased(std::string_view text, SentenceReading& sentence);

}  // namespace kcfin::prose
