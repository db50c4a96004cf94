// Typography made plain.
#include "read/assembler.h"

#include <algorithm>
#include <array>

#include "read/encoding.h"
#include "read/set_apart.h"

namespace kcfin::read_room {
namespace {

bool ascii_letter(char byte) {
  const char lower = static_cast<char>(byte | 0x20);
  return lower >= 'a' && lower <= 'z';
}

// Spaces of every width, and line and paragraph separators.
bool is_space(std::uint32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

// Soft hyphens, joiners, marks of direction and of byte order.
bool prints_nothing(std::uint32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

bool is_raised_digit(std::uint32_t c) {
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

// What a character is written as in plain type; empty where it stays.
std::string_view plain_form(std::uint32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
      return "\"";
    case 0xFB00:
      return "ff";
    case 0xFB01:
      return "fi";
    case 0xFB02:
      return "fl";
    case 0xFB03:
      return "ffi";
    case 0xFB04:
      return "ffl";
    default:
      return {};
  }
}

std::string_view last_word(std::string_view text) {
  const std::size_t space = text.rfind(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

// Metres may be squared; every other raised digit after a word or figure is a footnote's.
bool measures_area(std::string_view word) {
  return word.ends_with('m') &&
         (word.size() == 1 || word == "km" || word == "cm" || !ascii_letter(word[word.size() - 2]));
}

bool starts_after(std::size_t offset, const Anchor& anchor) { return offset < anchor.offset; }

// What the first byte of a character says about it.
enum : std::uint8_t { kStands, kSpace, kLookAtCharacter, kNeverStands };

constexpr std::array<std::uint8_t, 256> kClasses = [] {
  std::array<std::uint8_t, 256> classes{};
  for (std::size_t byte = '\t'; byte <= '\r'; ++byte) classes[byte] = kNeverStands;
  for (const char byte : {'<', '&', '*', '_', '\\', '[', '!', kJoined, '^'})
    classes[static_cast<unsigned char>(byte)] = kNeverStands;
  classes[' '] = kSpace;
  for (const std::size_t byte : {0xC2, 0xE1, 0xE2, 0xE3, 0xEF}) classes[byte] = kLookAtCharacter;
  return classes;
}();

bool stands(std::uint32_t c) {
  return !is_space(c) && !prints_nothing(c) && !is_raised_digit(c) && plain_form(c).empty() &&
         !(c >= 0xFF01 && c <= 0xFF5E);
}

}  // namespace

void Assembler::anchor(std::size_t offset) {
  anchors_.push_back({static_cast<std::uint32_t>(text_.size()), source_->place(offset)});
}

void Assembler::put(std::string_view bytes, std::size_t offset) {
  if (bytes.empty()) return;
  if (space_) {
    // The space belongs to the run before it; the run after it goes on if it follows directly.
    text_.push_back(' ');
    space_ = false;
    if (expected_ != kNowhere) ++expected_;
  }
  if (offset != expected_) anchor(offset);
  text_.append(bytes);
  expected_ = offset + bytes.size();
}

void Assembler::put_character(std::string_view rune, std::size_t offset, std::size_t bytes_in_source) {
  const std::uint32_t c = decode(rune);
  if (is_space(c)) return space();
  if (prints_nothing(c)) return;
  if (is_raised_digit(c)) return raised_digit(rune, offset);
  std::string full_width;
  std::string_view form = plain_form(c);
  if (c >= 0xFF01 && c <= 0xFF5E) {
    full_width.push_back(static_cast<char>(c - 0xFF01 + '!'));
    form = full_width;
  }
  put(form.empty() ? rune : form, offset);
  const bool changed = !form.empty() || bytes_in_source != rune.size();
  if (changed || !source_->runs_on(rune.size())) expected_ = kNowhere;
}

void Assembler::raised_digit(std::string_view rune, std::size_t offset) {
  if (at_word() && !measures_area(last_word(text_))) return;
  put(rune, offset);
  if (!source_->runs_on(rune.size())) expected_ = kNowhere;
}

Place Assembler::place(std::size_t offset) const {
  const auto after = std::upper_bound(anchors_.begin(), anchors_.end(), offset, starts_after);
  if (after == anchors_.begin()) return {};
  const Anchor& anchor = *(after - 1);
  return {anchor.at.line, anchor.at.column + static_cast<std::uint32_t>(offset - anchor.offset)};
}

void Assembler::drop_front(std::size_t bytes) {
  if (bytes == 0 || anchors_.empty()) return;
  const auto after = std::upper_bound(anchors_.begin(), anchors_.end(), bytes, starts_after);
  const Anchor first{static_cast<std::uint32_t>(bytes), place(bytes)};
  anchors_.erase(anchors_.begin(), after - 1);
  anchors_.front() = first;
  for (Anchor& anchor : anchors_) anchor.offset -= static_cast<std::uint32_t>(bytes);
  text_.erase(0, bytes);
}

bool stands_as_it_is(std::string_view text) {
  bool after_space = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::uint8_t kind = kClasses[static_cast<unsigned char>(text[at])];
    if (kind == kStands) {
      after_space = false;
      continue;
    }
    if (kind == kNeverStands || (kind == kSpace && after_space)) return false;
    after_space = kind == kSpace;
    if (kind == kLookAtCharacter && !stands(decode(text.substr(at, rune_bytes(text[at]))))) return false;
  }
  return !after_space || text.empty();
}

std::string_view trimmed(std::string_view text) {
  const auto white = [](char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); };
  constexpr std::string_view kIndent = "        ";  // a line may stand far in: eight blanks at a time
  while (text.starts_with(kIndent)) text.remove_prefix(kIndent.size());
  while (!text.empty() && white(text.front())) text.remove_prefix(1);
  while (!text.empty() && white(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view bare(std::string_view text) {
  constexpr std::array<std::string_view, 3> kBlanks{"\u00A0", "\u3000", "\u200B"};
  for (bool again = true; again;) {
    again = false;
    text = trimmed(text);
    for (const std::string_view blank : kBlanks) {
      if (text.starts_with(blank)) {
        text.remove_prefix(blank.size());
        again = true;
      }
      if (text.ends_with(blank)) {
        text.remove_suffix(blank.size());
        again = true;
      }
    }
  }
  return text;
}

}  // namespace kcfin::read_room
