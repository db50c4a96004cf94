// Findings changed and taken out, with their causes and counts kept right.
#include "cli/finding_selection.h"

#include <algorithm>

#include "cli/input.h"

namespace kcfin::cli {
namespace {

void recount(Report& report) {
  report.errors = report.warnings = report.notes = report.consequences = 0;
  for (const Finding& finding : report.findings) {
    if (finding.cause != kNoCause) {
      ++report.consequences;
    } else {
      ++(finding.severity == Severity::error     ? report.errors
         : finding.severity == Severity::warning ? report.warnings
                                                 : report.notes);
    }
  }
}

// The nearest cause that stays; causes stand before what follows from them.
std::uint32_t staying_cause(const Report& report, const std::vector<bool>& marked, std::uint32_t cause) {
  while (cause != kNoCause && marked[cause]) cause = report.findings[cause].cause;
  return cause;
}

}  // namespace

namespace {

// How closely a list names a rule: 2 by its id, 1 by its family, 0 not at all.
int closeness(const std::vector<std::string>& names, std::string_view rule) {
  int closest = 0;
  for (const std::string& name : names) {
    if (name == rule) closest = 2;
    if (name == rule.substr(0, rule.find('/'))) closest = std::max(closest, 1);
  }
  return closest;
}

}  // namespace

Severities severities_for(const Options& options, const std::string& file) {
  Severities all = options.severities;
  for (const Override& one : options.overrides) {
    const bool here = std::any_of(one.globs.begin(), one.globs.end(),
                                  [&file](const std::string& glob) { return matches(glob, file); });
    if (here) all.insert(all.end(), one.severities.begin(), one.severities.end());
  }
  for (RuleId id = 0; id < rules().size(); ++id) {
    const int selected = options.select.empty() ? 0 : closeness(options.select, rules()[id].id);
    const int ignored = closeness(options.ignore, rules()[id].id);
    const bool off = (!options.select.empty() && selected == 0) || (ignored > 0 && ignored >= selected);
    if (off) all.emplace_back(id, std::nullopt);
  }
  return all;
}

void take_out_below(std::optional<Severity> least, Report& report) {
  if (!least) return;
  std::vector<bool> marked(report.findings.size(), false);
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const Finding& finding = report.findings[i];
    marked[i] = finding.cause == kNoCause ? finding.severity < *least : marked[finding.cause];
  }
  take_out(report, marked);
}

void take_out(Report& report, const std::vector<bool>& marked) {
  std::vector<std::uint32_t> place(report.findings.size(), kNoCause);
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < place.size(); ++i) {
    if (!marked[i]) place[i] = next++;
  }
  std::vector<Finding> staying;
  staying.reserve(next);
  for (std::size_t i = 0; i < place.size(); ++i) {
    if (marked[i]) continue;
    const std::uint32_t cause = staying_cause(report, marked, report.findings[i].cause);
    staying.push_back(std::move(report.findings[i]));
    staying.back().cause = cause == kNoCause ? kNoCause : place[cause];
  }
  report.findings = std::move(staying);
  recount(report);
}

void set_severities(const Severities& severities, Report& report) {
  if (severities.empty()) return;
  std::vector<bool> off(report.findings.size(), false);
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    Finding& finding = report.findings[i];
    for (const auto& [rule, severity] : severities) {
      if (rule != finding.rule) continue;
      off[i] = !severity;
      if (severity) finding.severity = *severity;
    }
  }
  take_out(report, off);
  for (Finding& finding : report.findings) {
    if (finding.cause == kNoCause) continue;
    finding.severity = std::min(finding.severity, report.findings[finding.cause].severity);
  }
}

}  // namespace kcfin::cli
