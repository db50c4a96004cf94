// What a sentence says around an amount, and how its period and its row were found.
#pragma once

#include <vector>

#include "solve/confidence.h"

namespace kcfin::solving {

void add_claim_traits(const Network& network, const Values& values, FigureId stated, std::vector<Trait>& out);

}  // namespace kcfin::solving
