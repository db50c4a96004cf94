// Parts of a line that a note lists without their total: "Share-based compensation cost included in:" over
// rows that together make the cash flow statement's share-based compensation.
#pragma once

#include "rules/rule_input.h"

namespace kcfin::rulebook {

// Sums of such rows, each against the line that the header or the title over them names.
void relate_note_parts(const RuleInput& input, RuleId rule, Equations& out);

}  // namespace kcfin::rulebook
