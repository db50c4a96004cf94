// Changes on another basis than the statements': at constant exchange rates, like for like.
#pragma once

#include <string_view>

#include "prose/reading.h"

namespace kcfin::prose {

// Why a claim's row may not agree: "(excluding special charges)" stands beside it, and the row may leave out
// nothing. It is held to it where it agrees.
inline constexpr std::string_view kLeavesOut = "the row may not leave out what the sentence does";

// Marks the readings that words like "8% in constant currency", "in US dollar terms" speak of.
void mark_rebased(std::string_view text, SentenceReading& sentence);

// "All percentage changes in sales in this press release are at CER, unless stated otherwise": those that say
// nothing of their basis are not the statements'.
[[nodiscard]] bool rebases_changes(std::string_view paragraph);

}  // namespace kcfin::prose
