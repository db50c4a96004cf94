// Rules, verdicts, findings: what a check says, and the one place where severity is decided.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "kcfin/equation.h"

namespace kcfin {

enum class Severity : std::uint8_t { note, warning, error };
[[nodiscard]] std::string_view name(Severity severity);

namespace rulebook {
class RuleInput;  // the filing, and what rules share over it
}

// A rule as `kcfin rules` lists it and `kcfin explain` and docs/rules/ print it.
struct Rule {
  std::string_view id;                                             // "footing/total"
  Severity severity;                                               // the gravest that it gives
  std::string_view summary;                                        // one line
  std::string_view checks;                                         // what it checks
  std::string_view arithmetic;                                     // the equation and its tolerance
  std::string_view example;                                        // one that fails, with the finding
  std::string_view advice;                                         // what to do
  void (*relate)(const rulebook::RuleInput&, RuleId, Equations&);  // null: another room feeds it
};

// In the order of the contract. The registry; an id is an index into it.
[[nodiscard]] std::span<const Rule> rules();
[[nodiscard]] std::optional<RuleId> find_rule(std::string_view id);

enum class Verdict : std::uint8_t { exact, within_rounding, inconsistent, skipped };

enum class Origin : std::uint8_t { filing, text, unknown };
[[nodiscard]] std::string_view name(Origin origin);

// A figure as a message names it.
struct Mention {
  FigureId figure = kNoFigure;
  Place at;
  std::string label, unit;
  Period period;
  std::optional<Decimal> reported, expected;
  std::string file;  // of another filing; empty for the filing at hand
};

inline constexpr std::uint32_t kNoCause = 0xffffffff;

struct Finding {
  RuleId rule = 0;
  Severity severity = Severity::note;
  std::string message;  // one sentence, complete without the rest
  FigureId figure = kNoFigure;
  Place at;
  std::string word;                    // as printed at `at`, where a word and no figure is wrong: "decreased"
  std::optional<std::uint32_t> table;  // index; absent for prose
  std::string label, unit;
  Period period;
  std::optional<Decimal> reported, expected, difference;
  std::uint8_t scale_power = 0;
  // `expected` is no result of arithmetic but a figure that another place prints.
  bool printed_there = false;
  std::string equation;            // "185,135 ÷ 7.2513 = 25,531"
  std::uint32_t cause = kNoCause;  // index of the finding that this one follows from
  // Of a finding that follows from another: whether its own figure is wrong, or only the check failed. Empty
  // where it cannot be told which figure is.
  std::optional<bool> wrong;
  // Of a root finding, that what it says is so: how often findings with its evidence are true. From 0.01 to
  // 0.99; empty where nothing was weighed (a plug, a remark, what follows from another finding).
  std::optional<Decimal> confidence;
  std::vector<std::string_view> evidence;  // what was weighed, in words: "two digits are transposed"
  std::vector<std::string_view> against;   // of that, what speaks most for a misreading
  std::vector<Mention> candidates;         // where one figure cannot be named: most plausible first
  Origin origin = Origin::filing;
  std::string suggestion;
  std::vector<Mention> related;
  std::string fingerprint;  // stable: issuer, report period, rule, label, period, unit, figure; hashed
};

// A check that was made, for --show passed and --show skipped.
struct Check {
  RuleId rule = 0;
  Verdict verdict = Verdict::exact;
  FigureId figure = kNoFigure;
  Place at;
  std::string equation;  // filled only when asked for
  std::string reason;    // of a skip
  // The equation that was judged, without its result: of alternative readings the one that holds.
  Relation relation = Relation::sum;
  std::vector<Term> terms{};
  Decimal rate{};         // zero where there is none
  std::string reading{};  // in words
  // By how much, in the result's scale, its figure may differ from what the terms make. Empty where that
  // cannot be told.
  std::optional<Decimal> allowance{};
};

struct Report {
  std::vector<Finding> findings;  // in order of line; causes before what follows from them
  // What breaks too, but by so little evidence that nothing is claimed: root findings with a confidence under
  // a half. Their checks count as skipped.
  std::vector<Finding> not_understood;
  std::vector<Check> checks;             // filled only when asked for
  std::vector<std::uint32_t> checks_of;  // per figure: how many checks hold it
  std::uint32_t figures = 0, figures_checked = 0;
  std::uint32_t passed = 0, failed = 0, skipped = 0;
  std::uint32_t errors = 0, warnings = 0, notes = 0, consequences = 0;
  struct ClaimCounts {
    std::uint32_t found = 0, tied = 0, recomputed = 0, unresolved = 0;
  } claims;
};

struct SolveOptions {
  bool list_checks = false;  // fill Report::checks with their equations
  // Claim every break whatever its confidence: for tests of single rules, and to look for misreadings.
  bool claim_all = false;
  // Rates of other dates than the filing states, beside those that are built in; by date. Kept by the caller
  // as long as the filings that were checked with them.
  std::span<const Rate> reference_rates{};
};

// Rates in the layout of FRED's DEXCHUS CSV: a heading line "observation_date,DEXCHUS", then a date and the
// RMB for one US$ of that day a line, with nothing or a point for a day without a rate. Sorted by date; an
// error names its line.
[[nodiscard]] Result<std::vector<Rate>> read_rates(std::string_view csv);

// Decides: resolves damaged figures in `filing` (value and status), judges every equation, names the
// causes, gives severities. The only room that does any of these.
[[nodiscard]] Report solve(Filing& filing, const Equations& equations, const SolveOptions& options = {});

// What filings of an issuer have reported, kept small, so that a later one's comparatives can be held
// against it. Not thread-safe: filings are taken one after the other.
class Comparatives {
 public:
  // A figure of a statement under the names by which another filing would report it, as hashes.
  struct Line {
    FigureId figure = kNoFigure;
    std::uint64_t key = 0;          // by its label
    std::uint64_t group = 0;        // statement, section and period: what a reclassification moves within
    std::uint64_t concept_key = 0;  // by what the label means; 0 where it means nothing known, or twice
    std::uint64_t flow = 0;         // of an amount over a period: the name without the period, else 0
    std::string definition;         // of a ratio that a sentence gives: "total liabilities / total assets"
  };
  // Every line of a filing once, in order of its figures: what `add` and `hold` take beside the filing.
  [[nodiscard]] static std::vector<Line> lines_of(const Filing& filing);

  // What a filing reports, without the filing: small, and to be kept or sent anywhere.
  struct Reported {
    // A line under the names that another filing may report it by; 0 for a name that it lacks.
    struct Line {
      std::uint64_t key = 0, concept_key = 0, flow_key = 0, group = 0;  // `flow_key` is over its own period
      Decimal value;
      std::uint32_t line = 0;  // of the file
      std::uint8_t scale_power = 0;
      std::string definition;
    };
    std::string issuer, file;  // the file as findings about others name it
    Date report_end;
    std::vector<Line> lines;
  };
  [[nodiscard]] static Reported reported_by(std::string file, const Filing& filing,
                                            const std::vector<Line>& lines);

  // Remembers what a filing reports; of one whose issuer is not known, nothing.
  void add(const Reported& reported);
  void add(std::string file, const Filing& filing, const std::vector<Line>& lines) {
    add(reported_by(std::move(file), filing, lines));
  }
  // Holds the filing's figures against what was added before for the same issuer, line, period and unit.
  // Equal ones are counted as passed checks; a difference is a finding of tie/comparative, in its place
  // among the report's findings, which are numbered and counted anew. Several lines of one period that differ
  // are a restatement: one finding, from which the lines follow.
  void hold(const Filing& filing, const std::vector<Line>& lines, Report& report,
            const SolveOptions& options = {});

 private:
  friend class Comparison;
  struct Entry {
    Decimal value;
    std::uint32_t file = 0, line = 0;
    std::uint8_t scale_power = 0;
    std::uint64_t group = 0;  // as those of a Line
    std::string definition;
  };
  struct Noted {
    std::uint64_t key = 0, concept_key = 0, flow_key = 0;  // as those of a Reported::Line
    Entry entry;
  };
  // Most issuers of an archive are never looked up again: their lines are only noted until then.
  struct Issuer {
    std::vector<Noted> noted;
    std::unordered_map<std::uint64_t, std::vector<Entry>> entries;  // by line, period, unit
    std::unordered_map<std::uint64_t, std::vector<std::uint64_t>> keys_of_group;
  };
  static void look_up_by_name(Issuer& issuer);

  struct File {
    std::string name;
    Date report_end;
  };
  std::vector<File> files_;
  std::unordered_map<std::string, Issuer> issuers_;
};

// The whole way through for one file: read, tables, statements, claims, equations, verdicts.
//
// What a caller of check() and extract() may rely on: they print nothing, throw nothing and end no process; a
// file that is none, a limit that is passed and a lack of memory are errors, and so is a mistake of the
// library's own that shows as an exception (Error::fault). They keep nothing that another call could see, and
// may be called on any number of threads at once. The library has no assertion of its own. The standard
// library's, where it is compiled with them (_GLIBCXX_ASSERTIONS), and the system's limits end a process: who
// must go on whatever a file does calls these in another one, as the program does.
struct Checked {
  Document document;
  Filing filing;
  Report report;
};
[[nodiscard]] Result<Checked> check(std::string bytes, const ReadLimits& limits = {},
                                    const SolveOptions& options = {});
// The same without the rules, for `extract`.
[[nodiscard]] Result<Checked> extract(std::string bytes, const ReadLimits& limits = {});

}  // namespace kcfin
