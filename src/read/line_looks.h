// What a line of aligned text looks like: a row of figures, a heading over columns, words.
#pragma once

#include <cstdint>
#include <string_view>

#include "read/text_line.h"

namespace kcfin::read_room {

// The part of a line's width in which figures stand.
struct FigureArea {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  std::uint32_t gap = ~0U;  // the least between two figures of a row
  // How far the middle of a heading may stand left of it: headings are centred over columns whose figures
  // stand at their right.
  [[nodiscard]] std::uint32_t slack() const;
  void include(const TextLine& line);
};

// Ends in figures, so that it can be a row.
[[nodiscard]] bool figure_row(const TextLine& line);
// Stands over the columns of figures and names periods, units or the like.
[[nodiscard]] bool heading_row(const TextLine& line, const FigureArea& area);
// "Sr No" and "Particulars" alone in a line.
[[nodiscard]] bool heading_of_labels(const TextLine& line, const FigureArea& area);
// Nothing but periods and units side by side: headings wherever they stand.
[[nodiscard]] bool headings_only(const TextLine& line);
// Words that stand over the columns and name no period or unit: segments, components of equity.
[[nodiscard]] bool names_over_columns(const TextLine& line, const FigureArea& area);
[[nodiscard]] bool names_period_or_unit(std::string_view text);
// "Note", "NOTES", over the numbers of notes.
[[nodiscard]] bool names_notes(std::string_view text);
// "Particulars", which stands over labels, in the middle of them, too.
[[nodiscard]] bool names_labels(std::string_view text);

}  // namespace kcfin::read_room
