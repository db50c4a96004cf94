// Byte columns, counted again in UTF-16 code units.
#include "report/regions.h"

#include <algorithm>

#include "report/characters.h"

namespace kcfin::report {
namespace {

// A file that is no UTF-8 is read as one character a byte.
bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const Character c = first_character(text);
    if (c.code == 0xFFFD && c.bytes == 1) return false;
    text.remove_prefix(c.bytes);
  }
  return true;
}

std::uint32_t units(std::string_view text, bool utf8) {
  if (!utf8) return static_cast<std::uint32_t>(text.size());
  std::uint32_t count = 0;
  while (!text.empty()) {
    const Character c = first_character(text);
    count += c.code > 0xFFFF ? 2 : 1;
    text.remove_prefix(c.bytes);
  }
  return count;
}

}  // namespace

Regions::Regions(const Document& document) {
  if (document.bytes) bytes_ = *document.bytes;
  const char ending = bytes_.find('\n') == std::string_view::npos ? '\r' : '\n';
  starts_.push_back(0);
  for (std::size_t at = bytes_.find(ending); at != std::string_view::npos; at = bytes_.find(ending, at + 1)) {
    starts_.push_back(at + 1);
  }
  utf8_ = is_utf8(bytes_);
}

std::string_view Regions::line(std::uint32_t number) const {
  if (number == 0 || number > starts_.size()) return {};
  const std::size_t end = number < starts_.size() ? starts_[number] - 1 : bytes_.size();
  return bytes_.substr(starts_[number - 1], end - starts_[number - 1]);
}

Region Regions::of(const Place& at, std::string_view text) const {
  const std::string_view whole = line(at.line);
  const std::size_t before = std::min<std::size_t>(at.column > 0 ? at.column - 1 : 0, whole.size());
  if (at.column > whole.size() + 1) return {at.line, at.column, 0};  // what the bytes do not have
  Region region{at.line, units(whole.substr(0, before), utf8_) + 1, 0};
  if (!text.empty() && whole.substr(before).starts_with(text)) {
    region.end_column = region.start_column + units(text, utf8_);
  }
  return region;
}

}  // namespace kcfin::report
