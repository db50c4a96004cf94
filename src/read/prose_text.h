// Running text in lines: which of them go on from the line before and which start a paragraph.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "read/builder.h"
#include "read/text_line.h"

namespace kcfin::read_room {

// How a text breaks its lines.
struct Setting {
  bool wrapped = false;      // sentences go over lines
  std::uint32_t margin = 0;  // the character where full lines end
};
[[nodiscard]] Setting setting_of(std::span<const TextLine> lines);

// Lines are kept by address until their paragraph ends.
class Prose {
 public:
  Prose(const Setting& setting, Builder& builder) : setting_(setting), builder_(&builder) {}

  void add(const TextLine& line);
  // A page ended; a sentence may go on behind it.
  void page_break() { page_break_ = true; }
  void finish();

 private:
  [[nodiscard]] bool goes_on(const TextLine& line) const;

  Setting setting_;
  Builder* builder_;
  std::vector<const TextLine*> lines_;  // of the paragraph
  bool blank_ = false;
  bool page_break_ = false;
};

// Running text among tables of cells and separators: one line, one paragraph, unless the text is wrapped.
class ProseLines {
 public:
  ProseLines(std::string_view part, Builder& builder);

  void add(const Line& line, bool list_item = false);
  void finish();

 private:
  Builder* builder_;
  Setting setting_;
  Prose prose_;
  std::deque<TextLine> lines_;  // of the paragraph, where text is wrapped
};

[[nodiscard]] bool starts_lower(std::string_view text);
// Ends as a sentence does, and not as "Inc." does.
[[nodiscard]] bool ends_sentence(std::string_view text);
// Ends in a word or mark after which a phrase must go on ("of", "and", a comma, a hyphen).
[[nodiscard]] bool left_open(std::string_view text);

}  // namespace kcfin::read_room
