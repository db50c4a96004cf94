// The word of a power of ten, as it stands behind an amount.
#pragma once

#include <cstdint>
#include <string_view>

namespace kcfin {

// "million"; empty for units.
[[nodiscard]] constexpr std::string_view scale_word(std::uint8_t power) {
  switch (power) {
    case 3:
      return "thousand";
    case 5:
      return "lakh";
    case 6:
      return "million";
    case 7:
      return "crore";
    case 9:
      return "billion";
    case 12:
      return "trillion";
    default:
      return "";
  }
}

}  // namespace kcfin
