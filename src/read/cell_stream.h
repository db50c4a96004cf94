// A text of one cell a line as a stream of cells: signs joined to their figures, lines of one cell to each
// other, and the place of every cell among its neighbours, blank ones included.
//
// This is what is left of HTML of which a library took the tags alone: every cell is a line, and a cell that
// was blank is a blank line. So the distance between two cells tells how many columns apart they stood.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/builder.h"

namespace kcfin::read_room {

struct StreamCell {
  enum class Kind : std::uint8_t { text, figure, year, note };  // note: what refers to one, before figures
  Kind kind = Kind::text;
  RawCell raw;              // its text, made whole, and where it stands
  std::uint32_t first = 0;  // its lines, as indices of CellStream::lines
  std::uint32_t last = 0;
  std::uint16_t empty_before = 0;  // lines without a character since the cell before
  std::uint32_t marks = 0;         // on lines of their own before its figure and those before it
  // How many cells and blank lines stand before it; what was joined to it is not counted.
  std::uint32_t place = 0;

  [[nodiscard]] std::string_view text() const { return raw.text; }
  [[nodiscard]] bool figure() const { return kind == Kind::figure; }
  [[nodiscard]] bool year() const { return kind == Kind::year; }
};

struct CellStream {
  std::vector<Line> lines;  // all of the part, blank ones too
  std::vector<StreamCell> cells;
};

// "|Goodwill", "Goodwill |": a cell with the stroke before or behind it. Other lines as they are.
[[nodiscard]] std::string_view without_stroke(std::string_view text);

// "|", or "||" and "| |||" of a row that ends in blank cells: strokes and nothing else.
[[nodiscard]] bool blank_cells(std::string_view text);

// `together`: a line holds a row, whose cells only blanks part.
[[nodiscard]] CellStream cell_stream(std::string_view part, bool together, Builder& builder);

// A figure, a dash or what stands for one, or the numbers of notes, as a line of its own.
[[nodiscard]] bool lone_figure(std::string_view text);
// The raised mark of a footnote that became a line of its own: "(1)".
[[nodiscard]] bool lone_mark(std::string_view text);

}  // namespace kcfin::read_room
