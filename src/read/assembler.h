// Puts one text together from pieces of the file, and remembers where each piece stood.
//
// Typography is made plain on the way: white space of every kind folds to single spaces, curly quotes
// become straight ones, ligatures and full-width forms their letters; what prints nothing is left out.
// Dashes stay as they are, because they mean different things.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kcfin/document.h"
#include "read/source.h"

namespace kcfin::read_room {

class Assembler {
 public:
  explicit Assembler(const Source& source) : source_(&source) {}

  // Characters that need no change, printed at this offset of the source.
  void put(std::string_view bytes, std::size_t offset);
  // One character of UTF-8 that took `bytes_in_source` bytes there ("&nbsp;" took six).
  void put_character(std::string_view rune, std::size_t offset, std::size_t bytes_in_source);
  // White space, of which the next text is set off by one space.
  void space() { space_ = !text_.empty(); }
  // White space that ends a line of the file.
  void line_break() {
    space();
    expected_ = kNowhere;
  }
  // As a word's last mark, a raised digit is a footnote's number.
  void raised_digit(std::string_view rune, std::size_t offset);

  [[nodiscard]] bool empty() const { return text_.empty(); }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] bool at_word() const { return !text_.empty() && !space_; }
  [[nodiscard]] std::string take_text() { return std::move(text_); }
  [[nodiscard]] std::vector<Anchor> take_anchors() { return std::move(anchors_); }
  // Takes the first bytes of the text away.
  void drop_front(std::size_t bytes);
  // Where a byte of the text stands in the file.
  [[nodiscard]] Place place(std::size_t offset) const;
  [[nodiscard]] Place start() const { return anchors_.empty() ? Place{} : anchors_.front().at; }

 private:
  void anchor(std::size_t offset);

  const Source* source_;
  std::string text_;
  std::vector<Anchor> anchors_;
  std::size_t expected_ = kNowhere;  // the offset whose character needs no new anchor
  bool space_ = false;               // a space is due before the next character
  static constexpr std::size_t kNowhere = ~std::size_t{0};
};

// True where a text of the file can be shown as it stands: nothing in it that could be light markup, no
// typography to make plain, no white space but single spaces between words.
[[nodiscard]] bool stands_as_it_is(std::string_view text);
[[nodiscard]] std::string_view trimmed(std::string_view text);
// Without no-break and full-width blanks at its ends either.
[[nodiscard]] std::string_view bare(std::string_view text);

}  // namespace kcfin::read_room
