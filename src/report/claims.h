// What sentences state, as `extract --claims` names it.
#pragma once

#include <string_view>

#include "kcfin/filing.h"

namespace kcfin::report {

[[nodiscard]] std::string_view name(ClaimKind kind);  // "amount", "change", "point-change", …

[[nodiscard]] std::string_view name(Direction direction);  // "up", "down"; empty for none

}  // namespace kcfin::report
