// What a finding points at, as the file prints it: a figure, or the word that says a direction.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "kcfin/finding.h"

namespace kcfin::report {

// Empty where it is neither.
[[nodiscard]] std::string_view printed(const Filing& filing, const Finding& finding);

// Where that stands in its paragraph.
struct InSentence {
  std::string_view text;  // of the paragraph
  std::size_t at = 0, size = 0;
};
// Empty where it stands in a table, or cannot be told.
[[nodiscard]] std::optional<InSentence> in_sentence(const Checked& checked, FigureId id);
[[nodiscard]] std::optional<InSentence> in_sentence(const Checked& checked, const Finding& finding);

// Some of the words that lead to it, and it.
[[nodiscard]] std::string quote(const InSentence& place);

}  // namespace kcfin::report
