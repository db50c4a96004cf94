// What a page prints that is no part of its text.
#pragma once

#include <string_view>

namespace kcfin::read_room {

// "12", "- 12 -", "F-12", "Page 3 of 10", "iii": the whole of a line or paragraph.
[[nodiscard]] bool page_number(std::string_view text);

}  // namespace kcfin::read_room
