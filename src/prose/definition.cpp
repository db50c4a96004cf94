// Definitions are sentences of few forms, told by three words in their order; plain searches find those
// faster than a pattern with three groups.
#include "prose/definition.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>
#include <string>

#include "prose/noun_phrase.h"

namespace kcfin::prose {
namespace {

// What stands before and after the first of some words; false where none is there.
bool divide(std::string_view text, std::initializer_list<std::string_view> words, std::string_view& before,
            std::string_view& after) {
  for (const std::string_view word : words) {
    const std::size_t at = text.find(word);
    if (at == std::string_view::npos) continue;
    before = text.substr(0, at);
    after = text.substr(at + word.size());
    return true;
  }
  return false;
}

// Without the footnote mark, number or quote that may stand before the first word.
std::string_view from_first_letter(std::string_view text) {
  while (!text.empty() && std::isalpha(static_cast<unsigned char>(text.front())) == 0) text.remove_prefix(1);
  return text;
}

// "A, B and C": the parts by their separators. A part that is a pair by nature ("depreciation and
// amortization") comes apart, which does no harm where parts are looked for in labels.
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
    while (!part.empty() && (part.back() == ' ' || part.back() == '.' || part.back() == ','))
      part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
    list.remove_prefix(std::min(next, list.size()));
  }
  return parts;
}

bool open_list(std::string_view list) {
  constexpr std::array<std::string_view, 8> kOpen = {"such as", "certain", "including", "other",
                                                     "others",  "etc",     "primarily", "mainly"};
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
  DefinitionReader(const Paragraph& paragraph, std::string_view sentence, std::size_t offset,
                   std::vector<Definition>& out)
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
    const std::string_view text = sentence_.substr(begin, end - begin);
    std::string_view measure, rest, base, list;
    if (divide(text, {" excludes ", " excluding ", " exclude "}, rest, list) && stated(rest, measure, base)) {
      add(begin, measure, std::string(base), list);
    } else if (divide(text, {" is defined to exclude ", ", which excludes "}, measure, list)) {
      std::string_view tail;
      std::string_view parts = list;
      if (divide(list, {" was ", ", is ", " were ", " increased ", " decreased ", " narrowed ", " reached "},
                 parts, tail))
        list = parts;
      measure = from_first_letter(measure);
      add(begin, measure, without_adjustment(measure), list);
    }
  }

  // "we define X as Y", "X is defined as Y [that]"
  static bool stated(std::string_view text, std::string_view& measure, std::string_view& base) {
    std::string_view before, after;
    if (divide(text, {"define ", "defines "}, before, after) && divide(after, {" as "}, measure, base))
      return true;
    if (!divide(text, {" is defined as "}, before, base)) return false;
    measure = from_first_letter(before);
    for (const std::string_view relative : {" that", " which"}) {
      if (base.ends_with(relative)) base.remove_suffix(relative.size());
    }
    return true;
  }

  void add(std::size_t begin, std::string_view measure, std::string base, std::string_view list) {
    // ", and" at the end joins the next definition.
    while (list.ends_with(' ') || list.ends_with(',') || list.ends_with("and"))
      list.remove_suffix(list.ends_with("and") ? 3 : 1);
    if (base.empty() || base.size() > 120 || measure.size() > 120 || measure.empty() || open_list(list))
      return;
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

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '.' || text.back() == ','))
    text.remove_suffix(1);
  for (const std::string_view article : {"the ", "The ", "our ", "Our ", "a "}) {
    if (text.starts_with(article)) text.remove_prefix(article.size());
  }
  return text;
}

// Up to what is said of the quotient besides: "and multiplied by 100%", "as of the end of the period".
std::string_view without_tail(std::string_view divisor) {
  for (const std::string_view tail : {" and multipl", " multipl", ", ", "; ", " as of ", " as at ",
                                      " at the end", " expressed ", " times "}) {
    divisor = divisor.substr(0, divisor.find(tail));
  }
  return trimmed(divisor);
}

}  // namespace

std::optional<RatioDefinition> read_ratio_definition(std::string_view sentence) {
  std::string_view measure, rest, part, whole;
  if (sentence.find("divid") == std::string_view::npos ||
      !divide(sentence,
              {" is calculated ", " was calculated ", " is computed ", " is defined as ", " represents ",
               " equals "},
              measure, rest))
    return std::nullopt;
  std::string_view before;
  if (divide(rest, {"by dividing "}, before, part)) {
    if (!before.empty() || !divide(part, {" by "}, part, whole)) return std::nullopt;
  } else if (!divide(rest, {" divided by "}, part, whole)) {
    return std::nullopt;
  }
  if (part.starts_with("as ")) part.remove_prefix(3);
  RatioDefinition out;
  out.measure = trimmed(from_first_letter(measure));
  out.part = trimmed(part);
  out.whole = without_tail(whole);
  const auto fits = [](const std::string& text) { return !text.empty() && text.size() <= 160; };
  if (!fits(out.measure) || !fits(out.part) || !fits(out.whole)) return std::nullopt;
  return out;
}

void read_definitions(const Paragraph& paragraph, std::string_view sentence, std::size_t offset,
                      std::vector<Definition>& out) {
  const bool excludes = sentence.find("exclud") != std::string_view::npos;
  const bool defines = sentence.find("defin") != std::string_view::npos ||
                       sentence.find("which excludes") != std::string_view::npos;
  if (excludes && defines) DefinitionReader(paragraph, sentence, offset, out).run();
}

}  // namespace kcfin::prose
