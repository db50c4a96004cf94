// References and characters of markup that all parsers read alike.
#include "read/plain_text.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "read/encoding.h"
#include "read/entity.h"
#include "values/ascii.h"

namespace kcfin::read_room {
namespace {

using ascii::digit;
using ascii::letter;

// Controls, surrogates, and what is no character: parsers replace some of them.
bool read_in_several_ways(std::uint32_t character) {
  return (character < ' ' && character != '\t' && character != '\n') ||
         (character >= 0x7F && character <= 0x9F) || (character >= 0xD800 && character <= 0xDFFF) ||
         (character >= 0xFDD0 && character <= 0xFDEF) || character > 0x10FFFF ||
         (character & 0xFFFEU) == 0xFFFE || character == 0xFFFD;
}

}  // namespace

bool reads_otherwise(std::string_view text) {
  const auto plain = [](char c) { return c >= ' ' && c < '\x7F'; };
  constexpr std::ptrdiff_t kBlock = 64;  // bytes that are looked at together
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char* const from = text.data() + at;
    if (at + kBlock <= text.size() && std::count_if(from, from + kBlock, plain) == kBlock) {
      at += kBlock - 1;
      continue;
    }
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= ' ' && byte < 0x7F) continue;
    if (byte < 0x80) {
      if (!white_of_markup(text[at])) return true;
    } else if (byte == 0xC2 || byte == 0xEF || byte >= 0xF0) {  // those of two, three and four bytes
      const std::string_view rune = text.substr(at, rune_bytes(text[at]));
      const std::uint32_t character = decode(rune);
      if (character != 0xFFFD && read_in_several_ways(character)) return true;
    }
  }
  return false;
}

bool decoded(std::string_view from, std::pmr::string& to) {
  to.reserve(from.size());
  for (std::size_t at = 0; at < from.size();) {
    const char c = from[at];
    if (c == '\r') {  // "\r\n" is one line's end
      to.push_back('\n');
      at += from.substr(at, 2) == "\r\n" ? 2 : 1;
      continue;
    }
    if (c != '&') {
      std::size_t next = at + 1;
      while (next < from.size() && from[next] != '&' && from[next] != '\r') ++next;
      to.append(from.substr(at, next - at));
      at = next;
      continue;
    }
    const std::string_view rest = from.substr(at);
    const char after = rest.size() > 1 ? rest[1] : ' ';
    if (const auto found = entity(rest)) {
      const std::uint32_t character = found->character;
      if (read_in_several_ways(character)) return false;
      std::string rune;
      append_utf8(rune, character);
      to.append(rune);
      at += found->bytes;
      continue;
    }
    // A sign that begins no reference, as in "R&D": the shortest name without a semicolon has two letters.
    const bool alone = !letter(after) && !digit(after) && after != '#';
    const bool one_letter =
        letter(after) && (rest.size() == 2 || (!letter(rest[2]) && !digit(rest[2]) && rest[2] != ';'));
    if (!alone && !one_letter) return false;
    to.push_back('&');
    ++at;
  }
  return true;
}

}  // namespace kcfin::read_room
