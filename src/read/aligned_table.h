// A table in aligned text: columns by position, headings over them, labels over several lines.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "read/builder.h"
#include "read/text_line.h"

namespace kcfin::read_room {

// The grid of a region of lines, those of headings first. Lines that are blank, numbers of pages or running
// heads must have been left out; `adjacent` says for each line whether it follows the one before at once,
// `ruled` that a rule across the page closes the headings.
[[nodiscard]] Result<RawTable> aligned_grid(std::span<const TextLine* const> headings,
                                            std::span<const TextLine* const> rows,
                                            const std::vector<bool>& adjacent, bool ruled,
                                            const ReadLimits& limits, Builder& builder);

}  // namespace kcfin::read_room
