// Character references in text that has no parser of its own.
#include "read/entity.h"

#include <algorithm>
#include <array>
#include <string>

#include "read/encoding.h"

namespace kcfin::read_room {
namespace {

struct Name {
  std::string_view name;
  std::uint32_t character;
};

// HTML 4's named references, sorted by name.
constexpr auto kNames = std::to_array<Name>({
#include "read/entity_list.inc"
});

constexpr std::size_t kLongest = 12;

std::optional<std::uint32_t> digit(char byte, bool hexadecimal) {
  if (byte >= '0' && byte <= '9') return static_cast<std::uint32_t>(byte - '0');
  const char lower = static_cast<char>(byte | 0x20);
  if (hexadecimal && lower >= 'a' && lower <= 'f') return static_cast<std::uint32_t>(lower - 'a' + 10);
  return std::nullopt;
}

std::uint32_t as_browsers_do(std::uint32_t number) {
  if (number < 0x80 || number > 0x9F) return number;
  const char byte = static_cast<char>(number);
  const std::string text = from_windows_1252({&byte, 1});
  return decode(text);
}

// After "&#".
std::optional<Entity> numbered(std::string_view text) {
  std::size_t at = 2;
  const bool hexadecimal = at < text.size() && (text[at] | 0x20) == 'x';
  if (hexadecimal) ++at;
  const std::size_t first = at;
  std::uint32_t number = 0;
  while (at < text.size()) {
    const auto value = digit(text[at], hexadecimal);
    if (!value || at - first > 8) break;
    number = number * (hexadecimal ? 16 : 10) + *value;
    ++at;
  }
  if (at == first || at >= text.size() || text[at] != ';' || number < ' ') return std::nullopt;
  return Entity{as_browsers_do(number), at + 1};
}

}  // namespace

std::optional<Entity> entity(std::string_view text) {
  if (text.size() > 2 && text[1] == '#') return numbered(text);
  const std::size_t end = text.substr(0, kLongest).find(';');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view name = text.substr(1, end - 1);
  const auto found = std::lower_bound(kNames.begin(), kNames.end(), name,
                                      [](const Name& a, std::string_view b) { return a.name < b; });
  if (found == kNames.end() || found->name != name) return std::nullopt;
  return Entity{found->character, end + 1};
}

}  // namespace kcfin::read_room
