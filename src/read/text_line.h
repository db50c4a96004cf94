// A line of plain text seen as print: pieces with white space around them, and where on the line they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/lines.h"

namespace kcfin::read_room {

// Words that stand together, set off from others by two spaces or more. Positions count characters.
struct Piece {
  std::string_view text;
  std::uint32_t left = 0;
  std::uint32_t right = 0;  // after its last character
  bool figure = false;      // a figure, a dash, or what stands for one ("n/m")
  [[nodiscard]] std::uint32_t width() const { return right - left; }
  // Twice the middle, so that it is a whole number.
  [[nodiscard]] std::uint32_t middle2() const { return left + right; }
};

struct TextLine {
  Line line;
  std::vector<Piece> pieces;
  bool new_page = false;  // a form feed stood before it
  bool counted = false;   // its columns are counted: without a figure in each of them it has none

  [[nodiscard]] bool blank() const { return pieces.empty(); }
  [[nodiscard]] std::uint32_t indent() const { return pieces.empty() ? 0 : pieces.front().left; }
  [[nodiscard]] std::uint32_t right() const { return pieces.empty() ? 0 : pieces.back().right; }
  [[nodiscard]] bool one_piece() const { return pieces.size() == 1; }
  // All of it, from the first character to the last.
  [[nodiscard]] std::string_view text() const;
};

// Rules drawn with dashes or underlines, leaders of dots and the tags of EDGAR's old text tables leave no
// pieces. Figures that only one space parts are pieces of their own.
[[nodiscard]] TextLine text_line(const Line& line, bool blank_groups = false);
// A rule across the page, drawn with strokes: what stands over it in a table are its headings.
[[nodiscard]] bool drawn_across(std::string_view text);
// Whether a text parts thousands by blanks, "12 845", so that one blank does not part two figures.
[[nodiscard]] bool groups_by_blanks(std::string_view text);

// A figure, a dash, or a word printed in a figure's place ("n/m", "nil").
[[nodiscard]] bool figure_or_nothing(std::string_view text);
// Of these what is no year: what a row holds beside its label.
[[nodiscard]] bool figure_of_a_row(std::string_view text);
// A figure by its own looks, whatever stands around it: grouped, with decimals, in parentheses, a percentage.
[[nodiscard]] bool surely_figure(std::string_view text);
// From the beginning of `a` to the end of `b`, which stand on one line; a figure if either is.
[[nodiscard]] Piece joined(const Piece& a, const Piece& b);
// The words of a piece, with their positions.
[[nodiscard]] std::vector<Piece> words_of(const Piece& piece);

}  // namespace kcfin::read_room
