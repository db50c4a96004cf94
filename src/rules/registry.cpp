// The registry: every rule in order, and the run through them.
#include "rules/registry.h"

#include <array>

#include "rules/rule_input.h"

namespace kcfin {
namespace {

const auto& registry() {
  static const std::array kRules = {
#define KCFIN_RULE(name) rulebook::name,
#include "rules/rule_list.inc"
#undef KCFIN_RULE
  };
  return kRules;
}

}  // namespace

std::span<const Rule> rules() { return registry(); }

std::optional<RuleId> find_rule(std::string_view id) {
  for (std::size_t i = 0; i < registry().size(); ++i) {
    if (registry()[i].id == id) return static_cast<RuleId>(i);
  }
  return std::nullopt;
}

Equations relate(const Filing& filing) {
  const rulebook::RuleInput input(filing);
  Equations out;
  for (std::size_t i = 0; i < registry().size(); ++i) {
    if (registry()[i].relate != nullptr) registry()[i].relate(input, static_cast<RuleId>(i), out);
  }
  return out;
}

}  // namespace kcfin
