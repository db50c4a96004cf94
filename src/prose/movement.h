// Directions that words state of an amount without a figure: "increased to", "The decrease was due to".
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "kcfin/filing.h"
#include "prose/draft.h"

namespace kcfin::prose {

// Gives the amounts of one sentence, drafts from `first` on, the movements that lead to them or to what they
// are compared with.
void attach_movements(std::size_t first, const std::vector<Figure>& figures, std::vector<Draft>& drafts);

// "The increase was mainly due to ...": said of the only amount of the sentence before, whose drafts are
// given. `offset` is where the sentence starts in its paragraph.
void read_opening_movement(const Paragraph& paragraph, std::string_view sentence, std::uint32_t offset,
                           const std::vector<Figure>& figures, std::span<Draft> drafts);

// The same of a clause behind the amounts of its sentence: "..., the sequential increase was due to".
void read_inner_movements(const Paragraph& paragraph, std::string_view sentence, std::uint32_t offset,
                          const std::vector<Figure>& figures, std::span<Draft> drafts);

}  // namespace kcfin::prose
