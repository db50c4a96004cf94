// The words behind a figure that belong to it: periods, "respectively", "each", "increase", "of <whole>".
#pragma once

#include <cstddef>
#include <string>

#include "prose/figure_run.h"
#include "prose/phrase.h"
#include "prose/reading.h"

namespace kcfin::prose {

// Where the words that begin at `begin` and name a margin end ("operating margin", "adjusted EBITDA margin");
// `begin` where they name none.
[[nodiscard]] std::size_t margin_end(const Phrase& phrase, std::size_t begin, std::size_t end);

// Makes `margin` the one with that name of the period and side of what stands beside it.
void name_margin(std::string name, const Reading& beside, Reading& margin, SentenceReading& sentence);

// Takes the words behind the last figure read from `begin` on, for it and its run. Returns where those that
// lead to the next figure begin.
std::size_t take_behind(const Phrase& phrase, std::size_t begin, std::size_t end, FigureRun& run,
                        SentenceReading& sentence);

}  // namespace kcfin::prose
