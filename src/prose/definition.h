// Sentences that say how a measure is made.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kcfin/filing.h"

namespace kcfin::prose {

// Appends the definitions of a sentence; `offset` is where it starts in the paragraph's text.
// Read are "we define X as Y excluding A, B and C", "X is defined as Y excluding ...", "X is defined to
// exclude
// ..." and "X, which excludes A and B, was". A list that is open ("such as", "certain") defines nothing.
void read_definitions(const Paragraph& paragraph, std::string_view sentence, std::size_t offset,
                      std::vector<Definition>& out);

// "Gearing ratio is calculated by dividing borrowings by total equity": both sides of a measure, in words.
struct RatioDefinition {
  std::string measure, part, whole;
};
[[nodiscard]] std::optional<RatioDefinition> read_ratio_definition(std::string_view sentence);

}  // namespace kcfin::prose
