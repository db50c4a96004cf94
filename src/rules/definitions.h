// The parts of footing/definition, a file each: what a label, a sentence or a footnote defines.
#pragma once

#include <span>
#include <vector>

#include "kcfin/equation.h"
#include "rules/arithmetic.h"
#include "rules/rule_input.h"

namespace kcfin::rulebook {

// Basic + dilutive = diluted shares.
void relate_diluted_shares(const RuleInput& input, RuleId rule, Equations& out);
// Amounts per share: of continuing and discontinued operations, and with what adjusts them.
void relate_per_share_sums(const RuleInput& input, RuleId rule, Equations& out);
// Percentages of one whole, and the effective tax rate by what leads to it from the statutory one.
void relate_percent_sums(const RuleInput& input, RuleId rule, Equations& out);

// A sum down each column of the table, of the figures that `adds` takes alone. A column in which a figure of
// another unit stands among the terms has none.
[[nodiscard]] std::vector<Equation> column_sums(const Filing& filing, const Table& table,
                                                const Footing& footing, RuleId rule,
                                                bool (*adds)(const Figure&));
// How they fare, those aside that have one term alone.
[[nodiscard]] Fit fit_of_sums(const Filing& filing, std::span<const Equation> sums);

}  // namespace kcfin::rulebook
