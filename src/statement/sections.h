// Where a row stands in its statement: sections, depth, role, concept.
#pragma once

#include "kcfin/filing.h"

namespace kcfin::statement {

// Splits "Operating expenses: Selling and marketing expenses" into a header and its first item.
void split_headers_on_item_lines(Table& table, Filing& filing);

// Fills section, depth, role and concept of every row.
void read_structure(Table& table, const Filing& filing);

// True for a label that announces rows below it: "Less:" is none, "Current assets:" is one.
[[nodiscard]] bool announces_rows(std::string_view label);

}  // namespace kcfin::statement
