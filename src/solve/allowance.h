// How far a check may be off without being a contradiction, for those who make its arithmetic anew.
#pragma once

#include <optional>

#include "kcfin/finding.h"

namespace kcfin::solving {

// By how much, in the result's scale, what is printed may differ from what the terms make: the roundings of
// all figures, and where the check was found to hold for another reason (a plug, that its total agrees), as
// much as it is off. Empty where that cannot be told.
[[nodiscard]] std::optional<Decimal> allowance(const Filing& filing, const Equation& equation,
                                               Verdict verdict);

}  // namespace kcfin::solving
