// Colours of a terminal: those of compilers, readable on light and dark grounds alike.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "kcfin/finding.h"

namespace kcfin::report {

enum class Style : std::uint8_t { error, warning, note, place, faint, held, plain };

[[nodiscard]] inline std::string painted(Style style, std::string_view text, bool color) {
  constexpr std::array<std::string_view, 6> kSequences = {"\x1b[1;31m", "\x1b[1;35m", "\x1b[1;36m",
                                                          "\x1b[1m",    "\x1b[2m",    "\x1b[32m"};
  if (!color || style == Style::plain || text.empty()) return std::string(text);
  return std::string(kSequences[static_cast<std::size_t>(style)]).append(text).append("\x1b[0m");
}

[[nodiscard]] constexpr Style style_of(Severity severity) {
  return severity == Severity::error     ? Style::error
         : severity == Severity::warning ? Style::warning
                                         : Style::note;
}

}  // namespace kcfin::report
