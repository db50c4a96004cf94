// `kcfin extract`: the typed tables of every filing.
#include <filesystem>

#include "cli/commands.h"
#include "cli/run.h"
#include "cli/terminal.h"
#include "cli/version.h"

namespace kcfin::cli {
namespace {

bool is_one_file(const std::vector<std::string>& operands) {
  std::error_code fault;
  return operands.size() == 1 && !std::filesystem::is_directory(operands.front(), fault);
}

}  // namespace

int run_extract(const Request& request) {
  Options options;
  if (!take_options(request, options)) return kExitFault;
  if (options.format == "xlsx" && !is_one_file(options.operands)) {
    complain("--format xlsx: a workbook is of one filing");
    return kExitFault;
  }
  if (options.why &&
      (!is_one_file(options.operands) || (!options.format.empty() && options.format != "text"))) {
    complain("--why: of one filing, and as text");
    return kExitFault;
  }
  auto output = open_output(options.output);
  if (!output) return kExitFault;
  // In a file or a pipe a table is as wide as it is.
  constexpr std::size_t kAny = 100'000;
  const report::ExtractView view{.claims = options.claims,
                                 .width = terminal_width(*output, kAny),
                                 .color = wants_color(options.color, *output),
                                 .tables = options.tables,
                                 .kinds = options.kinds,
                                 .errors_inline = options.errors_inline,
                                 .version = version()};
  if (options.format == "xlsx" && output->terminal()) {
    complain("--format xlsx: not on a terminal; -o FILE writes it");
    return kExitFault;
  }
  auto format = options.why ? report::why_text({*options.why, terminal_width(*output, 100), view.color})
                : options.format == "json"   ? report::extract_json(view)
                : options.format == "ndjson" ? report::extract_ndjson(view)
                : options.format == "xlsx"   ? report::extract_xlsx()
                                             : report::extract_text(view);
  Run run{.options = options};
  run.solve.list_checks = options.format != "json" && options.format != "ndjson";  // for the marks
  run.reports.push_back(std::make_unique<ReportWriter>(std::move(format), std::move(output)));
  const RunEnd end = run_over(run);
  return finish(run, end, false);
}

}  // namespace kcfin::cli
