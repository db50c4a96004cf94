// Which table figure a claim names: the row of its metric, the column of its period and unit.
#pragma once

#include <vector>

#include "kcfin/filing.h"
#include "prose/draft.h"
#include "prose/trends.h"

namespace kcfin::prose {

// Settles the period of claims whose sentence does not say it: the one that most of its amounts fulfil.
// Fills row_figure, or unresolved with the reason; marks a scale word that is missing and a measure that is
// misnamed. A row is named only with every qualifier, that of the paragraph's subject included; where that is
// not certain, the amount must be a correct rounding of the row's figure, or the claim stays unresolved.
// Of a trend, says why its metric may be that of a part.
void name_rows(Filing& filing, const FiscalCalendar& calendar, std::vector<Draft>& drafts,
               std::vector<TrendDraft>& trends);

}  // namespace kcfin::prose
