// The numbers of the rules by name: a rule that is not in rule_list.inc does not compile.
#pragma once

#include "kcfin/equation.h"

namespace kcfin::rule_id {

enum Number : RuleId {
#define KCFIN_RULE(name) name,
#include "rules/rule_list.inc"
#undef KCFIN_RULE
};

}  // namespace kcfin::rule_id
