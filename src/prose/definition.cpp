// Definitions are sentences of few forms: patterns read them, behind a cheap test.
#include "prose/definition.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <string>

#include "prose/noun_phrase.h"

namespace kcfin::prose {
namespace {

std::string_view view(const re2::StringPiece& piece) { return {piece.data(), piece.size()}; }

// "A, B and C": the parts by their separators. A part that is a pair by nature ("depreciation and amortization")
// comes apart, which does no harm where parts are looked for in labels.
std::vector<std::string> parts_of(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    std::size_t end = list.size();
    std::size_t next = list.size();
    for (const std::string_view separator : {", and ", ", ", " and ", "; "}) {
      const std::size_t at = list.find(separator);
      if (at >= end) continue;
      end = at;
      next = at + separator.size();
    }
    std::string_view part = list.substr(0, end);
    while (!part.empty() && (part.back() == ' ' || part.back() == '.' || part.back() == ',')) part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
    list.remove_prefix(std::min(next, list.size()));
  }
  return parts;
}

bool open_list(std::string_view list) {
  constexpr std::array<std::string_view, 8> kOpen = {"such as", "certain", "including", "other", "others", "etc", "primarily", "mainly"};
  return std::any_of(kOpen.begin(), kOpen.end(), [&](std::string_view word) { return has_word(list, word); });
}

// "non-GAAP net loss" without what makes it one.
std::string without_adjustment(std::string_view measure) {
  for (const std::string_view prefix : {"non-GAAP ", "Non-GAAP ", "adjusted ", "Adjusted ", "Non-gaap "}) {
    if (measure.starts_with(prefix)) return std::string(measure.substr(prefix.size()));
  }
  return {};
}

class DefinitionReader {
 public:
  DefinitionReader(const Paragraph& paragraph, std::string_view sentence, std::size_t offset, std::vector<Definition>& out)
      : paragraph_(paragraph), sentence_(sentence), offset_(offset), out_(out) {}

  void run() {
    // One sentence may hold several, each up to the next "define".
    std::size_t begin = 0;
    while (begin < sentence_.size()) {
      std::size_t next = sentence_.find("we define ", begin + 1);
      if (next == std::string_view::npos) next = sentence_.size();
      read(begin, next);
      begin = next;
    }
  }

 private:
  void read(std::size_t begin, std::size_t end) {
    static const re2::RE2 kDefine("(?i)(?:we|the company|the group) defines? (.+?) as (.+?) (?:excluding|that excludes|which excludes) (.+)");
    static const re2::RE2 kDefined("(?i)^(?:\\W|\\d)*(.+?) is (?:a non-gaap (?:financial )?measure )?defined as (.+?) (?:excluding|that excludes|which excludes) (.+)");
    static const re2::RE2 kToExclude("(?i)^(?:\\W|\\d)*(.+?) is defined to exclude (.+)");
    static const re2::RE2 kWhich("(?i)^(?:\\W|\\d)*([^,]+?), which excludes (.+?),? (?:was|were|is|are|increased|decreased|narrowed|reached) ");
    const std::string_view text = sentence_.substr(begin, end - begin);
    const re2::StringPiece piece(text.data(), text.size());
    re2::StringPiece measure, base, list;
    if (re2::RE2::PartialMatch(piece, kDefine, &measure, &base, &list) || re2::RE2::PartialMatch(piece, kDefined, &measure, &base, &list)) {
      add(begin, view(measure), std::string(view(base)), view(list));
    } else if (re2::RE2::PartialMatch(piece, kToExclude, &measure, &list) || re2::RE2::PartialMatch(piece, kWhich, &measure, &list)) {
      add(begin, view(measure), without_adjustment(view(measure)), view(list));
    }
  }

  void add(std::size_t begin, std::string_view measure, std::string base, std::string_view list) {
    // ", and" at the end joins the next definition.
    while (list.ends_with(' ') || list.ends_with(',') || list.ends_with("and")) list.remove_suffix(list.ends_with("and") ? 3 : 1);
    if (base.empty() || open_list(list) || measure.size() > 120) return;
    Definition definition;
    definition.measure = measure;
    definition.base = std::move(base);
    definition.excluded = parts_of(list);
    definition.at = paragraph_.place(offset_ + begin);
    if (!definition.excluded.empty()) out_.push_back(std::move(definition));
  }

  const Paragraph& paragraph_;
  std::string_view sentence_;
  std::size_t offset_;
  std::vector<Definition>& out_;
};

}  // namespace

void read_definitions(const Paragraph& paragraph, std::string_view sentence, std::size_t offset,
                      std::vector<Definition>& out) {
  const bool excludes = sentence.find("exclud") != std::string_view::npos;
  const bool defines = sentence.find("defin") != std::string_view::npos || sentence.find("which excludes") != std::string_view::npos;
  if (excludes && defines) DefinitionReader(paragraph, sentence, offset, out).run();
}

}  // namespace kcfin::prose
