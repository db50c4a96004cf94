// From verdict to severity: the one table, applied after causes are known.
#pragma once

#include "solve/network.h"
#include "solve/translation.h"

namespace kcfin::solving {

struct Break {
  Relation relation = Relation::sum;
  bool sound_text = true;      // no operand was damaged
  bool same_precision = true;  // of a repeated fact
  bool across_zero = false;    // a change from loss to profit or back
  bool of_plugs = false;       // a ratio of amounts that a unit of their last place would make right
  Wide units_off = 0;          // of the result's last printed place; 0 where it cannot be told
};
[[nodiscard]] Severity severity_of(const Break& fault);

}  // namespace kcfin::solving
