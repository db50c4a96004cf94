// Which letters a figure carries, from the checks that have it as an operand.
#include "report/marks.h"

#include <algorithm>

namespace kcfin::report {
namespace {

constexpr std::size_t kFooted = 0, kAcross = 1, kRolled = 2, kTied = 3, kSentence = 4, kEarlier = 5,
                      kTranslated = 6, kRatio = 7;

template <class Take>
void for_each_operand(const Check& check, std::size_t figures, Take take) {
  if (check.figure < figures) take(check.figure);
  for (const Term& term : check.terms) {
    if (term.figure < figures) take(term.figure);
  }
}

// A finding about the text, or a note, contradicts no figure.
bool contradicts(const Finding& finding) {
  if (finding.severity == Severity::note || rules()[finding.rule].id.starts_with("text/")) return false;
  return finding.cause == kNoCause || finding.wrong.value_or(false);
}

}  // namespace

std::string_view name(Standing standing) {
  switch (standing) {
    case Standing::held:
      return "held";
    case Standing::unheld:
      return "unheld";
    case Standing::contradicted:
      return "contradicted";
    case Standing::damaged:
      break;
  }
  return "damaged";
}

std::size_t mark_of(std::string_view rule) {
  if (rule == "footing/across" || rule == "footing/period") return kAcross;
  if (rule == "footing/roll-forward" || rule == "footing/cash") return kRolled;
  if (rule == "tie/comparative") return kEarlier;
  if (rule.starts_with("tie/")) return kTied;
  if (rule.starts_with("translation/")) return kTranslated;
  return rule.starts_with("ratio/") ? kRatio : kFooted;
}

Marks::Marks(const Checked& checked)
    : checked_(checked),
      letters_(checked.filing.figures.size(), 0),
      contradicted_(checked.filing.figures.size(), false),
      starts_(checked.filing.figures.size() + 1, 0) {
  const Filing& filing = checked.filing;
  const auto& checks = checked.report.checks;
  for (const Check& check : checks) {
    if (check.verdict == Verdict::skipped) continue;
    bool in_words = false;
    for_each_operand(check, letters_.size(),
                     [&](FigureId figure) { in_words = in_words || !filing.figures[figure].in_table(); });
    for_each_operand(check, letters_.size(), [&](FigureId figure) {
      take(filing, check, figure, in_words);
      ++starts_[figure + 1];
    });
  }
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  lists_.resize(starts_.back());
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  for (std::uint32_t i = 0; i < checks.size(); ++i) {
    if (checks[i].verdict == Verdict::skipped) continue;
    for_each_operand(checks[i], letters_.size(), [&](FigureId figure) { lists_[next[figure]++] = i; });
  }
  for (const Finding& finding : checked.report.findings) {
    if (finding.figure < contradicted_.size() && contradicts(finding)) contradicted_[finding.figure] = true;
  }
}

void Marks::take(const Filing& filing, const Check& check, FigureId figure, bool in_words) {
  const bool of_table = filing.figures[figure].in_table();
  const std::size_t mark = of_table && in_words ? kSentence : mark_of(rules()[check.rule].id);
  letters_[figure] = static_cast<std::uint16_t>(letters_[figure] | (1U << mark));
}

std::string Marks::of(FigureId figure) const {
  std::string text;
  for (std::size_t i = 0; i < kMarks.size(); ++i) {
    if ((letters_[figure] & (1U << i)) != 0) text += kMarks[i].letter;
  }
  if (contradicted_[figure]) text += kContradicted.letter;
  return text.empty() ? std::string(kUnheldMark) : text;
}

std::string Marks::words(FigureId figure) const {
  std::string text;
  const auto add = [&](std::string_view word) { text.append(text.empty() ? "" : ", ").append(word); };
  for (std::size_t i = 0; i < kMarks.size(); ++i) {
    if ((letters_[figure] & (1U << i)) != 0) add(kMarks[i].word);
  }
  if (contradicted_[figure]) add(kContradicted.word);
  if (text.empty()) add(kUnheldWord);
  return text;
}

Standing Marks::standing(FigureId figure) const {
  if (contradicted_[figure]) return Standing::contradicted;
  if (!checked_.filing.figures[figure].usable()) return Standing::damaged;
  return letters_[figure] == 0 ? Standing::unheld : Standing::held;
}

std::span<const std::uint32_t> Marks::checks(FigureId figure) const {
  return std::span(lists_).subspan(starts_[figure], starts_[figure + 1] - starts_[figure]);
}

}  // namespace kcfin::report
