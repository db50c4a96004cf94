// What the amounts around a break say of it: the row's other periods, the column, the figures that would
// explain it.
#pragma once

#include <optional>
#include <vector>

#include "solve/confidence.h"

namespace kcfin::solving {

// How one of several figures that explain a break as well may have gone wrong: the most telling of them.
[[nodiscard]] std::optional<Trait> slip_of_a_rival(const Values& values, const Explanation& explanation);

void add_amount_traits(const Network& network, const Values& values, const RootBreak& root,
                       EquationId equation, std::vector<Trait>& out);

}  // namespace kcfin::solving
