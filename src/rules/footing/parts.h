// Parts that stand below or beside the total that holds them already: they are no terms of a later total.
#pragma once

#include <vector>

#include "rules/footing/amounts.h"

namespace kcfin::rulebook {

struct Parts {
  std::vector<bool> inside;  // per row: a part of a row printed before it
  std::vector<Footing> footings;
};

[[nodiscard]] Parts find_parts(const TableAmounts& amounts);

}  // namespace kcfin::rulebook
