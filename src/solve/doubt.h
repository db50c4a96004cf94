// Breaks that speak of a misreading sooner than of a misprint: said as not understood, and not as findings.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "solve/faults.h"

namespace kcfin::solving {

// Why a statement that does not hold is taken for one that was not understood.
struct Doubt {
  std::size_t statement = 0;
  std::string_view reason;
};

// Of the broken statements about tables, those that a misreading explains better: several of one column, row
// or table break and no one figure explains them, or nothing else bears the reading out and no slip shows.
[[nodiscard]] std::vector<Doubt> find_doubts(const Network& network, const Values& values,
                                             std::span<const Statement> statements);

}  // namespace kcfin::solving
