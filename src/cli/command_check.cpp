// `kcfin check`: the findings of every filing, in the formats that were asked for.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

#include "cli/commands.h"
#include "cli/config.h"
#include "cli/earlier_filings.h"
#include "cli/input.h"
#include "cli/known_findings.h"
#include "cli/run.h"
#include "cli/terminal.h"
#include "cli/version.h"

namespace kcfin::cli {
namespace {

report::CheckView view_of(const Options& options, const Output& output) {
  report::CheckView view;
  view.passed = options.show_passed;
  view.skipped = options.show_skipped;
  view.notes = options.show_notes || options.least == Severity::note;
  view.known = options.show_known;
  view.statistics = options.statistics;
  view.errors_inline = options.errors_inline;
  view.everything = options.show_all;
  view.tables = options.show_tables;
  view.unchecked = options.show_unchecked;
  view.summary = options.summary;
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
  if (name == "gitlab") return report::check_gitlab();
  if (name == "markdown") return report::check_markdown(view);
  if (name == "html") return report::check_html(view);
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

// The configuration file that was named, or the usual one where there is one.
std::string configure(const Request& request, Options& options) {
  for (const Given& given : request.given) {
    if (given.option->name == "config") return apply_config(given.value, options);
  }
  const std::string usual = nearest_config();
  return usual.empty() ? usual : apply_config(usual, options);
}

// Every key with its value and where that comes from, as lines of a configuration file.
std::string settings_text(const Options& options) {
  const auto line = [](const Setting& setting, bool text) {
    const std::string quote = text ? "\"" : "";
    const std::string key =
        setting.name.find('/') == std::string::npos ? setting.name : fmt::format("\"{}\"", setting.name);
    return fmt::format("{} = {}{}{}  # {}\n", key, quote, setting.value, quote, setting.source);
  };
  std::string out, by_rule;
  for (const Option* option : options_of("check")) {
    if (!option->in_config) continue;
    const bool text = !option->value.empty() && option->value != "N";
    std::string own;
    for (const Setting& setting : options.settings) {
      if (setting.name != option->name) continue;
      own = (option->repeatable ? own : "") + line(setting, text);
    }
    if (own.empty() && !option->fallback.empty()) {
      // What the help says of a default need not be a value: "all cores".
      const bool number =
          option->value == "N" && option->fallback.find_first_not_of("0123456789") == std::string_view::npos;
      if (number || !choices_of(*option).empty())
        own = line({std::string(option->name), std::string(option->fallback), "default"}, text);
    }
    out += own;
  }
  for (const Setting& setting : options.settings) {
    if (!rules_of(setting.name).empty()) by_rule += line(setting, true);
  }
  return by_rule.empty() ? out : fmt::format("{}\n[rules]\n{}", out, by_rule);
}

// Two reports that go to one file: the second would replace the first in silence.
bool share_a_file(const Options& options) {
  std::vector<std::string> paths;
  for (const ReportTarget& target : options.reports) paths.push_back(target.path);
  paths.push_back(options.output.empty() ? "-" : options.output);
  if (!options.write_baseline.empty()) paths.push_back(options.write_baseline);
  std::set<std::filesystem::path> seen;
  for (const std::string& path : paths) {
    std::error_code fault;
    if (std::filesystem::is_character_file(path, fault) || std::filesystem::is_fifo(path, fault)) continue;
    if (seen.insert(std::filesystem::weakly_canonical(std::filesystem::absolute(path, fault), fault)).second)
      continue;
    complain(path + ": two reports of one run cannot go to one file");
    return true;
  }
  return false;
}

// The output, and every further report; false where one cannot be written.
bool add_reports(Run& run) {
  const Options& options = run.options;
  if (share_a_file(options)) return false;
  if (!add_report(run, options.format, options.output)) return false;
  return std::all_of(options.reports.begin(), options.reports.end(), [&run](const ReportTarget& target) {
    return add_report(run, target.format, target.path);
  });
}

// The rates of --rates; nothing where they cannot be read.
std::optional<std::vector<Rate>> rates_of(const Options& options) {
  constexpr std::uint64_t kMostBytes = std::uint64_t{16} << 20U;
  if (options.rates.empty()) return std::vector<Rate>{};
  const Result<std::string> bytes = bytes_of(options.rates, kMostBytes);
  const Result<std::vector<Rate>> rates = bytes ? read_rates(*bytes) : bytes.error();
  if (rates) return *rates;
  complain(problem_text({options.rates, rates.error().message, rates.error().line, false}));
  return std::nullopt;
}

// Other filings and the user's own wishes act on a file's findings.
class CheckSettlement : public Settlement {
 public:
  CheckSettlement(EarlierFilings& earlier, KnownFindings& known, const SolveOptions& solve)
      : earlier_(earlier), known_(known), solve_(solve) {}
  std::string settle(report::FileResult& file, bool alone, const IsolatedWork::Ask& ask) override {
    earlier_.hold(file, alone, solve_, ask);
    return known_.settle(file);
  }
  std::string answer(std::string_view question) override { return earlier_.answer(question); }
  void record(std::string_view settled) override { known_.record(settled); }

 private:
  EarlierFilings& earlier_;
  KnownFindings& known_;
  const SolveOptions& solve_;
};

// Whether any of what was asked for shows checks or their marks.
bool needs_checks(const Options& options) {
  // JUnit tells rules that held from those that had nothing to hold.
  const auto needs = [](const std::string& format) { return format == "html" || format == "junit"; };
  const bool page = needs(options.format) ||
                    std::any_of(options.reports.begin(), options.reports.end(),
                                [&needs](const ReportTarget& target) { return needs(target.format); });
  return page || options.show_passed || options.show_skipped || options.show_all || options.show_tables ||
         options.show_unchecked || options.summary;
}

}  // namespace

int run_check(const Request& request) {
  Options options;
  if (const std::string fault = configure(request, options); !fault.empty()) {
    complain(fault);
    return kExitFault;
  }
  if (!take_options(request, options)) return kExitFault;
  if (options.show_settings) return print_text(settings_text(options));
  Run run{.options = options};
  run.solve.list_checks = needs_checks(options);
  KnownFindings known(options);
  EarlierFilings earlier;
  if (!known.open() || !add_reports(run)) return kExitFault;
  const std::optional<std::vector<Rate>> rates = rates_of(options);
  if (!rates || !earlier.read(options)) return kExitFault;
  run.solve.reference_rates = *rates;
  CheckSettlement settlement(earlier, known, run.solve);
  run.settlement = &settlement;
  RunEnd end = run_over(run);
  end.totals.stale = known.report_stale();
  // Findings that have just been listed as known do not count.
  const bool listed = !options.write_baseline.empty() && options.accept.empty();
  const bool found = !listed && at_or_over(end.totals, options.fail_on);
  const int code = earlier.faulty() ? std::max(finish(run, end, found), kExitFault) : finish(run, end, found);
  const bool whole = !end.interrupted && end.totals.files > 0;
  return whole && !known.write() ? kExitFault : code;
}

}  // namespace kcfin::cli
