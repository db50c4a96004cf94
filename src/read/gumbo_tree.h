// The tree of any markup, as browsers build it.
#pragma once

#include <memory_resource>

#include "read/html_style.h"
#include "read/markup_node.h"

namespace kcfin::read_room {

// The root of the tree, which lives in the memory, as does all that the parser makes.
[[nodiscard]] const MarkupNode* gumbo_tree(std::string_view segment, Styles& styles,
                                           std::pmr::memory_resource& memory);

}  // namespace kcfin::read_room
