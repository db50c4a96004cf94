// The parts of footing/definition, a file each: what a label, a sentence or a footnote defines.
#pragma once

#include "kcfin/equation.h"
#include "rules/rule_input.h"

namespace kcfin::rulebook {

// Basic + dilutive = diluted shares.
void relate_diluted_shares(const RuleInput& input, RuleId rule, Equations& out);
// Amounts per share: of continuing and discontinued operations, and with what adjusts them.
void relate_per_share_sums(const RuleInput& input, RuleId rule, Equations& out);
// Percentages of one whole, the effective tax rate by what leads to it from the statutory one, and adjusted
// percentages.
void relate_percent_sums(const RuleInput& input, RuleId rule, Equations& out);

}  // namespace kcfin::rulebook
