// What was judged: the equations that a figure takes part in, and what is said of it.
#include <fmt/format.h>

#include <algorithm>

#include "solve/wording.h"
#include "why/stations.h"

namespace kcfin::why {
namespace {

bool takes_part(const Check& check, FigureId id) {
  return check.figure == id || std::any_of(check.terms.begin(), check.terms.end(),
                                           [&](const Term& term) { return term.figure == id; });
}

std::string printed(const Filing& filing, FigureId id) {
  const Figure& figure = filing.figures[id];
  return figure.value ? solving::value_text(filing, id, *figure.value) : std::string(figure.raw);
}

std::string verdict_words(const Filing& filing, const Check& check) {
  std::string within =
      check.allowance && !check.allowance->zero() ? check.allowance->grouped() : std::string();
  if (within.find('.') != std::string::npos) within.erase(within.find_last_not_of('0') + 1);
  if (within.ends_with('.')) within.pop_back();
  if (!within.empty()) within = fmt::format(" (± {})", within);
  switch (check.verdict) {
    case Verdict::exact:
      return "holds exactly";
    case Verdict::within_rounding:
      return "holds within rounding" + within;
    case Verdict::inconsistent:
      return fmt::format("does not hold: {} is printed{}", printed(filing, check.figure), within);
    case Verdict::skipped:
      break;
  }
  return "not made: " + check.reason;
}

std::string check_line(const Asked& asked, const Check& check) {
  const Filing& filing = asked.filing();
  std::string line(rules()[check.rule].id);
  if (check.figure != asked.id && check.figure != kNoFigure)
    line += fmt::format(", as a part of {} ({})", quoted(solving::label_of(filing, check.figure)),
                        place_text(filing.figures[check.figure].at));
  if (!check.equation.empty()) line += ": " + check.equation;
  line += check.equation.empty() ? ": " : "; ";
  line += verdict_words(filing, check);
  if (!check.reading.empty()) line += "; read as " + check.reading;
  if (check.relation == Relation::translation && !check.rate.zero()) {
    const auto stated = std::find_if(filing.rates.begin(), filing.rates.end(), [&](const Rate& rate) {
      return rate.rate.mantissa == check.rate.mantissa && rate.rate.decimals == check.rate.decimals;
    });
    if (stated != filing.rates.end()) line += fmt::format("; the rate stands on line {}", stated->at.line);
  }
  return line;
}

std::string listed(const std::vector<std::string_view>& texts) {
  return fmt::format("{}", fmt::join(texts, "; "));
}

void add_weighing(const Finding& finding, Station& station) {
  if (finding.confidence)
    station.lines.push_back(fmt::format("confidence {}: so many of the findings with its evidence are true",
                                        finding.confidence->text()));
  if (!finding.evidence.empty()) station.lines.push_back("weighed: " + listed(finding.evidence));
  if (!finding.against.empty())
    station.lines.push_back("what speaks most for a misreading: " + listed(finding.against));
}

std::string finding_line(const Finding& finding) {
  return fmt::format("{} of {} at {}: {}", name(finding.severity), rules()[finding.rule].id,
                     place_text(finding.at), finding.message);
}

bool names(const Finding& finding, FigureId id) {
  return finding.figure == id || std::any_of(finding.candidates.begin(), finding.candidates.end(),
                                             [&](const Mention& other) { return other.figure == id; });
}

void add_finding(const Report& report, std::size_t index, FigureId id, Station& station) {
  const Finding& finding = report.findings[index];
  station.lines.push_back(finding_line(finding));
  if (finding.figure != id) station.lines.emplace_back("it may be this figure that is wrong, or another one");
  if (finding.cause < report.findings.size()) {
    const Finding& cause = report.findings[finding.cause];
    station.lines.push_back("it follows from the " + finding_line(cause));
  }
  add_weighing(finding, station);
  if (!finding.suggestion.empty()) station.lines.push_back("suggestion: " + finding.suggestion);
  const auto follow = std::count_if(report.findings.begin(), report.findings.end(),
                                    [&](const Finding& other) { return other.cause == index; });
  if (follow > 0)
    station.lines.push_back(follow == 1 ? "another finding follows from it"
                                        : fmt::format("{} other findings follow from it", follow));
}

// Why nothing is said: what holds it, or what is missing for a check.
std::string silence(const Asked& asked, std::size_t made, std::size_t failed) {
  if (failed > 0)
    return "no finding names it: the checks that fail are laid to other figures, or not claimed";
  if (made > 0)
    return made == 1 ? "no finding: the check that it takes part in holds"
                     : fmt::format("no finding: the {} checks that it takes part in hold", made);
  const Figure& figure = asked.figure();
  if (!figure.usable()) return "no check holds it: its text is damaged";
  if (figure.in_table() &&
      asked.filing().tables[figure.table].columns[figure.column].heading == Heading::unknown)
    return "no check holds it: the heading of its column is not understood";
  return "no check holds it: nothing sums it, states it elsewhere or leads to it";
}

// Findings on the other figures of a check that fails.
void add_others(const Asked& asked, Station& station) {
  const Report& report = asked.checked.report;
  std::vector<const Finding*> told;
  for (const Check& check : report.checks) {
    if (check.verdict != Verdict::inconsistent || !takes_part(check, asked.id)) continue;
    for (const Finding& finding : report.findings) {
      if (finding.figure == kNoFigure || finding.figure == asked.id || !takes_part(check, finding.figure) ||
          finding.cause < report.findings.size() ||
          std::find(told.begin(), told.end(), &finding) != told.end())
        continue;
      told.push_back(&finding);
      station.lines.push_back("laid to another figure of the check: " + finding_line(finding));
    }
  }
}

}  // namespace

Station checks_station(const Asked& asked) {
  Station station{"checks", {}};
  for (const Check& check : asked.checked.report.checks) {
    if (takes_part(check, asked.id)) station.lines.push_back(check_line(asked, check));
  }
  if (station.lines.empty()) station.lines.emplace_back("no equation has it");
  return station;
}

Station verdict_station(const Asked& asked) {
  Station station{"verdict", {}};
  const Report& report = asked.checked.report;
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    if (names(report.findings[i], asked.id)) add_finding(report, i, asked.id, station);
  }
  for (const Finding& finding : report.not_understood) {
    if (!names(finding, asked.id)) continue;
    station.lines.push_back(
        fmt::format("not understood, and so not claimed: {}, {}", rules()[finding.rule].id, finding.message));
    add_weighing(finding, station);
  }
  const bool named = !station.lines.empty();
  std::size_t made = 0, failed = 0;
  for (const Check& check : report.checks) {
    if (check.verdict == Verdict::skipped || !takes_part(check, asked.id)) continue;
    ++made;
    failed += check.verdict == Verdict::inconsistent ? 1 : 0;
  }
  if (!named) station.lines.push_back(silence(asked, made, failed));
  add_others(asked, station);
  return station;
}

}  // namespace kcfin::why
