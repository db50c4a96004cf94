// The rows of a table as a viewer of tagged statements prints them as text:
//
//     3 Months Ended 6 Months Ended
//     Mar. 31, 2020
//     Jun. 30, 2020
//     Jun. 30, 2019
//     Net loss $ (630) $ (1,210) $ (980)
//     Stock awards     210
//
// A date is a line; each cell stands behind one blank, and a blank cell is another one.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "read/text_line.h"

namespace kcfin::read_room {

// What a line of a table consists of.
struct CountedRow {
  Piece label;  // empty where it has none
  std::vector<Piece> figures;
  std::vector<std::size_t> columns;  // of the figures, where blanks tell them
  bool told = false;                 // by the blanks of its own line
};
// Each with the line it stands on.
using CountedRows = std::vector<std::pair<std::size_t, CountedRow>>;

std::vector<Piece> words_in(const TextLine& line);

// A line that is a date with its year and nothing else.
std::optional<Piece> date_alone(const TextLine& line);
// How many of the dates follow each other that are of one day, each a year before the one before it.
std::vector<std::size_t> runs_of_days(const std::vector<Piece>& dates);

// Without figures where the line is no row.
CountedRow viewed_row(const TextLine& line, std::size_t columns);
// Gives rows whose own blanks do not tell their columns those that the other rows leave them, or none.
void tell_short_rows(CountedRows& rows);
// Columns in which no row has a figure, as those of another statement's periods, go. Says which are used;
// empty where the rows are no table's.
std::vector<bool> leave_unused_out(CountedRows& rows, std::size_t columns);

}  // namespace kcfin::read_room
