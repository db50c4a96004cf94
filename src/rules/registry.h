// The definitions that the rule files give. A rule is one file, one line of rule_list.inc and its tests.
#pragma once

#include "kcfin/finding.h"

namespace kcfin::rulebook {

#define KCFIN_RULE(name) extern const Rule name;
#include "rules/rule_list.inc"
#undef KCFIN_RULE

}  // namespace kcfin::rulebook
