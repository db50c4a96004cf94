// Which tables are those of a file's markup: there a cell's place is a fact, and no scanner has been.
#pragma once

#include <vector>

#include "kcfin/finding.h"

namespace kcfin::solving {

// Of each table of the filing.
[[nodiscard]] std::vector<bool> tables_of_markup(const Document& document, const Filing& filing);

// `solve` that knows it.
[[nodiscard]] Report solve_knowing_markup(Filing& filing, const Equations& equations,
                                          const SolveOptions& options, const std::vector<bool>& of_markup);

}  // namespace kcfin::solving
