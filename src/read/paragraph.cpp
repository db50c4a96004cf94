// Where a piece of a paragraph stands in the file.
#include <algorithm>

#include "kcfin/document.h"

namespace kcfin {

Place Paragraph::place(std::size_t offset) const {
  const auto after =
      std::upper_bound(anchors.begin(), anchors.end(), offset,
                       [](std::size_t at, const Anchor& anchor) { return at < anchor.offset; });
  if (after == anchors.begin()) return {};
  const Anchor& anchor = *(after - 1);
  return {anchor.at.line, anchor.at.column + static_cast<std::uint32_t>(offset - anchor.offset)};
}

}  // namespace kcfin
