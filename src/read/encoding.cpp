// UTF-8 as Unicode's table 3-7 defines it, and Windows-1252 as the WHATWG's index does.
#include "read/encoding.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace kcfin::read_room {
namespace {

constexpr std::uint32_t kUndefined = 0;
// 0x80 to 0x9F; the rest of Windows-1252 is Latin-1.
constexpr std::array<std::uint32_t, 32> kWindows{
    0x20AC,     kUndefined, 0x201A, 0x0192, 0x201E, 0x2026,     0x2020, 0x2021,
    0x02C6,     0x2030,     0x0160, 0x2039, 0x0152, kUndefined, 0x017D, kUndefined,
    kUndefined, 0x2018,     0x2019, 0x201C, 0x201D, 0x2022,     0x2013, 0x2014,
    0x02DC,     0x2122,     0x0161, 0x203A, 0x0153, kUndefined, 0x017E, 0x0178};

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

bool continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

// The length of the well-formed multi-byte sequence that starts here, or 0.
std::size_t sequence(std::string_view bytes, std::size_t at) {
  const unsigned char first = byte_at(bytes, at);
  const unsigned char second = byte_at(bytes, at + 1);
  if (first < 0xC2 || first > 0xF4 || !continuation(second)) return 0;
  if (first < 0xE0) return 2;
  if (!continuation(byte_at(bytes, at + 2))) return 0;
  if (first < 0xF0) {
    const bool overlong = first == 0xE0 && second < 0xA0;
    const bool surrogate = first == 0xED && second >= 0xA0;
    return overlong || surrogate ? 0 : 3;
  }
  if (!continuation(byte_at(bytes, at + 3))) return 0;
  const bool overlong = first == 0xF0 && second < 0x90;
  const bool beyond = first == 0xF4 && second >= 0x90;
  return overlong || beyond ? 0 : 4;
}

// Where the next byte above ASCII stands, or the end.
std::size_t next_high(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    if ((word & kHigh) != 0) break;
  }
  while (at < bytes.size() && byte_at(bytes, at) < 0x80) ++at;
  return at;
}

bool accented(unsigned char byte) { return byte >= 0xC0 && byte != 0xD7 && byte != 0xF7; }
bool letter(unsigned char byte) {
  return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || accented(byte);
}

bool plausible_at(std::string_view bytes, std::size_t at) {
  const unsigned char byte = byte_at(bytes, at);
  if (byte < 0xA0) return kWindows[byte - 0x80U] != kUndefined;
  if (byte >= 0xFE) return false;  // the bytes of a mark; printed by no filing
  if (!accented(byte)) return true;
  return letter(byte_at(bytes, at + 1)) || (at > 0 && letter(byte_at(bytes, at - 1)));
}

}  // namespace

void append_utf8(std::string& text, std::uint32_t character) {
  const auto put = [&](std::uint32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF)) character = 0xFFFD;
  if (character < 0x80) return put(character);
  if (character < 0x800) {
    put(0xC0U | character >> 6);
  } else {
    if (character < 0x10000) {
      put(0xE0U | character >> 12);
    } else {
      put(0xF0U | character >> 18);
      put(0x80U | (character >> 12 & 0x3FU));
    }
    put(0x80U | (character >> 6 & 0x3FU));
  }
  put(0x80U | (character & 0x3FU));
}

std::optional<std::size_t> malformed_utf8(std::string_view bytes) {
  for (std::size_t at = next_high(bytes, 0); at < bytes.size(); at = next_high(bytes, at)) {
    const std::size_t length = sequence(bytes, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::size_t rune_bytes(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte < 0x80) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

std::uint32_t decode(std::string_view rune) {
  const std::uint32_t first = byte_at(rune, 0);
  const auto low = [&](std::size_t at) { return std::uint32_t{byte_at(rune, at)} & 0x3FU; };
  switch (rune.size()) {
    case 1:
      return first;
    case 2:
      return (first & 0x1FU) << 6 | low(1);
    case 3:
      return (first & 0x0FU) << 12 | low(1) << 6 | low(2);
    case 4:
      return (first & 0x07U) << 18 | low(1) << 12 | low(2) << 6 | low(3);
    default:
      return 0xFFFD;
  }
}

bool plausible_windows_1252(std::string_view bytes) {
  std::size_t well_formed = 0;
  std::size_t single = 0;
  for (std::size_t at = next_high(bytes, 0); at < bytes.size(); at = next_high(bytes, at)) {
    const std::size_t length = std::max<std::size_t>(sequence(bytes, at), 1);
    for (std::size_t i = 0; i < length; ++i)
      if (!plausible_at(bytes, at + i)) return false;
    (length == 1 ? single : well_formed) += 1;
    at += length;
  }
  return well_formed * 8 <= single;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  std::size_t from = 0;
  for (std::size_t at = next_high(bytes, 0); at < bytes.size(); at = next_high(bytes, at)) {
    text.append(bytes.substr(from, at - from));
    const unsigned char byte = byte_at(bytes, at);
    append_utf8(text, byte < 0xA0 ? kWindows[byte - 0x80U] : byte);
    from = ++at;
  }
  text.append(bytes.substr(from));
  return text;
}

}  // namespace kcfin::read_room
