// The words behind a figure that belong to it: periods, "respectively", "each", "increase", "of <whole>".
#pragma once

#include <cstddef>

#include "prose/figure_run.h"
#include "prose/phrase.h"
#include "prose/reading.h"

namespace kcfin::prose {

// Takes them from `begin` on, for the last figure read and its run. Returns where the words that lead to the
// next figure begin.
std::size_t take_behind(const Phrase& phrase, std::size_t begin, std::size_t end, FigureRun& run,
                        SentenceReading& sentence);

}  // namespace kcfin::prose
