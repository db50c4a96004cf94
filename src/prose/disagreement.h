// Where a claim's amount is not that of the row that it names: whether the row is meant at all.
#pragma once

#include <cstddef>
#include <vector>

#include "kcfin/filing.h"
#include "prose/draft.h"
#include "prose/metric_rows.h"

namespace kcfin::prose {

// Unties the claim `at` of a sentence, the drafts from `begin` to before `end`, and those of its clause,
// where every amount of the clause differs from its row; and where it alone is there, if the figure is no
// slip for the row's.
void weigh_disagreement(const Filing& filing, MetricRows& rows, std::vector<Draft>& drafts, std::size_t begin,
                        std::size_t end, std::size_t at);

// Unties amounts that are a thousand times their row's figures, in a table that no amount ties to as it is
// printed: it does not say that it is in thousands.
void weigh_scales(const Filing& filing, std::vector<Draft>& drafts);

}  // namespace kcfin::prose
