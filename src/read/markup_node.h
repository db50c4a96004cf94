// The tree of a segment of markup, as plain values: what makes paragraphs and tables, with its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory_resource>
#include <new>
#include <string_view>

namespace kcfin::read_room {

// What an element is to a reader of paragraphs and tables.
enum class MarkupTag : std::uint8_t {
  root,
  block,  // any that makes a paragraph and is none of the others: a heading, a section, a list
  div,    // and center
  p,
  li,
  dd,
  dt,
  br,
  hr,
  table,
  caption,
  section,  // thead, tbody, tfoot
  tr,
  td,
  th,
};

struct MarkupNode {
  enum class Kind : std::uint8_t { element, text, white };  // white: text of nothing but white space

  Kind kind = Kind::element;
  MarkupTag tag = MarkupTag::root;
  bool hidden = false;                // the element says of itself that it prints nothing
  int indent = 0;                     // how far its style moves its first line to the right, in characters
  std::string_view colspan, rowspan;  // as they stand in the tag
  std::string_view text;              // of text: decoded
  std::string_view original;  // the bytes of the segment that it was made from; of an element its start tag;
                              // empty where the markup leaves it to be understood
  const MarkupNode* first = nullptr;
  const MarkupNode* next = nullptr;
  MarkupNode* last = nullptr;  // while the tree is built

  [[nodiscard]] bool is_element() const { return kind == Kind::element; }
  [[nodiscard]] bool is(MarkupTag wanted) const { return is_element() && tag == wanted; }
};

// An empty node that lives as long as the memory.
inline MarkupNode& new_node(std::pmr::memory_resource& memory) {
  return *new (memory.allocate(sizeof(MarkupNode), alignof(MarkupNode))) MarkupNode();
}

// The nodes right below one.
class Children {
 public:
  explicit Children(const MarkupNode& node) : first_(node.first) {}
  class Iterator {
   public:
    explicit Iterator(const MarkupNode* at) : at_(at) {}
    const MarkupNode& operator*() const { return *at_; }
    Iterator& operator++() {
      at_ = at_->next;
      return *this;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const MarkupNode* at_;
  };
  [[nodiscard]] Iterator begin() const { return Iterator(first_); }
  [[nodiscard]] static Iterator end() { return Iterator(nullptr); }

 private:
  const MarkupNode* first_;
};

// Appends a node to what stands in another.
inline void append(MarkupNode& parent, MarkupNode& child) {
  if (parent.last != nullptr) {
    parent.last->next = &child;
  } else {
    parent.first = &child;
  }
  parent.last = &child;
}

}  // namespace kcfin::read_room
