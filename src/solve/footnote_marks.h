// Marks of footnotes glued to amounts in prose: "(US$1196.4 million)" for US$196.4 million.
#pragma once

#include "solve/repair.h"

namespace kcfin::solving {

// An amount of a sentence whose translation does not hold as printed, but does without its first digit, and
// that no other equation holds as printed: its value becomes that, and how it was decided is returned.
[[nodiscard]] std::vector<Recovery> take_off_footnote_marks(Filing& filing, const Network& network,
                                                            Values& values);

}  // namespace kcfin::solving
