// Character references: "&nbsp;", "&#8212;", "&#x2014;".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace kcfin::read_room {

struct Entity {
  std::uint32_t character = 0;
  std::size_t bytes = 0;  // of the reference, its semicolon included
};

// The reference that starts at the first byte of `text`, an ampersand; nothing if none does. The named ones
// are those of HTML 4; numbers 128 to 159 mean Windows-1252, as in every browser.
[[nodiscard]] std::optional<Entity> entity(std::string_view text);

// A number and where its digits end in "&#8212" or "&#x2014"; nothing if none follows the sign.
struct NumberOfEntity {
  std::uint32_t number = 0;  // kBeyondUnicode for all that are larger
  std::size_t bytes = 0;
};
inline constexpr std::uint32_t kBeyondUnicode = 0x110000;
[[nodiscard]] std::optional<NumberOfEntity> number_of_entity(std::string_view text);

}  // namespace kcfin::read_room
