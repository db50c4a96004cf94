// `kcfin generate`, for packagers and the documentation: what is made from the option table and the
// registry of rules. It stands in no help, since a user has no need of it.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/manual.h"
#include "cli/run.h"
#include "report/rule_page.h"

namespace kcfin::cli {

int run_generate(std::span<const char* const> arguments) {
  if (arguments.size() == 2 && std::string_view(arguments[0]) == "rule") {
    const auto rule = find_rule(arguments[1]);
    if (rule) return print_text(report::rule_markdown(rules()[*rule]));
    complain(unknown_rule(arguments[1]));
    return kExitFault;
  }
  const auto text = arguments.size() == 1 ? manual(arguments[0]) : std::nullopt;
  if (text) return print_text(*text);
  complain("generate: one of bash, zsh, fish, man, commands, rule RULE");
  return kExitFault;
}

}  // namespace kcfin::cli
