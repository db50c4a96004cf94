// Encodings: what the bytes of a file stand for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kcfin::read_room {

// Appends the character as UTF-8; what is no character is appended as U+FFFD.
void append_utf8(std::string& text, std::uint32_t character);

// The offset of the first byte that does not belong to well-formed UTF-8; nothing if all do.
[[nodiscard]] std::optional<std::size_t> malformed_utf8(std::string_view bytes);

// How many bytes the character that starts here takes, in well-formed UTF-8.
[[nodiscard]] std::size_t rune_bytes(char first);
[[nodiscard]] std::uint32_t decode(std::string_view rune);

// True if bytes that are not UTF-8 are a plausible text in Windows-1252 (of which Latin-1's printed
// characters are a part): no undefined byte, accented letters only within words, and hardly any well-formed
// UTF-8 among them.
[[nodiscard]] bool plausible_windows_1252(std::string_view bytes);
[[nodiscard]] std::string from_windows_1252(std::string_view bytes);

}  // namespace kcfin::read_room
