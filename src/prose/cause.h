// What a sentence names as the cause of a direction: "due to lower marketing expenses".
#pragma once

#include <vector>

#include "prose/phrase.h"
#include "prose/trend.h"

namespace kcfin::prose {

// Appends them to the directions of the sentence that `out` has.
void read_causes(const Phrase& phrase, std::vector<TrendReading>& out);

}  // namespace kcfin::prose
