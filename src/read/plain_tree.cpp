// Browsers' rules for what is open, what is in scope and what ends unsaid, for the elements that the guard
// leaves in.
#include "read/plain_tree.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include "read/html_attributes.h"
#include "read/plain_elements.h"
#include "read/plain_text.h"
#include "values/ascii.h"

namespace kcfin::read_room {
namespace {

using ascii::alphanumeric;

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kComment = "<!---->";

class PlainTree {
 public:
  PlainTree(std::string_view text, Styles& styles, std::pmr::memory_resource& memory)
      : text_(text), styles_(&styles), memory_(&memory) {
    open_.push_back({&new_node(*memory_), nullptr});
  }

  const MarkupNode* build() {
    if (reads_otherwise(text_)) return nullptr;
    const MarkupNode* root = open_.front().node;
    while (at_ < text_.size() && !odd_) step();
    flush();
    return odd_ ? nullptr : root;
  }

 private:
  struct Open {
    MarkupNode* node;
    const Element* element;  // null for the root
  };
  enum class Mode : std::uint8_t { body, caption, table, section, row, cell };

  void step() {
    const std::size_t tag = std::min(text_.find('<', at_), text_.size());
    if (tag != at_) characters(tag);
    if (at_ >= text_.size() || odd_) return;
    if (text_.substr(at_, kComment.size()) == kComment) {
      flush();
      at_ += kComment.size();
      return;
    }
    const bool closing = text_.substr(at_, 2) == "</";
    std::size_t end = at_ + (closing ? 2 : 1);
    const std::size_t name = end;
    while (end < text_.size() && alphanumeric(text_[end])) ++end;
    const Element* element = kElementIndex.find(text_.substr(name, end - name));
    if (element == nullptr) return give_up();
    const std::string_view raw = text_.substr(
        at_, end < text_.size() && text_[end] == '>' ? end + 1 - at_ : tag_bytes(text_.substr(at_)));
    if (!raw.ends_with('>')) return give_up();
    closing ? close(*element) : open(*element, raw);
    at_ += raw.size();
  }

  void give_up() { odd_ = true; }

  // ---------------------------------------------------------------- text

  void characters(std::size_t end) {
    const Mode now = mode();
    if (now == Mode::table || now == Mode::section || now == Mode::row) {
      const std::string_view between = text_.substr(at_, end - at_);
      if (!std::all_of(between.begin(), between.end(), white_of_markup))
        give_up();  // browsers put it before the table
    } else if (text_from_ == kNone) {
      text_from_ = at_;
    }
    at_ = end;
  }

  // The text with its references resolved; gives up where one is odd.
  std::string_view plain(std::string_view text) {
    if (text.find('&') == kNone && text.find('\r') == kNone) return text;
    auto& own = *new (memory_->allocate(sizeof(std::pmr::string), alignof(std::pmr::string)))
                    std::pmr::string(memory_);
    if (!decoded(text, own)) give_up();
    return own;
  }

  // Ends the text that stands before a tag.
  void flush() {
    if (text_from_ == kNone) return;
    MarkupNode& node = new_node(*memory_);
    node.original = text_.substr(text_from_, at_ - text_from_);
    text_from_ = kNone;
    // One line's end, which is its last byte; but for the first characters of all, which Gumbo reads ahead.
    if (node.original.data() != text_.data() && node.original.starts_with("\r\n"))
      node.original.remove_prefix(1);
    node.text = plain(node.original);
    node.kind = std::all_of(node.text.begin(), node.text.end(), white_of_markup) ? MarkupNode::Kind::white
                                                                                 : MarkupNode::Kind::text;
    append(*open_.back().node, node);
  }

  // A tag that is not heeded would stand in the midst of a text.
  bool ignore() {
    if (text_from_ != kNone) give_up();
    return false;
  }

  // ---------------------------------------------------------------- what is open

  static bool of_table(const Element* element) {
    return element != nullptr && element->group >= Group::table;
  }
  // Which rules hold: those of the innermost part of a table.
  [[nodiscard]] Mode mode() const {
    if (parts_.empty()) return Mode::body;
    switch (open_[parts_.back()].element->group) {
      case Group::caption:
        return Mode::caption;
      case Group::section:
        return Mode::section;
      case Group::row:
        return Mode::row;
      case Group::cell:
        return Mode::cell;
      default:
        return Mode::table;
    }
  }

  void push(MarkupNode& node, const Element& element) {
    append(*open_.back().node, node);
    if (of_table(&element)) parts_.push_back(open_.size());
    open_.push_back({&node, &element});
  }
  void pop() {
    flush();
    if (of_table(open_.back().element)) parts_.pop_back();
    open_.pop_back();
  }
  template <class Wanted>
  void pop_through(Wanted wanted) {
    while (open_.size() > 1) {
      const bool last = wanted(*open_.back().element);
      pop();
      if (last) return;
    }
  }

  // True where such an element is open within the cell, caption or table that is.
  template <class Wanted>
  [[nodiscard]] bool in_scope(Wanted wanted, bool lists_bound = false) const {
    for (std::size_t at = open_.size(); at > 1; --at) {
      const Element& element = *open_[at - 1].element;
      if (wanted(element)) return true;
      if (element.group == Group::table || element.group == Group::cell || element.group == Group::caption)
        return false;
      if (lists_bound && (element.name == "ol" || element.name == "ul")) return false;
    }
    return false;
  }
  template <class Wanted>
  [[nodiscard]] bool in_table_scope(Wanted wanted) const {
    for (std::size_t at = open_.size(); at > 1; --at) {
      const Element& element = *open_[at - 1].element;
      if (wanted(element)) return true;
      if (element.group == Group::table) return false;
    }
    return false;
  }
  static auto named(const Element& wanted) {
    return [&wanted](const Element& element) { return &element == &wanted; };
  }
  static auto of(Group group) {
    return [group](const Element& element) { return element.group == group; };
  }

  // Ends what needs no tag to end.
  void imply_ends(const Element* but = nullptr) {
    while (open_.size() > 1) {
      const Element* top = open_.back().element;
      const bool implied =
          top->group == Group::p || top->group == Group::li || top->group == Group::definition;
      if (!implied || top == but) return;
      pop();
    }
  }
  void close_p() {
    if (!in_scope(named(*kP))) return;
    imply_ends(kP);
    pop_through(named(*kP));
  }

  // ---------------------------------------------------------------- start tags

  void insert(const Element& element, std::string_view raw) {
    flush();
    MarkupNode& node = new_node(*memory_);
    node.tag = element.tag;
    node.original = raw;
    if (raw.size() > element.name.size() + 2) attributes(node, raw);
    if (element.group == Group::br || element.group == Group::hr) {
      append(*open_.back().node, node);
    } else {
      push(node, element);
    }
  }

  void attributes(MarkupNode& node, std::string_view raw) {
    Attributes all(raw);
    for (Attribute one; all.next(one);) {
      if (equal_lower(one.name, "hidden")) {
        node.hidden = true;
        continue;
      }
      // In an attribute a reference need not end in a semicolon; those that the guard leaves in hardly have
      // any.
      const std::string_view value = plain(one.value);
      if (odd_) return;
      if (equal_lower(one.name, "style")) {
        const Style& style = styles_->of(value);
        node.hidden = node.hidden || style.hides;
        node.indent = style.indent;
      } else if (equal_lower(one.name, "colspan")) {
        node.colspan = value;
      } else if (equal_lower(one.name, "rowspan")) {
        node.rowspan = value;
      } else {
        return give_up();
      }
    }
  }

  void open(const Element& element, std::string_view raw) {
    for (;;) {
      switch (mode()) {
        case Mode::body:
          return open_in_body(element, raw);
        case Mode::caption:
        case Mode::cell:
          if (element.group < Group::caption) return open_in_body(element, raw);
          close_cell_or_caption();
          break;
        case Mode::table:
          if (element.group == Group::table) {
            pop();
            break;
          }
          return open_in_table(element, raw);
        case Mode::section:
          if (element.group == Group::row) return insert(element, raw);
          if (element.group == Group::cell) {
            insert(*kTr, {});
            break;
          }
          if (element.group == Group::caption || element.group == Group::section) {
            pop();
            break;
          }
          if (element.group != Group::table) return give_up();
          pop();
          break;
        case Mode::row:
          if (element.group == Group::cell) return insert(element, raw);
          if (element.group < Group::table) return give_up();
          pop();
          break;
      }
    }
  }

  void open_in_table(const Element& element, std::string_view raw) {
    switch (element.group) {
      case Group::caption:
      case Group::section:
        return insert(element, raw);
      case Group::row:
      case Group::cell:
        insert(*kTbody, {});
        return open(element, raw);
      default:
        return give_up();  // browsers put it before the table
    }
  }

  void open_in_body(const Element& element, std::string_view raw) {
    switch (element.group) {
      case Group::block:
      case Group::p:
      case Group::table:
      case Group::hr:
        close_p();
        break;
      case Group::heading:
        close_p();
        if (open_.size() > 1 && open_.back().element->group == Group::heading) pop();
        break;
      case Group::li:
      case Group::definition:
        end_item_before(element);
        close_p();
        break;
      case Group::br:
        break;
      default:
        return give_up();
    }
    insert(element, raw);
  }

  // An item ends the one before it.
  void end_item_before(const Element& item) {
    for (std::size_t at = open_.size(); at > 1; --at) {
      const Element& element = *open_[at - 1].element;
      if (element.group == item.group) {
        imply_ends(&element);
        pop_through(named(element));
        return;
      }
      if (element.group != Group::p && element.name != "address" && element.name != "div") return;
    }
  }

  void close_cell_or_caption() {
    imply_ends();
    pop_through([](const Element& element) {
      return element.group == Group::cell || element.group == Group::caption;
    });
  }

  // ---------------------------------------------------------------- end tags

  // Each says whether the tag is still to be heeded, by the rules of what is open then.
  void close(const Element& element) {
    while (close_once(element)) continue;
  }

  bool close_once(const Element& element) {
    const Mode now = mode();
    if (!of_table(&element)) {
      if (now == Mode::table || now == Mode::section || now == Mode::row) {
        give_up();
      } else {
        close_in_body(element);
      }
      return false;
    }
    switch (now) {
      case Mode::body:
        return ignore();
      case Mode::caption:
        if (element.group != Group::caption && element.group != Group::table) return ignore();
        close_cell_or_caption();
        return element.group == Group::table;
      case Mode::cell:
        return close_in_cell(element);
      case Mode::table:
        if (element.group != Group::table) return ignore();
        pop();
        return false;
      case Mode::section:
        return close_in_section(element);
      case Mode::row:
        return close_in_row(element);
    }
    return false;
  }

  bool close_in_cell(const Element& element) {
    if (element.group == Group::caption || !in_table_scope(named(element))) return ignore();
    if (element.group == Group::cell) {
      imply_ends();
      pop_through(named(element));
      return false;
    }
    close_cell_or_caption();
    return true;
  }

  bool close_in_section(const Element& element) {
    if (element.group == Group::section ? !in_table_scope(named(element)) : element.group != Group::table)
      return ignore();
    pop();
    return element.group == Group::table;
  }

  bool close_in_row(const Element& element) {
    if (element.group == Group::caption || element.group == Group::cell) return ignore();
    if (element.group != Group::row && !in_table_scope(named(element))) return ignore();
    pop();
    return element.group != Group::row;
  }

  void close_in_body(const Element& element) {
    switch (element.group) {
      case Group::block:
        if (!in_scope(named(element))) return void(ignore());
        imply_ends();
        return pop_through(named(element));
      case Group::p:
        if (!in_scope(named(element))) insert(element, {});
        return close_p();
      case Group::li:
        if (!in_scope(named(element), true)) return void(ignore());
        imply_ends(&element);
        return pop_through(named(element));
      case Group::definition:
        if (!in_scope(named(element))) return void(ignore());
        imply_ends(&element);
        return pop_through(named(element));
      case Group::heading:
        if (!in_scope(of(Group::heading))) return void(ignore());
        imply_ends();
        return pop_through(of(Group::heading));
      default:
        return give_up();
    }
  }

  std::string_view text_;
  Styles* styles_;
  std::pmr::memory_resource* memory_;
  std::size_t at_ = 0;
  std::size_t text_from_ = kNone;  // of the text that is not ended yet
  std::vector<Open> open_;
  std::vector<std::size_t> parts_;  // of open_: tables and their parts
  bool odd_ = false;
};

}  // namespace

const MarkupNode* plain_tree(std::string_view segment, Styles& styles, std::pmr::memory_resource& memory) {
  return PlainTree(segment, styles, memory).build();
}

}  // namespace kcfin::read_room
