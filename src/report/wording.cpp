// Words for findings.
#include "report/wording.h"

#include <fmt/format.h>

#include "report/names.h"
#include "values/scale_word.h"

namespace kcfin::report {
namespace {

std::string candidate_words(const Mention& mention) {
  std::string text = fmt::format("line {}, {}", mention.at.line, mention.label);
  if (mention.reported) text += fmt::format(", printed {}", mention.reported->grouped());
  if (mention.expected) text += fmt::format(", would be {}", mention.expected->grouped());
  return text;
}

}  // namespace

std::string period_words(const Period& period) {
  if (!period.known()) return {};
  if (period.instant()) return period.end.iso();
  return fmt::format("{} to {}", period.start.iso(), period.end.iso());
}

std::string unit_words(const Finding& finding) {
  const std::string_view word = scale_word(finding.scale_power);
  return finding.unit.empty() ? "" : fmt::format("{}{}{}", finding.unit, word.empty() ? "" : " ", word);
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view more) {
  return fmt::format("{} {}", count, count == 1 ? one : more);
}

std::vector<std::string> particulars(const Checked& checked, const Finding& finding) {
  std::vector<std::string> lines;
  if (std::string place = where_words(where_of(checked, finding)); !place.empty())
    lines.push_back(std::move(place));
  if (!finding.equation.empty()) lines.push_back(finding.equation);
  if (!finding.suggestion.empty()) lines.push_back(finding.suggestion);
  for (const Mention& mention : finding.candidates) {
    lines.push_back(fmt::format("may be wrong: {}", candidate_words(mention)));
  }
  return lines;
}

Consequences consequences_of(const std::vector<Finding>& findings) {
  Consequences found(findings.size());
  std::vector<std::uint32_t> roots(findings.size());
  for (std::uint32_t i = 0; i < findings.size(); ++i) {
    const std::uint32_t cause = findings[i].cause;
    roots[i] = i;
    if (cause >= findings.size()) continue;
    roots[i] = cause < i ? roots[cause] : cause;  // causes stand before what follows from them
    found[roots[i]].push_back(i);
  }
  return found;
}

}  // namespace kcfin::report
