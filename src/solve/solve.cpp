// The solve room: damaged figures are recovered, every equation is judged, causes are named, severity given.
#include <algorithm>
#include <map>

#include "solve/allowance.h"
#include "solve/blank_rows.h"
#include "solve/directions.h"
#include "solve/doubt.h"
#include "solve/faults.h"
#include "solve/findings.h"
#include "solve/footnote_marks.h"
#include "solve/repair.h"
#include "solve/report_order.h"
#include "solve/row_evidence.h"
#include "solve/text_findings.h"
#include "solve/translation.h"
#include "solve/wording.h"

namespace kcfin {
namespace {

using solving::Agreement;
using solving::EquationId;
using solving::Network;
using solving::Statement;
using solving::Values;

// Writes what was proved back into the filing. A well-formed figure that is confirmed as printed is sound.
void settle_figures(Filing& filing, const Values& values, const std::vector<solving::Recovery>& recoveries) {
  for (const solving::Recovery& recovery : recoveries) {
    if (!recovery.recovered) continue;
    Figure& figure = filing.figures[recovery.figure];
    figure.value = values[recovery.figure];
    const bool as_printed = figure.damage == Damage::suspect && !figure.candidates.empty() &&
                            figure.candidates.front().value == *figure.value;
    figure.status = as_printed ? Status::ok : Status::repaired;
  }
}

std::vector<Verdict> judge_all(const Network& network, const Values& values) {
  std::vector<Verdict> verdicts(network.size());
  for (EquationId id = 0; id < network.size(); ++id) verdicts[id] = network.verdict(id, values);
  return verdicts;
}

std::string_view reason_for(const Network& network, EquationId id, const Values& values) {
  const Equation& equation = network.equation(id);
  if (equation.blanks > 0 && !network.takes_blanks_for_nil(id))
    return "a row of the sum is blank in this column";
  if (!values[equation.result]) return "the figure's text is damaged and was not recovered";
  const bool missing = std::any_of(equation.terms.begin(), equation.terms.end(),
                                   [&](const Term& term) { return !values[term.figure]; });
  return missing ? "an operand's text is damaged and was not recovered"
                 : "the arithmetic is not defined for these figures";
}

// Of alternative readings the one that the verdict speaks of: the first that holds, or else the first.
EquationId reading_that_holds(const Network& network, const Statement& statement, const Values& values) {
  if (statement.readings.size() == 1) return statement.readings.front();
  const auto held = std::find_if(statement.readings.begin(), statement.readings.end(), [&](EquationId id) {
    return network.verdict(id, values) == statement.verdict;
  });
  return held == statement.readings.end() ? statement.readings.front() : *held;
}

// What was not understood is skipped: it is no finding, and diagnosis does not see it. Returns why, a
// statement; empty for the others.
std::vector<std::string> set_doubts_aside(const Network& network, const Values& values,
                                          std::vector<Statement>& statements) {
  std::vector<std::string> reasons(statements.size());
  for (const solving::Doubt& doubt : solving::find_doubts(network, values, statements)) {
    statements[doubt.statement].verdict = Verdict::skipped;
    reasons[doubt.statement] = doubt.reason;
  }
  return reasons;
}

void count_checks(const Network& network, const std::vector<Statement>& statements,
                  const std::vector<std::string>& doubts, const Values& values, const Equations& equations,
                  bool list, Report& report) {
  const Filing& filing = network.filing();
  report.checks_of.assign(filing.figures.size(), 0);
  for (std::size_t s = 0; s < statements.size(); ++s) {
    const Statement& statement = statements[s];
    const EquationId id = reading_that_holds(network, statement, values);
    const Equation& equation = network.equation(id);
    const Verdict verdict = doubts[s].empty() ? statement.verdict : Verdict::skipped;
    switch (verdict) {
      case Verdict::exact:
      case Verdict::within_rounding:
        ++report.passed;
        break;
      case Verdict::inconsistent:
        ++report.failed;
        break;
      case Verdict::skipped:
        ++report.skipped;
        break;
    }
    if (verdict != Verdict::skipped) {
      ++report.checks_of[equation.result];
      for (const Term& term : equation.terms) ++report.checks_of[term.figure];
    }
    if (!list) continue;
    Check check;
    check.rule = equation.rule;
    check.verdict = verdict;
    check.figure = equation.result;
    check.at = network.figure(equation.result).at;
    check.equation = solving::equation_text(network, id, values);
    if (!doubts[s].empty()) {
      check.reason = doubts[s];
    } else if (statement.verdict == Verdict::skipped) {
      check.reason = reason_for(network, id, values);
    }
    check.relation = equation.relation;
    check.terms = equation.terms;
    check.rate = equation.rate;
    check.reading = equation.reading;
    if (statement.verdict != Verdict::skipped)
      check.allowance = solving::allowance(filing, equation, statement.verdict);
    report.checks.push_back(std::move(check));
  }
  for (const Skip& skip : equations.skips) {
    ++report.skipped;
    if (list) report.checks.push_back({skip.rule, Verdict::skipped, skip.figure, skip.at, {}, skip.reason});
  }
  for (FigureId id = 0; id < filing.figures.size(); ++id) {
    if (!filing.figures[id].in_table() || filing.figures[id].damage == Damage::ghost) continue;
    ++report.figures;
    if (report.checks_of[id] > 0) ++report.figures_checked;
  }
}

// A claim is tied where a row is named for it, recomputed where another check holds it.
void count_claims(const Filing& filing, Report& report) {
  for (const Claim& claim : filing.claims) {
    ++report.claims.found;
    if (claim.row_figure != kNoFigure) {
      ++report.claims.tied;
    } else if (claim.figure != kNoFigure && report.checks_of[claim.figure] > 0) {
      ++report.claims.recomputed;
    } else {
      ++report.claims.unresolved;
    }
  }
}

bool of_translation(const Finding& finding) { return rules()[finding.rule].id.starts_with("translation/"); }

// Translations that break by a wrong stated rate follow from it, and what followed from them does too.
void follow_from(std::uint32_t root, Report& report) {
  std::vector<Finding>& findings = report.findings;
  std::vector<bool> taken(findings.size(), false);
  for (std::uint32_t i = 0; i < root; ++i)
    taken[i] = findings[i].cause == kNoCause && findings[i].severity != Severity::note &&
               of_translation(findings[i]);
  for (std::uint32_t i = 0; i < root; ++i) {
    if (!taken[i] && (findings[i].cause == kNoCause || !taken[findings[i].cause])) continue;
    findings[i].cause = root;
    findings[i].wrong = false;
    findings[i].confidence = std::nullopt;
  }
  std::erase_if(report.not_understood, of_translation);
}

void add_remarks(const Filing& filing, const Equations& equations, Report& report) {
  std::vector<Finding>& out = report.findings;
  for (const Remark& remark : equations.remarks) {
    Finding finding;
    finding.rule = remark.rule;
    finding.severity = remark.note ? Severity::note : Severity::warning;
    finding.figure = remark.figure;
    finding.at = remark.at;
    finding.message = remark.message;
    finding.suggestion = remark.suggestion;
    if (remark.figure != kNoFigure) {
      const Figure& figure = filing.figures[remark.figure];
      if (finding.at.line == 0) finding.at = figure.at;
      if (figure.in_table()) finding.table = figure.table;
      finding.label = solving::label_of(filing, remark.figure);
      finding.unit = figure.unit.text();
      finding.period = figure.period;
      finding.scale_power = figure.scale_power;
      finding.reported = figure.value;
    }
    out.push_back(std::move(finding));
    if (remark.explains_translations) follow_from(static_cast<std::uint32_t>(out.size()) - 1, report);
  }
}

}  // namespace

Report solve(Filing& filing, const Equations& equations, const SolveOptions& options) {
  Report report;
  Network network(filing, equations);
  Values values = solving::printed_values(filing);
  std::vector<solving::Recovery> recoveries = solving::recover(network, values);
  settle_figures(filing, values, recoveries);
  const std::vector<solving::Recovery> marked = solving::take_off_footnote_marks(filing, network, values);
  recoveries.insert(recoveries.end(), marked.begin(), marked.end());
  solving::take_blanks_for_nil(network, values);
  const std::vector<Verdict> verdicts = judge_all(network, values);
  const std::vector<Agreement> agreement = solving::agree(network, values, verdicts);
  std::vector<Statement> statements = solving::judge_statements(network, verdicts, agreement);
  std::vector<std::string> doubts = set_doubts_aside(network, values, statements);
  const solving::Diagnosis diagnosis = solving::diagnose(network, values, statements);
  solving::add_findings({network, equations, values, statements, diagnosis, options.claim_all}, report,
                        doubts);
  count_checks(network, statements, doubts, values, equations, options.list_checks, report);
  count_claims(filing, report);
  solving::add_direction_findings({filing, equations, options.claim_all}, report);
  add_remarks(filing, equations, report);
  solving::add_text_findings({filing, values, recoveries, options.claim_all}, report);
  solving::finish_report(filing, report);
  return report;
}

}  // namespace kcfin
