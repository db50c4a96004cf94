// Markup through the guard and to both tree builders, each tree as text.
#pragma once

#include <fmt/format.h>

#include <memory_resource>
#include <optional>
#include <string>
#include <vector>

#include "read/gumbo_tree.h"
#include "read/html_guard.h"
#include "read/plain_tree.h"
#include "read/source.h"

namespace kcfin::testing {

inline void describe(const read_room::MarkupNode& node, std::string_view segment, std::string& out) {
  using namespace read_room;
  const auto place = [&](std::string_view bytes) {
    return bytes.empty() ? std::string("nowhere")
                         : fmt::format("{}+{}", bytes.data() - segment.data(), bytes.size());
  };
  if (!node.is_element()) {
    out += fmt::format("{}[{}]@{} ", node.kind == MarkupNode::Kind::white ? "white" : "text", node.text,
                       place(node.original));
    return;
  }
  out += fmt::format("<{}{} {} {} {} @{} ", static_cast<int>(node.tag), node.hidden ? " hidden" : "",
                     node.indent, node.colspan, node.rowspan, place(node.original));
  // White space between the rows and cells of a table is nothing to a reader.
  const bool between = node.is(MarkupTag::table) || node.is(MarkupTag::section) || node.is(MarkupTag::tr);
  for (const MarkupNode& child : Children(node)) {
    if (!between || child.kind != MarkupNode::Kind::white) describe(child, segment, out);
  }
  out += "> ";
}

struct Trees {
  std::optional<std::string> plain;  // nothing where the segment is left to the other parser
  std::string gumbo;
};

// The trees of each segment of a file.
inline std::vector<Trees> trees_of(const std::string& markup, const ReadLimits& limits = {}) {
  using namespace read_room;
  const Source source(markup, 0, Source::Width::same);
  Styles styles;
  HtmlGuard guard(source.text(), source, limits, styles);
  std::vector<Trees> all;
  for (HtmlSegment segment; guard.next(segment);) {
    if (segment.kind != HtmlSegment::Kind::markup) continue;
    std::pmr::monotonic_buffer_resource memory;
    Trees& trees = all.emplace_back();
    describe(*gumbo_tree(segment.text, styles, memory), segment.text, trees.gumbo);
    const MarkupNode* plain = plain_tree(segment.text, styles, memory);
    if (plain != nullptr) describe(*plain, segment.text, trees.plain.emplace());
  }
  return all;
}

}  // namespace kcfin::testing
