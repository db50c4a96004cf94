// Headings over the columns of a table in aligned text: which columns each of their pieces stands over.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "read/text_line.h"

namespace kcfin::read_room {

inline constexpr std::size_t kMostPlaced =
    64;  // columns that are told apart by position; more fit on no page

// Pieces that are one heading, those of several lines in their order, over columns `first` to `last`.
struct HeadingCell {
  std::vector<Piece> pieces;
  std::size_t first = 0, last = 0;
};

// A line of headings, or several that are one because their pieces interleave.
struct HeadingLine {
  const TextLine* line = nullptr;
  std::optional<Piece> label;  // the heading of the labels
  std::vector<HeadingCell> cells;
};

// `extents`: where each column stands under its headings; `margin`: where labels start.
[[nodiscard]] std::vector<HeadingLine> place_headings(std::span<const TextLine* const> lines,
                                                      const std::vector<Piece>& extents,
                                                      std::uint32_t margin);

// Headings of columns that each have their own, over as many lines as they need: pieces that stand over each
// other are one.
[[nodiscard]] HeadingLine stack_headings(std::span<const TextLine* const> lines,
                                         const std::vector<Piece>& extents);

// The dates, years and units that a heading consists of and that only one space parts; empty if there is
// anything else in it. A year after a day of a month may be the date's or stand by itself.
[[nodiscard]] std::vector<Piece> dates_and_units(const Piece& piece, bool years_in_dates);

}  // namespace kcfin::read_room
