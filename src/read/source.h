// The characters to be read, as UTF-8, and where each of them stands in the file as given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "kcfin/document.h"

namespace kcfin::read_room {

class Source {
 public:
  enum class Width : std::uint8_t {
    same,             // the text is the file's own bytes
    one_byte_a_rune,  // every character of the text was one byte of the file
  };

  Source() = default;
  // `text` must outlive the source; `skipped` bytes of the file stand before it (a byte order mark).
  Source(std::string_view text, std::uint32_t skipped, Width width);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::uint32_t lines() const { return lines_; }
  [[nodiscard]] bool converted() const { return width_ == Width::one_byte_a_rune; }
  // Where the byte at this offset of the text stands in the file. Takes a bounded time, and next to none
  // for an offset a little after the one asked for before.
  [[nodiscard]] Place place(std::size_t offset) const;
  // Says where a line starts, if it is known, so that places on it need not be counted from farther away.
  void remember(const char* start, std::uint32_t line) const {
    if (start == nullptr || line == 1) return;  // a byte order mark may stand before the first
    last_offset_ = offset(start);
    last_ = {line, 1};
  }
  // The same for a byte of a line whose number and start are known.
  [[nodiscard]] Place place(std::uint32_t line, const char* start, const char* at) const {
    if (converted() || line == 1) return place(offset(at));
    return {line, static_cast<std::uint32_t>(at - start) + 1};
  }
  [[nodiscard]] std::size_t offset(const char* at) const {
    return static_cast<std::size_t>(at - text_.data());
  }
  // True if what follows a character of this many bytes stands that many bytes further in the file.
  [[nodiscard]] bool runs_on(std::size_t bytes) const { return !converted() || bytes == 1; }

 private:
  // What was counted before every stretch of text, so that a place is found without starting over.
  struct Mark {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
  };
  static constexpr std::size_t kStretch = 4096;
  void advance(Mark& mark, std::string_view passed) const;

  std::string_view text_;
  Width width_ = Width::same;
  std::uint32_t lines_ = 0;
  std::vector<Mark> marks_;
  mutable Mark last_;  // what was counted before the offset that was last asked for
  mutable std::size_t last_offset_ = ~std::size_t{0};
};

}  // namespace kcfin::read_room
