// Tables of HTML: which of them carry data, and the grid of those that do.
#pragma once

#include <unordered_set>
#include <vector>

#include "read/builder.h"
#include "read/html_tree.h"

namespace kcfin::read_room {

// The rows of a table's own sections and of itself, those that print nothing left out.
[[nodiscard]] std::vector<const MarkupNode*> rows_of(const MarkupNode& table);
[[nodiscard]] std::vector<const MarkupNode*> cells_of(const MarkupNode& row);

// Tables that hold other tables only to put them in their place on the page.
using LayoutTables = std::unordered_set<const MarkupNode*>;
[[nodiscard]] LayoutTables layout_tables(const MarkupNode& root);

// The grid of a table that carries data. Sets `error` where a limit is passed. A table without a row of two
// texts is no grid: nothing is returned and its cells are to be read as running text.
[[nodiscard]] std::optional<RawTable> html_grid(const MarkupNode& table, const HtmlTree& tree,
                                                const ReadLimits& limits, Builder& builder,
                                                std::optional<Error>& error);

}  // namespace kcfin::read_room
