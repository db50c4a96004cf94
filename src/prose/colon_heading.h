// "All others: adjusted EBITA was RMB5.0 million": the words before a colon head what stands behind it.
#pragma once

#include <string_view>

#include "prose/reading.h"

namespace kcfin::prose {

// Empty where they are a clause of their own, or the name of the figure right behind the colon.
[[nodiscard]] std::string_view before_colon(std::string_view text, const SentenceReading& sentence);

}  // namespace kcfin::prose
