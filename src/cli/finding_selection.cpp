// Findings changed and taken out, with their causes and counts kept right.
#include "cli/finding_selection.h"

#include <algorithm>

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

void apply(const Severities& severities, Report& report) {
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
