// The lines of a text, one after the other.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "read/source.h"

namespace kcfin::read_room {

struct Line {
  std::string_view text;     // without its line feed and carriage return
  std::uint32_t number = 0;  // 1-based
  // Where the line starts in the source, which may be before the part; null where that is not known.
  const char* start = nullptr;

  [[nodiscard]] Place place(const char* at, const Source& source) const {
    return source.place(number, start, at);
  }
};

// Walks over a part of the source.
class Lines {
 public:
  Lines(std::string_view part, const Source& source) : rest_(part) {
    const Place first = source.place(source.offset(part.data()));
    number_ = first.line;
    // Columns are characters of the file: only where each is a byte here do they lead back to the start.
    if (first.column == 1 || !source.converted()) start_ = part.data() - (first.column - 1);
  }

  bool next(Line& line) {
    if (rest_.empty()) return false;
    const void* feed = std::memchr(rest_.data(), '\n', rest_.size());
    const std::size_t length = feed == nullptr
                                   ? rest_.size()
                                   : static_cast<std::size_t>(static_cast<const char*>(feed) - rest_.data());
    line.text = rest_.substr(0, length);
    line.number = number_++;
    line.start = start_;
    rest_.remove_prefix(feed == nullptr ? length : length + 1);
    start_ = rest_.data();
    if (!line.text.empty() && line.text.back() == '\r') line.text.remove_suffix(1);
    return true;
  }

 private:
  std::string_view rest_;
  std::uint32_t number_ = 1;
  const char* start_ = nullptr;  // of the next line
};

}  // namespace kcfin::read_room
