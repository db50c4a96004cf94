// Decoding, width and visible forms of characters.
#include "report/characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kcfin::report {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Range {
  char32_t first, last;
};

bool in_ranges(const Range* begin, const Range* end, char32_t code) {
  const Range* after =
      std::upper_bound(begin, end, code, [](char32_t c, const Range& range) { return c < range.first; });
  return after != begin && code <= (after - 1)->last;
}

// East Asian Width W and F (Unicode 15, EastAsianWidth.txt), neighbours joined.
constexpr std::array kWide = {
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF},
    Range{0x3400, 0x4DBF},   Range{0x4E00, 0x9FFF},   Range{0xA000, 0xA4CF},   Range{0xA960, 0xA97C},
    Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE10, 0xFE19},   Range{0xFE30, 0xFE6F},
    Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F}, Range{0x1F900, 0x1F9FF},
    Range{0x20000, 0x2FFFD}, Range{0x30000, 0x3FFFD},
};

// Combining marks and zero-width characters of the scripts that occur beside Latin and Chinese.
constexpr std::array kZeroWidth = {
    Range{0x0300, 0x036F}, Range{0x0483, 0x0489}, Range{0x0591, 0x05BD},
    Range{0x064B, 0x065F}, Range{0x200B, 0x200D}, Range{0x20D0, 0x20F0},
    Range{0x302A, 0x302D}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F},
};

constexpr std::array kActing = {
    Range{0x00, 0x1F},     Range{0x7F, 0x9F},       Range{0x061C, 0x061C}, Range{0x200E, 0x200F},
    Range{0x2028, 0x202E}, Range{0x2060, 0x2069},   Range{0xFEFF, 0xFEFF}, Range{0xFFF9, 0xFFFB},
    Range{0xFFFE, 0xFFFF}, Range{0xE0000, 0xE007F},
};

std::size_t columns_of(char32_t code) {
  if (code < 0x300) return 1;
  if (in_ranges(kZeroWidth.begin(), kZeroWidth.end(), code)) return 0;
  return in_ranges(kWide.begin(), kWide.end(), code) ? 2 : 1;
}

// A job's log takes "::" as a command at the start of a line, which folding may make of any word's
// start, and "##[" anywhere.
bool starts_job_command(std::string_view before, std::string_view text) {
  const bool word_start = before.empty() || before.ends_with(' ');
  return (word_start && text.starts_with("::")) || text.starts_with("##[");
}

void append_visible(std::string& out, char32_t code) {
  if (code < 0x20) {
    append_utf8(out, 0x2400 + code);  // the control pictures stand in the order of the controls
  } else if (code == 0x7F) {
    append_utf8(out, 0x2421);
  } else {
    out += fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(code));
  }
}

}  // namespace

Character first_character(std::string_view text) {
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::uint8_t length = lead >= 0xF0 && lead < 0xF5   ? 4
                              : lead >= 0xE0 && lead < 0xF0 ? 3
                              : lead >= 0xC2 && lead < 0xE0 ? 2
                                                            : 0;
  if (length == 0 || text.size() < length) return {kReplacement, 1};
  char32_t code = lead & (0x7FU >> length);
  for (std::uint8_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return {kReplacement, 1};
    code = (code << 6U) | (byte(i) & 0x3FU);
  }
  const bool too_short = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (too_short || surrogate || code > 0x10FFFF) return {kReplacement, 1};
  return {code, length};
}

void append_utf8(std::string& out, char32_t code) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6U));
    put(0x80 | (code & 0x3FU));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12U));
    put(0x80 | ((code >> 6U) & 0x3FU));
    put(0x80 | (code & 0x3FU));
  } else {
    put(0xF0 | (code >> 18U));
    put(0x80 | ((code >> 12U) & 0x3FU));
    put(0x80 | ((code >> 6U) & 0x3FU));
    put(0x80 | (code & 0x3FU));
  }
}

bool acts(char32_t code) { return in_ranges(kActing.begin(), kActing.end(), code); }

bool shown_as_it_stands(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; }) &&
         text.find("::") == std::string_view::npos && text.find("##[") == std::string_view::npos;
}

std::string shown(std::string_view text) {
  if (shown_as_it_stands(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    if (starts_job_command(out, text)) {
      out.append(text.substr(0, 1)).push_back(' ');
      text.remove_prefix(1);
      continue;
    }
    const Character c = first_character(text);
    if (acts(c.code)) {
      append_visible(out, c.code);
    } else {
      append_utf8(out, c.code);
    }
    text.remove_prefix(c.bytes);
  }
  return out;
}

std::string shown_in_markup(std::string_view text) {
  std::string out;
  for (const char c : shown(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::size_t columns(std::string_view text) {
  std::size_t total = 0;
  while (!text.empty()) {
    const Character c = first_character(text);
    total += columns_of(c.code);
    text.remove_prefix(c.bytes);
  }
  return total;
}

std::string fitted(std::string_view text, std::size_t width) {
  if (columns(text) <= width) return std::string(text);
  std::size_t taken = 0, used = 0;
  while (taken < text.size()) {
    const Character c = first_character(text.substr(taken));
    if (used + columns_of(c.code) + 1 > width) break;
    used += columns_of(c.code);
    taken += c.bytes;
  }
  return std::string(text.substr(0, taken)) + "…";
}

std::vector<std::string> folded(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    const std::size_t wide = columns(word);
    if (used > 0 && used + 1 + wide > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    lines.back() += word;
    used += wide;
  }
  return lines;
}

std::string padded_left(std::string_view text, std::size_t width) {
  const std::size_t used = columns(text);
  return std::string(width > used ? width - used : 0, ' ') + std::string(text);
}

std::string padded_right(std::string_view text, std::size_t width) {
  const std::size_t used = columns(text);
  return std::string(text) + std::string(width > used ? width - used : 0, ' ');
}

}  // namespace kcfin::report
