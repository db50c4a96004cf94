// Texts of markup in which there is nothing that parsers read in several ways.
#pragma once

#include <memory_resource>
#include <string>
#include <string_view>

namespace kcfin::read_room {

// HTML's white space; the vertical tab is none.
constexpr bool white_of_markup(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

// True where a parser would take any character for another.
[[nodiscard]] bool reads_otherwise(std::string_view text);

// Decodes the references of a text; false where the other parser may read one another way.
[[nodiscard]] bool decoded(std::string_view from, std::pmr::string& to);

}  // namespace kcfin::read_room
