// The tree of markup that is written as markup should be, in one pass: what the guard leaves in are some
// fifty kinds of elements within bounds, and of the rules by which browsers build a tree these need few.
// Where a segment asks for others (text between the cells of a table, a reference that HTML 4 does not know)
// it is left to the parser of read/gumbo_tree.h, to which this one is held by a test and a fuzz target.
#pragma once

#include <memory_resource>

#include "read/html_guard.h"
#include "read/html_style.h"
#include "read/markup_node.h"

namespace kcfin::read_room {

// The root of the tree, which lives in the memory; null where the segment is for the other parser.
[[nodiscard]] const MarkupNode* plain_tree(std::string_view segment, Styles& styles,
                                           std::pmr::memory_resource& memory);

}  // namespace kcfin::read_room
