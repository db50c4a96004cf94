// The parsed tree of a segment of HTML, and the places of its text in the file.
#pragma once

#include <memory>
#include <memory_resource>

#include "read/assembler.h"
#include "read/html_guard.h"
#include "read/html_style.h"
#include "read/markup_node.h"

namespace kcfin::read_room {

class HtmlTree {
 public:
  HtmlTree(const HtmlSegment& segment, const Source& source, Styles& styles);

  [[nodiscard]] const MarkupNode& root() const { return *root_; }
  // The line in the file that a tag stands on; 0 for elements that the markup leaves to be understood.
  [[nodiscard]] std::uint32_t line(const MarkupNode& element) const;
  // Adds the text of a text node.
  void add_text(const MarkupNode& node, Assembler& text) const;

 private:
  const HtmlSegment* segment_;
  const Source* source_;
  // The tree lives here and goes at once, however deep it nests.
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_;
  const MarkupNode* root_ = nullptr;
};

}  // namespace kcfin::read_room
