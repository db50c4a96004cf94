// Labels of a table in aligned text that go over several lines, and rows whose figures do.
#pragma once

#include <cstdint>
#include <vector>

#include "read/text_line.h"

namespace kcfin::read_room {

// One line of the region on its way to a row.
struct Entry {
  const TextLine* line = nullptr;
  const TextLine* label_line = nullptr;  // on which the label starts
  std::vector<Piece> label;              // pieces of the label, this line's or, later, several lines'
  std::vector<Piece> tokens;             // what stands in columns
  std::vector<const TextLine*> lines;    // of the tokens, where they stand on two; else empty
  std::vector<std::size_t> columns;
  bool adjacent = false;  // follows the line before at once
  bool taken = false;     // became a part of another row
  bool unplaced = false;  // nothing tells which columns its figures stand in
  [[nodiscard]] bool figures() const { return !tokens.empty(); }
};

// Joins what is one row; what became a part of another is marked as taken. `margin`: where labels start.
void join_labels(std::vector<Entry>& entries, std::uint32_t margin);

}  // namespace kcfin::read_room
