// `kcfin facts`: every figure of every filing, one a row.
#include "cli/commands.h"
#include "cli/run.h"

namespace kcfin::cli {

int run_facts(const Request& request) {
  Options options;
  if (!take_options(request, options)) return kExitFault;
  auto output = open_output(options.output);
  if (!output) return kExitFault;
  const report::FactsView view{
      .byte_order_mark = options.bom, .header = !options.no_header, .errors_inline = options.errors_inline};
  auto format = options.format == "ndjson" ? report::facts_ndjson(view) : report::facts_csv(view);
  Run run{.options = options};
  run.reports.push_back(std::make_unique<ReportWriter>(std::move(format), std::move(output)));
  const RunEnd end = run_over(run);
  return finish(run, end, false);
}

}  // namespace kcfin::cli
