// Figures and words of sentences, found again in their paragraphs.
#include "report/printed.h"

#include <algorithm>
#include <string>

namespace kcfin::report {
namespace {

std::optional<InSentence> within(const Paragraph& paragraph, std::string_view printed, const Place& place) {
  for (std::size_t at = paragraph.text.find(printed); at != std::string_view::npos;
       at = paragraph.text.find(printed, at + 1)) {
    if (paragraph.place(at) == place) return InSentence{paragraph.text, at, printed.size()};
  }
  return std::nullopt;
}

// In one of the last paragraphs that begin before it: they stand in the order of the file, but for some.
std::optional<InSentence> word_in_sentence(const Document& document, const Finding& finding) {
  constexpr int kNear = 8;
  const auto& paragraphs = document.paragraphs;
  auto behind =
      std::upper_bound(paragraphs.begin(), paragraphs.end(), finding.at,
                       [](const Place& at, const Paragraph& paragraph) { return at < paragraph.place(0); });
  for (int i = 0; i < kNear && behind != paragraphs.begin(); ++i) {
    --behind;
    if (auto found = within(*behind, finding.word, finding.at)) return found;
  }
  return std::nullopt;
}

}  // namespace

std::string_view printed(const Filing& filing, const Finding& finding) {
  if (!finding.word.empty()) return finding.word;
  return finding.figure < filing.figures.size() ? std::string_view(filing.figures[finding.figure].raw)
                                                : std::string_view();
}

std::optional<InSentence> in_sentence(const Checked& checked, FigureId id) {
  const Filing& filing = checked.filing;
  if (id >= filing.figures.size()) return std::nullopt;
  const Figure& figure = filing.figures[id];
  if (figure.in_table() || figure.claim >= filing.claims.size() || figure.raw.empty()) return std::nullopt;
  const std::uint32_t number = filing.claims[figure.claim].paragraph;
  if (number >= checked.document.paragraphs.size()) return std::nullopt;
  return within(checked.document.paragraphs[number], figure.raw, figure.at);
}

std::optional<InSentence> in_sentence(const Checked& checked, const Finding& finding) {
  return finding.word.empty() ? in_sentence(checked, finding.figure)
                              : word_in_sentence(checked.document, finding);
}

std::string quote(const InSentence& place) {
  constexpr std::size_t kBefore = 80;
  std::size_t start = place.at > kBefore ? place.text.find(' ', place.at - kBefore) + 1 : 0;
  if (start > place.at) start = place.at;
  std::string quote = start > 0 ? "…" : "";
  return quote.append(place.text.substr(start, place.at + place.size - start));
}

}  // namespace kcfin::report
