// Gumbo builds the tree as browsers do; what matters of it is copied.
#include "read/gumbo_tree.h"

#include <gumbo.h>

#include <cstring>
#include <new>

namespace kcfin::read_room {
namespace {

// Zeroed: of a fragment Gumbo never sets whether the document is in quirks mode, and asks.
void* allocate(void* memory, size_t bytes) {
  void* const out =
      static_cast<std::pmr::memory_resource*>(memory)->allocate(bytes, alignof(std::max_align_t));
  return std::memset(out, 0, bytes);
}
void keep_until_the_end(void*, void*) {}

MarkupTag tag_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_CENTER:
      return MarkupTag::div;
    case GUMBO_TAG_P:
      return MarkupTag::p;
    case GUMBO_TAG_LI:
      return MarkupTag::li;
    case GUMBO_TAG_DD:
      return MarkupTag::dd;
    case GUMBO_TAG_DT:
      return MarkupTag::dt;
    case GUMBO_TAG_BR:
      return MarkupTag::br;
    case GUMBO_TAG_HR:
      return MarkupTag::hr;
    case GUMBO_TAG_TABLE:
      return MarkupTag::table;
    case GUMBO_TAG_CAPTION:
      return MarkupTag::caption;
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
      return MarkupTag::section;
    case GUMBO_TAG_TR:
      return MarkupTag::tr;
    case GUMBO_TAG_TD:
      return MarkupTag::td;
    case GUMBO_TAG_TH:
      return MarkupTag::th;
    default:
      return MarkupTag::block;
  }
}

class Conversion {
 public:
  Conversion(Styles& styles, std::pmr::memory_resource& memory) : styles_(&styles), memory_(&memory) {}

  MarkupNode* root(const GumboNode& node) {
    MarkupNode& root = new_node(*memory_);
    children(node, root);
    return &root;
  }

 private:
  void children(const GumboNode& from, MarkupNode& to) {
    const GumboVector& nodes = from.v.element.children;
    for (unsigned i = 0; i < nodes.length; ++i) {
      const auto& node = *static_cast<const GumboNode*>(nodes.data[i]);
      if (node.type == GUMBO_NODE_ELEMENT) {
        append(to, element(node));
      } else if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
                 node.type == GUMBO_NODE_CDATA) {
        append(to, text(node));
      }
    }
  }

  MarkupNode& text(const GumboNode& node) {
    MarkupNode& made_node = new_node(*memory_);
    made_node.kind = node.type == GUMBO_NODE_WHITESPACE ? MarkupNode::Kind::white : MarkupNode::Kind::text;
    made_node.text = node.v.text.text;
    made_node.original = {node.v.text.original_text.data, node.v.text.original_text.length};
    return made_node;
  }

  MarkupNode& element(const GumboNode& node) {
    MarkupNode& made_node = new_node(*memory_);
    const GumboElement& found = node.v.element;
    made_node.tag = tag_of(found.tag);
    made_node.original = {found.original_tag.data, found.original_tag.length};
    const Style& style = styles_->of(attribute(found, "style"));
    made_node.hidden = style.hides || gumbo_get_attribute(&found.attributes, "hidden") != nullptr;
    made_node.indent = style.indent;
    made_node.colspan = attribute(found, "colspan");
    made_node.rowspan = attribute(found, "rowspan");
    children(node, made_node);
    return made_node;
  }

  static std::string_view attribute(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found == nullptr ? std::string_view{} : std::string_view(found->value);
  }

  Styles* styles_;
  std::pmr::memory_resource* memory_;
};

}  // namespace

const MarkupNode* gumbo_tree(std::string_view segment, Styles& styles, std::pmr::memory_resource& memory) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = keep_until_the_end;
  options.userdata = &memory;
  options.max_errors = 0;
  options.fragment_context = GUMBO_TAG_BODY;
  const GumboOutput* output = gumbo_parse_with_options(&options, segment.data(), segment.size());
  return Conversion(styles, memory).root(*output->root);
}

}  // namespace kcfin::read_room
