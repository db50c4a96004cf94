// The last step of every report, taken again when a later room adds findings.
#include "solve/report_order.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "kcfin/fingerprint.h"

namespace kcfin::solving {
namespace {

// By line; what follows from a finding stays behind it.
void put_in_order(std::vector<Finding>& findings) {
  std::vector<std::uint32_t> order(findings.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto key = [&](std::uint32_t i) {
    const Finding& own = findings[i];
    const Finding& root = own.cause == kNoCause ? own : findings[own.cause];
    const std::uint32_t root_index = own.cause == kNoCause ? i : own.cause;
    return std::tuple(root.at, root_index, own.cause != kNoCause, own.at, i);
  };
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  std::vector<std::uint32_t> place(findings.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<Finding> sorted;
  sorted.reserve(findings.size());
  for (const std::uint32_t i : order) {
    sorted.push_back(std::move(findings[i]));
    if (sorted.back().cause != kNoCause) sorted.back().cause = place[sorted.back().cause];
  }
  findings = std::move(sorted);
}

void count_findings(const Filing& filing, Report& report) {
  report.errors = report.warnings = report.notes = report.consequences = 0;
  for (Finding& finding : report.findings) {
    finding.fingerprint = fingerprint_of(filing, finding);
    if (finding.cause != kNoCause) {
      ++report.consequences;
    } else if (finding.severity == Severity::error) {
      ++report.errors;
    } else if (finding.severity == Severity::warning) {
      ++report.warnings;
    } else {
      ++report.notes;
    }
  }
}

}  // namespace

void finish_report(const Filing& filing, Report& report) {
  put_in_order(report.findings);
  count_findings(filing, report);
  for (Finding& finding : report.not_understood) finding.fingerprint = fingerprint_of(filing, finding);
}

}  // namespace kcfin::solving
