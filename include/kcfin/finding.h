// Rules, verdicts, findings: what a check says, and the one place where severity is decided.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kcfin/equation.h"

namespace kcfin {

enum class Severity : std::uint8_t { note, warning, error };
[[nodiscard]] std::string_view name(Severity severity);

// A rule as `kcfin rules` lists it and `kcfin explain` and docs/rules/ print it.
struct Rule {
  std::string_view id;                                // "footing/total"
  Severity severity;                                  // the gravest that it gives
  std::string_view summary;                           // one line
  std::string_view checks;                            // what it checks
  std::string_view arithmetic;                        // the equation and its tolerance
  std::string_view example;                           // one that fails, with the finding
  std::string_view advice;                            // what to do
  void (*relate)(const Filing&, RuleId, Equations&);  // null for a rule that another room feeds
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
};

inline constexpr std::uint32_t kNoCause = 0xffffffff;

struct Finding {
  RuleId rule = 0;
  Severity severity = Severity::note;
  std::string message;  // one sentence, complete without the rest
  FigureId figure = kNoFigure;
  Place at;
  std::optional<std::uint32_t> table;  // index; absent for prose
  std::string label, unit;
  Period period;
  std::optional<Decimal> reported, expected, difference;
  std::uint8_t scale_power = 0;
  std::string equation;             // "185,135 ÷ 7.2513 = 25,531"
  std::uint32_t cause = kNoCause;   // index of the finding that this one follows from
  std::vector<Mention> candidates;  // where one figure cannot be named: most plausible first
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
};

struct Report {
  std::vector<Finding> findings;         // in order of line; causes before what follows from them
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
};

// Decides: resolves damaged figures in `filing` (value and status), judges every equation, names the
// causes, gives severities. The only room that does any of these.
[[nodiscard]] Report solve(Filing& filing, const Equations& equations, const SolveOptions& options = {});

// The whole way through for one file: read, tables, statements, claims, equations, verdicts.
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
