// Which amounts of a sentence a change leads to, and which it starts from.
#pragma once

#include <cstddef>
#include <vector>

#include "kcfin/filing.h"
#include "prose/draft.h"

namespace kcfin::prose {

// Pairs the changes among the drafts from `first` on, those of one sentence.
void pair_changes(std::size_t first, Filing& filing, const FiscalCalendar& calendar,
                  std::vector<Draft>& drafts);

}  // namespace kcfin::prose
