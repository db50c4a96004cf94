// A raw table taken apart: which rows are its heading, which its body, and where its figures stand.
#pragma once

#include <vector>

#include "kcfin/document.h"
#include "table/heading_lexer.h"
#include "table/number.h"

namespace kcfin::table {

// A cell of a body row with what its text is.
struct BodyCell {
  const RawCell* raw = nullptr;
  Scanned scanned;
};

struct BodyRow {
  const RawRow* raw = nullptr;
  const RawCell* label = nullptr;  // null where the row has none
  std::vector<BodyCell> cells;     // right of the label
};

struct HeadingRow {
  const RawRow* raw = nullptr;
  std::vector<RawCell> cells;  // pieces of one word that stood in two cells are joined
  std::vector<Lexed> lexed;    // one a cell
};

// One table: a heading and the rows under it. A raw table with several headings gives several.
struct Draft {
  std::vector<const RawRow*> title;  // rows of one text right before the heading: a title, a unit line
  std::vector<HeadingRow> heading;
  std::vector<BodyRow> body;
  std::vector<std::uint16_t> value_columns;  // grid columns that hold figures, in order
  bool spans_known = false;
  bool goes_on = false;  // the rows of another period under the heading of the draft before
};

// Drafts that hold at least one figure, and are no list of page numbers or addresses.
// `joined` owns texts that had to be put together.
[[nodiscard]] std::vector<Draft> take_apart(const RawTable& raw, const NumberStyle& style,
                                            std::deque<std::string>& joined);

// A table that has but a period over its labels, and the layout and first label of the one before it, goes on
// with that one's names of columns. False, and nothing done, for any other.
[[nodiscard]] bool continue_heading(Draft& draft, const Draft& before);

}  // namespace kcfin::table
