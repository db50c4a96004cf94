// A claim and the figure of a table that it states.
#pragma once

#include <string>

#include "kcfin/filing.h"
#include "prose/draft.h"
#include "statement/row_index.h"

namespace kcfin::prose {

void tie(Draft& draft, FigureId cell, RowSource source);
// The claim names no row after all; `why` becomes its reason.
void untie(Draft& draft, std::string why);

[[nodiscard]] RowRef row_of(const Filing& filing, FigureId cell);

// How a row was found that the metric names: by its label, its meaning, or the words that it has.
[[nodiscard]] RowSource source_by_words(const Filing& filing, const Draft& draft, RowRef at);

// Whether the translation beside the amount is not that of the row.
[[nodiscard]] bool translates_otherwise(const Filing& filing, const Draft& draft, FigureId cell);

[[nodiscard]] int significant_digits(const Decimal& value);

}  // namespace kcfin::prose
