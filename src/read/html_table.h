// Tables of HTML: which of them carry data, and the grid of those that do.
#pragma once

#include <gumbo.h>

#include <unordered_set>
#include <vector>

#include "read/builder.h"
#include "read/html_tree.h"

namespace kcfin::read_room {

// The rows of a table's own sections and of itself, those that print nothing left out.
[[nodiscard]] std::vector<const GumboNode*> rows_of(const GumboNode& table);
[[nodiscard]] std::vector<const GumboNode*> cells_of(const GumboNode& row);

// Tables that hold other tables only to put them in their place on the page.
using LayoutTables = std::unordered_set<const GumboNode*>;
[[nodiscard]] LayoutTables layout_tables(const GumboNode& root);

// The grid of a table that carries data. Sets `error` where a limit is passed. A table without a row of two
// texts is no grid: nothing is returned and its cells are to be read as running text.
[[nodiscard]] std::optional<RawTable> html_grid(const GumboNode& table, const HtmlTree& tree,
                                                const ReadLimits& limits, Builder& builder,
                                                std::optional<Error>& error);

}  // namespace kcfin::read_room
