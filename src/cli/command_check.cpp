// `kcfin check`: the findings of every filing, in the formats that were asked for.
#include "cli/commands.h"
#include "cli/run.h"
#include "cli/terminal.h"
#include "cli/version.h"

namespace kcfin::cli {
namespace {

report::CheckView view_of(const Options& options, const Output& output) {
  report::CheckView view;
  view.passed = options.show_passed;
  view.skipped = options.show_skipped;
  view.notes = options.show_notes;
  view.everything = options.show_all;
  view.quiet = options.quiet;
  view.fail_on = options.fail_on;
  view.color = wants_color(options.color, output);
  view.width = terminal_width(output);
  view.version = version();
  return view;
}

std::unique_ptr<report::Format> format_named(const std::string& name, const report::CheckView& view) {
  if (name == "json") return report::check_json(view);
  if (name == "ndjson") return report::check_ndjson(view);
  if (name == "sarif") return report::check_sarif(view);
  if (name == "junit") return report::check_junit(view);
  if (name == "github") return report::check_github();
  return report::check_text(view);
}

bool add_report(Run& run, const std::string& format, const std::string& path) {
  auto output = open_output(path);
  if (!output) return false;
  auto named = format_named(format, view_of(run.options, *output));
  run.reports.push_back(std::make_unique<ReportWriter>(std::move(named), std::move(output)));
  return true;
}

bool at_or_over(const report::Totals& totals, std::optional<Severity> threshold) {
  if (!threshold) return false;
  return totals.errors > 0 || (*threshold <= Severity::warning && totals.warnings > 0) ||
         (*threshold <= Severity::note && totals.notes > 0);
}

}  // namespace

int run_check(const Request& request) {
  Options options;
  if (!take_options(request, options)) return kExitFault;
  Run run{options, {}, {}, {}};
  run.solve.list_checks = options.show_passed || options.show_skipped || options.show_all;
  if (!add_report(run, options.format, options.output)) return kExitFault;
  for (const ReportTarget& target : options.reports) {
    if (!add_report(run, target.format, target.path)) return kExitFault;
  }
  const RunEnd end = run_over(options.operands, run);
  return finish(run, end, at_or_over(end.totals, options.fail_on));
}

}  // namespace kcfin::cli
