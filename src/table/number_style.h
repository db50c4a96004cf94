// How a document writes its numbers: what parts thousands, what parts decimals, what stands for a minus.
//
// A single figure often leaves it open ("1.234"), so it is decided once a document, by the figures that leave
// no doubt; a figure that departs from it is damaged.
#pragma once

#include <string>
#include <string_view>

#include "kcfin/document.h"

namespace kcfin::table {

enum class Grouping : std::uint8_t { thousands, indian };

struct NumberStyle {
  Grouping grouping = Grouping::thousands;
  bool decimal_comma = false;    // 1.234,5
  bool blanks = false;           // 12 845: common, no-break, thin or narrow blanks part thousands
  bool apostrophes = false;      // 1'234'567
  bool triangles_point = false;  // triangles point up and down for more and less; else both are a minus
};

[[nodiscard]] NumberStyle number_style(const Document& document);

// The text with commas between its thousands, a point before its decimals, hyphens for its minus signs, plain
// digits and brackets, and nothing that prints nothing. Views `text` where it is so already, else `buffer`.
[[nodiscard]] std::string_view plain_number(std::string_view text, const NumberStyle& style,
                                            std::string& buffer);

// True for 12,34,567 and the like, which only the Indian grouping writes.
[[nodiscard]] bool looks_indian(std::string_view text);

}  // namespace kcfin::table
