// What the formats have in common.
#include "report/format.h"

#include <algorithm>

namespace kcfin::report {

Totals Totals::of(const FileResult& file) {
  const Report& report = file.checked.report;
  Totals totals;
  totals.files = 1;
  totals.errors = report.errors;
  totals.warnings = report.warnings;
  totals.notes = report.notes;
  totals.consequences = report.consequences;
  totals.passed = report.passed;
  totals.failed = report.failed;
  totals.skipped = report.skipped;
  totals.figures = report.figures;
  totals.figures_checked = report.figures_checked;
  totals.known = file.known;
  for (const Finding& finding : report.findings) {
    if (finding.cause != kNoCause) continue;
    if (totals.by_rule.empty()) totals.by_rule.resize(rules().size());
    ++totals.by_rule[finding.rule][static_cast<std::size_t>(finding.severity)];
  }
  totals.figures_outside_tables = file.checked.filing.figures_outside_tables;
  for (const StatementTitle& title : file.checked.filing.statement_titles)
    totals.statements_unread += title.unread() || title.read_in_part() ? 1 : 0;
  return totals;
}

void Totals::add(const Totals& more) {
  files += more.files;
  errors += more.errors;
  warnings += more.warnings;
  notes += more.notes;
  consequences += more.consequences;
  passed += more.passed;
  failed += more.failed;
  skipped += more.skipped;
  figures += more.figures;
  figures_checked += more.figures_checked;
  figures_outside_tables += more.figures_outside_tables;
  statements_unread += more.statements_unread;
  unreadable += more.unreadable;
  without_tables += more.without_tables;
  passed_over += more.passed_over;
  known += more.known;
  stale += more.stale;
  if (by_rule.size() < more.by_rule.size()) by_rule.resize(more.by_rule.size());
  for (std::size_t rule = 0; rule < more.by_rule.size(); ++rule) {
    for (std::size_t i = 0; i < 3; ++i) by_rule[rule][i] += more.by_rule[rule][i];
  }
}

std::uint8_t rank_of(Severity severity) {
  return severity == Severity::error ? 0 : severity == Severity::warning ? 1 : 2;
}

std::vector<Piece> Format::pieces(const Problem& /*problem*/) const { return {}; }
std::string Format::opening(const Totals& /*totals*/) const { return {}; }
std::string Format::closing(const Totals& /*totals*/, std::uint64_t /*left_out*/) const { return {}; }

bool lists_checks(const CheckView& view) { return view.passed || view.skipped || view.everything; }

bool listed(const Check& check, const CheckView& view) {
  switch (check.verdict) {
    case Verdict::exact:
    case Verdict::within_rounding:
      return view.passed || view.everything;
    case Verdict::skipped:
      return view.skipped || view.everything;
    case Verdict::inconsistent:
      break;
  }
  return view.everything;
}

bool wanted(const ExtractView& view, const Table& table, std::size_t index) {
  const auto among = [](const std::vector<std::string>& names, std::string_view name) {
    return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
  };
  return among(view.tables, "t" + std::to_string(index + 1)) && among(view.kinds, name(table.kind));
}

}  // namespace kcfin::report
