// The elements that a plain tree is made of, and by which of the browsers' rules each is opened and closed.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "read/markup_node.h"
#include "read/name_index.h"

namespace kcfin::read_room {

// By which rules an element is opened and closed.
enum class Group : std::uint8_t {
  block,
  heading,
  p,
  li,
  definition,
  hr,
  br,
  table,
  caption,
  section,
  row,
  cell
};

struct Element {
  std::string_view name;
  Group group;
  MarkupTag tag;
};

inline constexpr std::array<Element, 39> kElements{{
    {"address", Group::block, MarkupTag::block},
    {"article", Group::block, MarkupTag::block},
    {"aside", Group::block, MarkupTag::block},
    {"blockquote", Group::block, MarkupTag::block},
    {"br", Group::br, MarkupTag::br},
    {"caption", Group::caption, MarkupTag::caption},
    {"center", Group::block, MarkupTag::div},
    {"dd", Group::definition, MarkupTag::dd},
    {"details", Group::block, MarkupTag::block},
    {"dir", Group::block, MarkupTag::block},
    {"div", Group::block, MarkupTag::div},
    {"dl", Group::block, MarkupTag::block},
    {"dt", Group::definition, MarkupTag::dt},
    {"fieldset", Group::block, MarkupTag::block},
    {"figure", Group::block, MarkupTag::block},
    {"footer", Group::block, MarkupTag::block},
    {"h1", Group::heading, MarkupTag::block},
    {"h2", Group::heading, MarkupTag::block},
    {"h3", Group::heading, MarkupTag::block},
    {"h4", Group::heading, MarkupTag::block},
    {"h5", Group::heading, MarkupTag::block},
    {"h6", Group::heading, MarkupTag::block},
    {"header", Group::block, MarkupTag::block},
    {"hr", Group::hr, MarkupTag::hr},
    {"li", Group::li, MarkupTag::li},
    {"main", Group::block, MarkupTag::block},
    {"menu", Group::block, MarkupTag::block},
    {"nav", Group::block, MarkupTag::block},
    {"ol", Group::block, MarkupTag::block},
    {"p", Group::p, MarkupTag::p},
    {"section", Group::block, MarkupTag::block},
    {"table", Group::table, MarkupTag::table},
    {"tbody", Group::section, MarkupTag::section},
    {"td", Group::cell, MarkupTag::td},
    {"tfoot", Group::section, MarkupTag::section},
    {"th", Group::cell, MarkupTag::th},
    {"thead", Group::section, MarkupTag::section},
    {"tr", Group::row, MarkupTag::tr},
    {"ul", Group::block, MarkupTag::block},
}};

inline constexpr NameIndex kElementIndex(kElements);
inline constexpr const Element* kTbody = kElementIndex.find("tbody");
inline constexpr const Element* kTr = kElementIndex.find("tr");
inline constexpr const Element* kP = kElementIndex.find("p");

}  // namespace kcfin::read_room
