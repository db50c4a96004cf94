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

std::optional<Entity> numbered(std::string_view text) {
  const auto found = number_of_entity(text);
  if (!found || found->number < ' ' || !text.substr(found->bytes).starts_with(';')) return std::nullopt;
  return Entity{as_browsers_do(found->number), found->bytes + 1};
}

}  // namespace

std::optional<NumberOfEntity> number_of_entity(std::string_view text) {
  NumberOfEntity found{0, 2};
  const bool hexadecimal = text.size() > 2 && (text[2] | 0x20) == 'x';
  if (hexadecimal) ++found.bytes;
  const std::size_t first = found.bytes;
  for (; found.bytes < text.size(); ++found.bytes) {
    const auto value = digit(text[found.bytes], hexadecimal);
    if (!value) break;
    found.number = std::min(found.number * (hexadecimal ? 16 : 10) + *value, kBeyondUnicode);
  }
  if (found.bytes == first) return std::nullopt;
  return found;
}

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
