// `kcfin rules` and `kcfin explain`: what the registry says of its rules.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/run.h"
#include "cli/suggestion.h"
#include "cli/terminal.h"
#include "report/json.h"
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

namespace {

// A list of objects: what the pages of the rules say.
std::string rules_json() {
  std::string out;
  report::JsonWriter json(out);
  json.open_object();
  json.member("schema_version", 1);
  json.key("rules");
  json.open_array();
  for (const Rule& rule : rules()) {
    json.open_object();
    json.member("id", rule.id);
    json.member("family", rule.id.substr(0, rule.id.find('/')));
    json.member("severity", name(rule.severity));
    json.member("summary", rule.summary);
    json.member("checks", rule.checks);
    json.member("arithmetic", rule.arithmetic);
    json.member("example", rule.example);
    json.member("advice", rule.advice);
    json.close_object();
  }
  json.close_array();
  json.close_object();
  return out + "\n";
}

}  // namespace

int run_rules(const Request& request) {
  Options options;
  if (!take_options(request, options)) return kExitFault;
  if (options.format == "json") return print_text(rules_json());
  return print_text(report::rule_list(terminal_width(*Output::standard())));
}

int run_explain(const Request& request) {
  std::string id = request.operands.front();
  if (id.ends_with('/')) id.pop_back();  // a family as its rules begin
  const std::size_t width = terminal_width(*Output::standard());
  if (const auto rule = find_rule(id)) return print_text(report::rule_page(rules()[*rule], width));
  if (!rules_of(id).empty()) return print_text(report::rule_list(width, id + "/"));
  complain(unknown_rule(id));
  return kExitFault;
}

}  // namespace kcfin::cli
