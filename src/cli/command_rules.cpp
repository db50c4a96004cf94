// `kcfin rules` and `kcfin explain`: what the registry says of its rules.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/run.h"
#include "cli/suggestion.h"
#include "cli/terminal.h"
#include "report/rule_page.h"

namespace kcfin::cli {

int print_text(const std::string& text) {
  auto output = Output::standard();
  output->write(text);
  output->commit();
  if (!output->failed()) return kExitSound;
  if (!output->closed_by_reader()) complain(output->fault());
  return kExitFault;
}

std::string unknown_rule(std::string_view id) {
  std::vector<std::string_view> known;
  for (const Rule& rule : rules()) known.push_back(rule.id);
  const std::string hint = did_you_mean(id, known);
  return fmt::format("unknown rule {}{}", id, hint.empty() ? " (see kcfin rules)" : hint);
}

int run_rules(const Request& /*request*/) {
  return print_text(report::rule_list(terminal_width(*Output::standard())));
}

int run_explain(const Request& request) {
  const std::string& id = request.operands.front();
  const auto rule = find_rule(id);
  if (!rule) {
    complain(unknown_rule(id));
    return kExitFault;
  }
  return print_text(report::rule_page(rules()[*rule], terminal_width(*Output::standard())));
}

}  // namespace kcfin::cli
