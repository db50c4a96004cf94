// `kcfin facts`: every figure of every filing, one a row.
#include "cli/commands.h"
#include "cli/run.h"

namespace kcfin::cli {

int run_facts(const Request& request) {
  Options options;
  if (!take_options(request, options)) return kExitFault;
  auto output = open_output(options.output);
  if (!output) return kExitFault;
  auto format = options.format == "ndjson" ? report::facts_ndjson() : report::facts_csv();
  Run run{.options = options};
  run.reports.push_back(std::make_unique<ReportWriter>(std::move(format), std::move(output)));
  const RunEnd end = run_over(options.operands, run);
  return finish(run, end, false);
}

}  // namespace kcfin::cli
