// The headings over a table of one cell a line: which cells they are, and over which columns they stand.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "read/cell_stream.h"

namespace kcfin::read_room {

// Cells [begin, end) are headings; what stands between them and the first row are headers of sections.
struct CellHeadings {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Nothing but a period, a unit or a name of a column, as headings are.
[[nodiscard]] bool heading_cell(const StreamCell& cell);
// A short text that is no sentence, no title of a statement or of a table.
[[nodiscard]] bool could_name_a_column(const StreamCell& cell);
// A date, a year or a unit alone: of two that follow each other, the next table's headings start.
[[nodiscard]] bool heading_alone(const StreamCell& cell);

// The same among other words: "Q3 Fiscal 2026 Supplemental Information".
[[nodiscard]] bool period_heading(const StreamCell& cell);
// A text that may name a column where a period or a unit line ends the names and they are as many as columns.
[[nodiscard]] bool names_a_column_at_length(const StreamCell& cell);
// "(in millions, except per share data)".
[[nodiscard]] bool unit_line(std::string_view text);

// "Year ended March 31, 2010", "As of June 30, 2024": a period or date with its year, and nothing else.
[[nodiscard]] bool period_alone(const StreamCell& cell);

// Looks upward from the first row's label, not above `from`.
[[nodiscard]] CellHeadings headings_above(std::span<const StreamCell> cells, std::size_t label,
                                          std::size_t from);

struct CellHeading {
  RawCell cell;  // its text whole, column and span still to be given
  enum class Sort : std::uint8_t { unit, year, date, phrase, audit, note, name, label } sort = Sort::name;
};

// The headings as cells: parts of one date or of one cell are joined. `spaced`: blank cells left blank lines,
// so that lines without one between them are one cell.
[[nodiscard]] std::vector<CellHeading> heading_cells(std::span<const StreamCell> cells, bool spaced,
                                                     Builder& builder);
// How many headings of single columns there are: the longest run of years, dates or units; 0 without any.
[[nodiscard]] std::size_t headed_columns(std::span<const CellHeading> headings);
// Rows of headings over this many columns of figures.
[[nodiscard]] std::vector<RawRow> heading_rows(std::span<const CellHeading> headings, std::size_t columns,
                                               Builder& builder);

}  // namespace kcfin::read_room
