// The parsed tree of a segment of HTML, and the places of its text in the file.
#pragma once

#include <gumbo.h>

#include <memory>
#include <memory_resource>
#include <string_view>

#include "read/assembler.h"
#include "read/html_guard.h"

namespace kcfin::read_room {

class HtmlTree {
 public:
  HtmlTree(const HtmlSegment& segment, const Source& source);

  [[nodiscard]] const GumboNode& root() const { return *output_->root; }
  // The line in the file that a tag stands on; 0 for elements that the parser put in.
  [[nodiscard]] std::uint32_t line(const GumboNode& element) const;
  // Adds the text of a text node.
  void add_text(const GumboNode& node, Assembler& text) const;

 private:
  const HtmlSegment* segment_;
  const Source* source_;
  // Everything the parser makes lives here and goes at once, however deep it nests.
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_;
  GumboOutput* output_ = nullptr;
};

[[nodiscard]] inline bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT; }
[[nodiscard]] inline bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
}
[[nodiscard]] inline GumboTag tag_of(const GumboNode& node) {
  return is_element(node) ? node.v.element.tag : GUMBO_TAG_LAST;
}
[[nodiscard]] std::string_view attribute_of(const GumboNode& element, const char* name);
// True where an element says of itself that it prints nothing.
[[nodiscard]] bool hidden(const GumboNode& element);
// How far a style moves the first line of an element to the right, in characters.
[[nodiscard]] int indent_of(const GumboNode& element);

// The children of an element or of the root.
class Children {
 public:
  explicit Children(const GumboNode& node) : vector_(is_element(node) ? &node.v.element.children : nullptr) {}
  class Iterator {
   public:
    explicit Iterator(void** at) : at_(at) {}
    const GumboNode& operator*() const { return *static_cast<const GumboNode*>(*at_); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    void** at_;
  };
  [[nodiscard]] Iterator begin() const { return Iterator(vector_ == nullptr ? nullptr : vector_->data); }
  [[nodiscard]] Iterator end() const {
    return Iterator(vector_ == nullptr ? nullptr : vector_->data + vector_->length);
  }

 private:
  const GumboVector* vector_;
};

}  // namespace kcfin::read_room
