// What an equation that leaves a range for one of its operands leaves in the middle of it.
#pragma once

#include "solve/network.h"

namespace kcfin::solving {

// The amount that a translation, a figure per share or a count of ADSs is made of, by the result and what
// else stands in the equation.
[[nodiscard]] std::optional<Decimal> middle_of_operand(const Network& network, const Values& values,
                                                       EquationId id, FigureId operand);

// The same where the result is a percentage or the amount rounded: one of these alone tells little of its
// operands, several that break with the same one tell its size.
[[nodiscard]] std::optional<Decimal> rough_middle_of_operand(const Network& network, const Values& values,
                                                             EquationId id, FigureId operand);

}  // namespace kcfin::solving
