// The commands and their options: one table, which parses the command line and the configuration file,
// prints the help, and makes the completions and the manual page.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kcfin/finding.h"

namespace kcfin::cli {

enum class Color : std::uint8_t { automatic, always, never };

struct ReportTarget {
  std::string format, path;
};

// "I/N": every N-th file of the list, from the I-th on.
struct Shard {
  std::uint64_t index = 1, count = 1;
};

using Severities = std::vector<std::pair<RuleId, std::optional<Severity>>>;  // empty: the rule is off

// Severities for files of some names alone.
struct Override {
  std::vector<std::string> globs;
  Severities severities;
};

// Where the value of an option comes from, for --show-settings.
struct Setting {
  std::string name, value, source;
};

// What the user asked for.
struct Options {
  std::vector<std::string> operands;  // files, or a rule
  std::string format;                 // empty: the command's default
  std::string output;                 // empty: standard output
  std::vector<ReportTarget> reports;
  std::string files_from, files0_from;
  Shard shard;
  std::vector<std::string> exclude;
  std::string stdin_filename;
  bool errors_inline = false;
  bool exit_zero = false;
  bool bom = false, no_header = false;
  std::vector<std::string> select, ignore;  // rules and families
  std::optional<Severity> least;            // that is shown at all
  bool statistics = false;
  bool show_known = false, show_settings = false;
  std::vector<std::string> accept;  // fingerprints, rules and families
  std::string reason;
  bool show_passed = false, show_skipped = false, show_notes = false, show_all = false;
  bool show_tables = false, show_unchecked = false, summary = false;
  std::vector<std::string> tables, kinds;  // of extract
  bool quiet = false;
  bool claims = false;
  std::optional<Place> why;  // of a figure whose way is asked for
  bool without_tables_is_error = false;
  std::optional<Severity> fail_on = Severity::error;  // empty: never
  Color color = Color::automatic;
  std::vector<std::string> against;
  std::string baseline, write_baseline;
  bool prune_baseline = false;
  std::string config;
  std::string rates;
  unsigned jobs = 0;  // 0: all cores
  std::uint64_t max_bytes = ReadLimits{}.max_bytes;
  std::uint64_t max_milliseconds = 60'000;  // of processor time, for one file
  Severities severities;                    // from the configuration
  std::vector<Override> overrides;          // ... for files of some names, later ones before earlier ones
  std::vector<Setting> settings;            // as they were given, in order
};

struct Command {
  std::string_view name;
  std::string_view operands;     // "FILE...", as the help writes them; empty for none
  std::string_view summary;      // one line
  std::string_view description;  // a paragraph or two for the help and the manual
  std::string_view example;      // a command line
};
[[nodiscard]] std::span<const Command> commands();
[[nodiscard]] const Command* find_command(std::string_view name);

struct Option {
  std::string_view name;      // without dashes
  char letter;                // '\0' where it has no short form
  std::string_view command;   // the names of its commands: "check extract"
  std::string_view value;     // "FILE"; empty for a flag
  std::string_view choices;   // "auto always never"; empty where any value may be given
  std::string_view fallback;  // the value where none is given, in words; empty where it goes without saying
  bool repeatable;
  bool in_config;  // also a key of the configuration file
  bool is_path;    // a file: relative to the configuration file's folder if it comes from there
  std::string_view help;
  // Takes the value over; gives what is wrong with it, or nothing. A flag's value is "true" or "false".
  std::string (*set)(Options& options, std::string_view value);
};
[[nodiscard]] std::span<const Option> all_options();
[[nodiscard]] std::vector<const Option*> options_of(std::string_view command);
[[nodiscard]] std::vector<std::string_view> choices_of(const Option& option);

// Sets one option; what is wrong names the option and, where the value is near a right one, that.
[[nodiscard]] std::string set_option(const Option& option, Options& options, std::string_view value);

// The rules that a name means: one, all of a family, or none.
[[nodiscard]] std::vector<RuleId> rules_of(std::string_view name);

// Words that are separated by single spaces.
[[nodiscard]] std::vector<std::string_view> words(std::string_view text);

}  // namespace kcfin::cli
