// Finding lines and bytes: one mark every few thousand bytes, the rest is counted when asked for.
#include "read/source.h"

#include <algorithm>
#include <cstring>

namespace kcfin::read_room {
namespace {

std::uint32_t runes(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

}  // namespace

Source::Source(std::string_view text, std::uint32_t skipped, Width width) : text_(text), width_(width) {
  marks_.reserve(text.size() / kStretch + 1);
  Mark mark{1, 1 + skipped};
  for (std::size_t at = 0; at < text.size(); at += kStretch) {
    marks_.push_back(mark);
    advance(mark, text.substr(at, kStretch));
  }
  lines_ = mark.line - (text.empty() || text.back() == '\n' ? 1 : 0);
}

void Source::advance(Mark& mark, std::string_view passed) const {
  if (std::memchr(passed.data(), '\n', passed.size()) != nullptr) {
    mark.line += static_cast<std::uint32_t>(std::count(passed.begin(), passed.end(), '\n'));
    mark.column = 1;
    passed.remove_prefix(passed.rfind('\n') + 1);
  }
  mark.column += converted() ? runes(passed) : static_cast<std::uint32_t>(passed.size());
}

Place Source::place(std::size_t offset) const {
  if (marks_.empty()) return {};
  offset = std::min(offset, text_.size());
  const std::size_t stretch = std::min(offset / kStretch, marks_.size() - 1);
  if (last_offset_ > offset || offset - last_offset_ > kStretch) {
    last_offset_ = stretch * kStretch;
    last_ = marks_[stretch];
  }
  advance(last_, text_.substr(last_offset_, offset - last_offset_));
  last_offset_ = offset;
  return {last_.line, last_.column};
}

}  // namespace kcfin::read_room
