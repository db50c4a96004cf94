// Headers that carry their upper neighbour's figures garbled, where the form alone does not tell.
#pragma once

#include <vector>

#include "kcfin/filing.h"

namespace kcfin::solving {

// Lines of rows that are labelled as headers, whose figures have the shape of those above them and some of
// their digits, and that no equation over other rows holds.
[[nodiscard]] std::vector<std::uint32_t> find_ghosts(const Document& document, const Tables& tables);

}  // namespace kcfin::solving
