// What a figure is in its clause: the figure itself, one compared with, a change, a share, a reason.
#pragma once

#include <cstddef>

#include "prose/before.h"
#include "prose/figure_run.h"

namespace kcfin::prose {

// Gives `reading`, of the figure at `at`, its role and direction. A count makes what it counts the subject.
void give_role(const Phrase& phrase, const Gap& gap, std::size_t at, const FigureRun& run, Clause& clause,
               SentenceReading& sentence, Reading& reading);

}  // namespace kcfin::prose
