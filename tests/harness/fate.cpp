// A check is found again by its rule and the cell or the claim of its result.
#include "harness/fate.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace kcfin::harness {
namespace {

using Name = std::tuple<RuleId, std::uint32_t, std::uint32_t, std::uint32_t>;

Name name_of(const Filing& filing, const Check& check) {
  const Figure& figure = filing.figures[check.figure];
  if (!figure.in_table())
    return {check.rule, static_cast<std::uint32_t>(filing.tables.size()), figure.claim, 0};
  return {check.rule, figure.table, figure.row, figure.column};
}

bool has(const Check& check, FigureId figure) {
  return check.figure == figure || std::any_of(check.terms.begin(), check.terms.end(),
                                               [&](const Term& term) { return term.figure == figure; });
}

std::string_view word_for(Verdict verdict) {
  switch (verdict) {
    case Verdict::exact:
      return "exact";
    case Verdict::within_rounding:
      return "within rounding";
    case Verdict::inconsistent:
      return "broken";
    case Verdict::skipped:
      break;
  }
  return "skipped";
}

// The rows that a check takes together, so that another reading shows.
std::vector<std::uint32_t> rows_of(const Filing& filing, const Check& check) {
  std::vector<std::uint32_t> rows;
  for (const Term& term : check.terms) rows.push_back(filing.figures[term.figure].row);
  std::sort(rows.begin(), rows.end());
  return rows;
}

std::string told(const Filing& before, const Check& held, const Checked& after) {
  std::string words;
  for (const Check& check : after.report.checks) {
    if (check.figure == kNoFigure || name_of(after.filing, check) != name_of(before, held)) continue;
    const bool other = rows_of(after.filing, check) != rows_of(before, held);
    words += fmt::format("{}{}{}{}{}{}", words.empty() ? "" : " | ", word_for(check.verdict),
                         other ? " with other rows" : "",
                         check.reading == held.reading ? "" : " as " + check.reading,
                         check.reason.empty() ? "" : ": ", check.reason);
  }
  return words.empty() ? "gone" : words;
}

}  // namespace

std::vector<std::string> fates(const Checked& before, FigureId figure, const Checked& after) {
  std::vector<std::string> out;
  for (const Check& check : before.report.checks) {
    if (check.verdict == Verdict::skipped || check.figure == kNoFigure || !has(check, figure)) continue;
    out.push_back(fmt::format("{} {} at {}{}: {}; now {}", rules()[check.rule].id,
                              check.figure == figure ? "of it" : "over it", check.at.line,
                              before.filing.figures[check.figure].in_table() ? "" : ", a sentence",
                              check.equation, told(before.filing, check, after)));
  }
  return out;
}

}  // namespace kcfin::harness
