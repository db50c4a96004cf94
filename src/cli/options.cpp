// The option table.
#include "cli/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "cli/suggestion.h"

namespace kcfin::cli {
namespace {

constexpr std::array kCommands = {
    Command{
        "check", "FILE...", "read each filing, run every rule, print the findings",
        "Reads each filing, holds its figures to each other by every rule, and prints the findings: what is "
        "printed, what was recomputed, the difference and the equation, and what follows from it.",
        "kcfin check --fail-on warning --report sarif=kcfin.sarif filings"},
    Command{
        "extract", "FILE...", "print the typed statement tables",
        "Prints each table of a filing as it was understood: its kind, the period, unit and scale of each "
        "column, the label and role of each row, and exact figures.",
        "kcfin extract --format ndjson filings -o tables.ndjson"},
    Command{"facts", "FILE...", "print one figure a row, for DuckDB, pandas and spreadsheets",
            "Prints every figure of every table in the long form, one a row, with its table, section, label, "
            "concept, period, unit, scale and the number of checks that hold it.",
            "find archive -name '*.txt' -print0 | kcfin facts --files0-from - -o facts.csv"},
    Command{"rules", "", "list every rule: id, severity, one line",
            "Lists every rule with the gravest severity that it gives.", "kcfin rules --format json"},
    Command{
        "explain", "RULE", "print a rule's page, or the rules of a family",
        "Prints what the rule checks, its arithmetic and tolerance, an example that fails, and what to do.",
        "kcfin explain translation/cell"},
};

// ---------------------------------------------------------------- values

using Text = std::string_view;

std::string truth(bool& flag, Text value) {
  if (value != "true" && value != "false") return "not true or false";
  flag = value == "true";
  return {};
}

std::string whole_number(std::uint64_t& number, Text value, std::uint64_t least, std::uint64_t most) {
  std::uint64_t parsed = 0;
  const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), parsed);
  if (fault != std::errc() || end != value.data() + value.size() || parsed < least || parsed > most) {
    return fmt::format("not a whole number from {} to {}", least, most);
  }
  number = parsed;
  return {};
}

std::string path(std::string& target, Text value) {
  if (value.empty()) return "no file is named";
  target = value;
  return {};
}

std::string some_text(std::string& target, Text value) {
  if (value.empty()) return "nothing is given";
  target = value;
  return {};
}

std::string set_format(Options& options, Text value) {
  options.format = value;
  return {};
}

std::string set_report(Options& options, Text value) {
  const std::size_t equals = value.find('=');
  if (equals == Text::npos || equals + 1 == value.size()) return "not of the form FORMAT=FILE";
  const Text format = value.substr(0, equals);
  const Option* formats = options_of("check").front();
  const auto known = choices_of(*formats);
  if (std::find(known.begin(), known.end(), format) == known.end()) {
    return fmt::format("no such format{}", did_you_mean(format, known));
  }
  options.reports.push_back({std::string(format), std::string(value.substr(equals + 1))});
  return {};
}

std::string set_show(Options& options, Text value) {
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(','), value.size());
    const Text kind = value.substr(0, end);
    value.remove_prefix(std::min(end + 1, value.size()));
    bool* const flag = kind == "passed"      ? &options.show_passed
                       : kind == "skipped"   ? &options.show_skipped
                       : kind == "notes"     ? &options.show_notes
                       : kind == "tables"    ? &options.show_tables
                       : kind == "unchecked" ? &options.show_unchecked
                       : kind == "known"     ? &options.show_known
                       : kind == "all"       ? &options.show_all
                                             : nullptr;
    if (flag == nullptr) {
      const std::array<Text, 7> kinds = {"passed", "skipped", "notes", "tables", "unchecked", "known", "all"};
      return "not one of passed, skipped, notes, tables, unchecked, known, all" + did_you_mean(kind, kinds);
    }
    *flag = true;
  }
  return {};
}

std::string set_kind(Options& options, Text value) {
  for (std::size_t k = 0; k <= static_cast<std::size_t>(TableKind::other); ++k) {
    if (name(static_cast<TableKind>(k)) != value) continue;
    options.kinds.emplace_back(value);
    return {};
  }
  return "no such kind of table";
}

std::string set_why(Options& options, Text value) {
  constexpr std::uint64_t kMost = 0xffffffff;
  const std::size_t colon = value.find(':');
  std::uint64_t line = 0, column = 0;
  if (colon == Text::npos || !whole_number(line, value.substr(0, colon), 1, kMost).empty() ||
      !whole_number(column, value.substr(colon + 1), 1, kMost).empty())
    return "not of the form LINE:COLUMN";
  options.why = Place{static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column)};
  return {};
}

std::string set_fail_on(Options& options, Text value) {
  options.fail_on = value == "error"     ? std::optional(Severity::error)
                    : value == "warning" ? std::optional(Severity::warning)
                    : value == "note"    ? std::optional(Severity::note)
                                         : std::nullopt;
  return {};
}

std::string set_severity(Options& options, Text value) {
  options.least = value == "error"     ? Severity::error
                  : value == "warning" ? Severity::warning
                                       : Severity::note;
  return {};
}

// A rule, or a family of rules.
std::string set_rules(std::vector<std::string>& target, Text value) {
  if (rules_of(value).empty()) {
    std::vector<Text> known;
    for (const Rule& rule : rules()) known.push_back(rule.id.substr(0, rule.id.find('/')));
    for (const Rule& rule : rules()) known.push_back(rule.id);
    return "no rule and no family of rules" + did_you_mean(value, known);
  }
  target.emplace_back(value);
  return {};
}

std::string set_shard(Options& options, Text value) {
  constexpr std::uint64_t kMost = 1'000'000;
  const std::size_t slash = value.find('/');
  const Text wrong = "not of the form I/N, I from 1 to N";
  if (slash == Text::npos || !whole_number(options.shard.index, value.substr(0, slash), 1, kMost).empty() ||
      !whole_number(options.shard.count, value.substr(slash + 1), 1, kMost).empty() ||
      options.shard.index > options.shard.count)
    return std::string(wrong);
  return {};
}

std::string set_no_tables(Options& options, Text value) {
  options.without_tables_is_error = value == "error";
  return {};
}

std::string set_color(Options& options, Text value) {
  options.color = value == "always" ? Color::always : value == "never" ? Color::never : Color::automatic;
  return {};
}

std::string set_jobs(Options& options, Text value) {
  std::uint64_t jobs = 0;
  std::string fault = whole_number(jobs, value, 1, 1024);
  if (fault.empty()) options.jobs = static_cast<unsigned>(jobs);
  return fault;
}

std::string set_errors(Options& options, Text value) {
  options.errors_inline = value == "inline";
  return {};
}

std::string set_max_bytes(Options& options, Text value) {
  return whole_number(options.max_bytes, value, 1, std::uint64_t{1} << 40U);
}

std::string set_max_seconds(Options& options, Text value) {
  constexpr std::int64_t kMost = 1'000'000;
  const auto seconds = Decimal::parse(value);
  const auto milliseconds = seconds && seconds->decimals <= 3 ? add(*seconds, Decimal{0, 3}) : std::nullopt;
  if (!milliseconds || milliseconds->mantissa < 1 || milliseconds->mantissa > kMost * 1000) {
    return fmt::format("not a number of seconds from 0.001 to {}", kMost);
  }
  options.max_milliseconds = static_cast<std::uint64_t>(milliseconds->mantissa);
  return {};
}

std::string set_against(Options& options, Text value) { return path(options.against.emplace_back(), value); }

// ---------------------------------------------------------------- the table
// The first row must be check's --format: --report takes its formats from there.

constexpr Text kFiles = "check extract facts";

constexpr std::array kOptions = {
    Option{"format", 0, "check", "FORMAT", "text json ndjson sarif junit github gitlab markdown html", "text",
           false, true, false, "how to print the findings", set_format},
    Option{"format", 0, "extract", "FORMAT", "text json ndjson xlsx", "text", false, false, false,
           "how to print the tables; xlsx is a workbook of one filing", set_format},
    Option{"format", 0, "facts", "FORMAT", "csv ndjson", "csv", false, false, false,
           "how to print the figures", set_format},
    Option{"format", 0, "rules", "FORMAT", "text json", "text", false, false, false, "how to print the rules",
           set_format},
    Option{"output", 'o', kFiles, "FILE", "", "", false, true, true,
           "write there instead of to standard output (which - is), all or nothing",
           [](Options& o, Text v) { return path(o.output, v); }},
    Option{"report", 0, "check", "FORMAT=FILE", "", "", true, true, true,
           "also write this format to that file, from the same run; may be repeated", set_report},
    Option{"files-from", 0, kFiles, "LIST", "", "", false, false, true,
           "read also the files that this file names, one a line; - is standard input",
           [](Options& o, Text v) { return path(o.files_from, v); }},
    Option{"files0-from", 0, kFiles, "LIST", "", "", false, false, true,
           "the same with a NUL behind each name, as find -print0 writes them",
           [](Options& o, Text v) { return path(o.files0_from, v); }},
    Option{"shard", 0, kFiles, "I/N", "", "", false, false, false,
           "read every N-th file alone, from the I-th on", set_shard},
    Option{"exclude", 0, kFiles, "GLOB", "", "", true, true, false,
           "pass over files whose name or path is of this pattern; may be repeated",
           [](Options& o, Text v) { return some_text(o.exclude.emplace_back(), v); }},
    Option{"stdin-filename", 0, kFiles, "NAME", "", "", false, false, false,
           "what to call the filing that comes by standard input",
           [](Options& o, Text v) { return some_text(o.stdin_filename, v); }},
    Option{"errors", 0, kFiles, "WHERE", "stderr inline", "stderr", false, true, false,
           "inline: give one record a file in NDJSON, of what was read and of what was refused", set_errors},
    Option{"bom", 0, "facts", "", "", "", false, false, false,
           "start CSV with a byte order mark, which spreadsheets look for",
           [](Options& o, Text v) { return truth(o.bom, v); }},
    Option{"no-header", 0, "facts", "", "", "", false, false, false, "leave CSV's line of column names out",
           [](Options& o, Text v) { return truth(o.no_header, v); }},
    Option{"select", 0, "check", "RULE", "", "", true, true, false,
           "report this rule, or family of rules, alone; may be repeated",
           [](Options& o, Text v) { return set_rules(o.select, v); }},
    Option{"ignore", 0, "check", "RULE", "", "", true, true, false,
           "do not report this rule, or family of rules; may be repeated; of --select and --ignore the one "
           "that names the rule more closely decides",
           [](Options& o, Text v) { return set_rules(o.ignore, v); }},
    Option{"severity", 0, "check", "SEVERITY", "error warning note", "", false, true, false,
           "report no finding that is less grave; note: show notes too", set_severity},
    Option{"statistics", 0, "check", "", "", "", false, true, false,
           "also print how many findings each rule gave",
           [](Options& o, Text v) { return truth(o.statistics, v); }},
    Option{
        "show", 0, "check", "WHAT", "passed skipped notes tables unchecked known all", "", true, true, false,
        "list also checks that passed, with their equations; checks that were skipped, with the reason; "
        "notes; each table with a mark behind every figure that is held; figures that no check holds, with "
        "the nearest reason; what the baseline accepts; or all checks and findings, flat; may be repeated",
        set_show},
    Option{"summary", 0, "check", "", "", "", false, true, false,
           "add what was looked at, statement by statement",
           [](Options& o, Text v) { return truth(o.summary, v); }},
    Option{"quiet", 'q', "check", "", "", "", false, true, false,
           "print findings alone: a sound filing prints nothing",
           [](Options& o, Text v) { return truth(o.quiet, v); }},
    Option{"claims", 0, "extract", "", "", "", false, false, false, "also print what the sentences state",
           [](Options& o, Text v) { return truth(o.claims, v); }},
    Option{"table", 0, "extract", "TABLE", "", "", true, false, false,
           "print this table alone, by the name that it is printed with: t4; may be repeated",
           [](Options& o, Text v) { return path(o.tables.emplace_back(), v); }},
    Option{"kind", 0, "extract", "KIND",
           "income_statement balance_sheet cash_flow changes_in_equity non_gaap highlights note other", "",
           true, false, false, "print tables of this kind alone; may be repeated", set_kind},
    Option{
        "why", 0, "extract", "LINE:COLUMN", "", "", false, false, false,
        "print instead the way of the figure that stands there, from its bytes to its verdict; of one filing",
        set_why},
    Option{"fail-on", 0, "check", "SEVERITY", "error warning note never", "error", false, true, false,
           "exit with 1 on a finding of this severity or a graver one", set_fail_on},
    Option{"exit-zero", 0, kFiles, "", "", "", false, true, false,
           "exit with 0 whatever is found, and where single files are refused",
           [](Options& o, Text v) { return truth(o.exit_zero, v); }},
    Option{"no-tables", 0, kFiles, "WHAT", "skip error", "skip", false, true, false,
           "what to do with a filing without a financial table: pass it over and count it, or exit with 2",
           set_no_tables},
    Option{"against", 0, "check", "PATH", "", "", true, true, true,
           "earlier filings (files or folders), read for comparatives only; takes every path up to the next "
           "option",
           set_against},
    Option{"baseline", 0, "check", "FILE", "", "", false, true, true,
           "findings that are listed there are known and do not count",
           [](Options& o, Text v) { return path(o.baseline, v); }},
    Option{"write-baseline", 0, "check", "FILE", "", "", false, false, true,
           "list the findings of this run there as known",
           [](Options& o, Text v) { return path(o.write_baseline, v); }},
    Option{
        "accept", 0, "check", "WHAT", "", "", true, false, false,
        "add the findings of this fingerprint, rule or family of rules to the baseline; needs --reason; may "
        "be repeated",
        [](Options& o, Text v) { return some_text(o.accept.emplace_back(), v); }},
    Option{"reason", 0, "check", "TEXT", "", "", false, false, false,
           "why they are accepted; stands in the baseline with the date",
           [](Options& o, Text v) { return some_text(o.reason, v); }},
    Option{"prune-baseline", 0, "check", "", "", "", false, false, false,
           "take entries that no longer match out of the baseline",
           [](Options& o, Text v) { return truth(o.prune_baseline, v); }},
    Option{"config", 0, "check", "FILE", "", "the nearest kcfin.toml here or above", false, false, true,
           "read options and the severities of rules from there",
           [](Options& o, Text v) { return path(o.config, v); }},
    Option{"show-settings", 0, "check", "", "", "", false, false, false,
           "print every setting and where it comes from, and read no filing",
           [](Options& o, Text v) { return truth(o.show_settings, v); }},
    Option{"rates", 0, "check", "FILE", "", "", false, true, true,
           "exchange rates in the layout of FRED's DEXCHUS CSV, beside those that are built in",
           [](Options& o, Text v) { return path(o.rates, v); }},
    Option{"jobs", 'j', kFiles, "N", "", "all cores", false, true, false,
           "how many filings to read at once; the output is the same for any N", set_jobs},
    Option{"max-bytes", 0, kFiles, "N", "", "268435456", false, true, false,
           "refuse files of more bytes than this", set_max_bytes},
    Option{"max-seconds", 0, kFiles, "N", "", "60", false, true, false,
           "refuse files that take more processor time than this", set_max_seconds},
    Option{"color", 0, "check extract", "WHEN", "auto always never", "auto", false, true, false,
           "when to use colours: on a terminal, always or never", set_color},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

const Command* find_command(std::string_view name) {
  const auto* found = std::find_if(kCommands.begin(), kCommands.end(),
                                   [name](const Command& command) { return command.name == name; });
  return found == kCommands.end() ? nullptr : found;
}

std::span<const Option> all_options() { return kOptions; }

std::vector<const Option*> options_of(std::string_view command) {
  std::vector<const Option*> found;
  for (const Option& option : kOptions) {
    const auto names = words(option.command);
    if (std::find(names.begin(), names.end(), command) != names.end()) found.push_back(&option);
  }
  return found;
}

std::vector<std::string_view> choices_of(const Option& option) { return words(option.choices); }

std::string set_option(const Option& option, Options& options, std::string_view value) {
  const auto choices = choices_of(option);
  std::string fault;
  if (!choices.empty() && !option.repeatable &&
      std::find(choices.begin(), choices.end(), value) == choices.end()) {
    fault = fmt::format("not one of {}{}", fmt::join(choices, ", "), did_you_mean(value, choices));
  } else {
    fault = option.set(options, value);
  }
  return fault.empty() ? fault : fmt::format("--{} {}: {}", option.name, value, fault);
}

std::vector<RuleId> rules_of(std::string_view name) {
  std::vector<RuleId> found;
  for (RuleId id = 0; id < rules().size(); ++id) {
    const std::string_view rule = rules()[id].id;
    if (rule == name || rule.substr(0, rule.find('/')) == name) found.push_back(id);
  }
  return found;
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> found;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    found.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

}  // namespace kcfin::cli
