// What a figure is said of: the words before the verb, or those that the verb moves.
#pragma once

#include <cstddef>

#include "prose/before.h"

namespace kcfin::prose {

// Gives `gap` the subject that the words [begin, end) before its figure name, unless it has one.
void read_subject(const Phrase& phrase, std::size_t begin, std::size_t end, Gap& gap);

// "representing total liabilities divided by total assets"
void read_division(const Phrase& phrase, std::size_t begin, std::size_t end, Gap& gap);

// A cause after the last verb: what follows explains the subject. "resulting in" states a result.
[[nodiscard]] bool reason_before(const Phrase& phrase, std::size_t begin, std::size_t end);

// "resulting in": what follows comes of what stands before.
[[nodiscard]] bool result_before(const Phrase& phrase, std::size_t begin, std::size_t end);

}  // namespace kcfin::prose
