// Reading HTML: the guard makes segments, the parser makes trees of them, and the trees are walked in order.
#include "read/html.h"

#include <algorithm>

#include "read/dialect.h"
#include "read/html_attributes.h"
#include "read/html_guard.h"
#include "read/html_table.h"
#include "read/html_tree.h"
#include "read/markup.h"
#include "read/page.h"

namespace kcfin::read_room {
namespace {

class Walk {
 public:
  Walk(const HtmlTree& tree, const ReadLimits& limits, Builder& builder)
      : tree_(&tree),
        limits_(limits),
        builder_(&builder),
        text_(builder.source()),
        layout_(layout_tables(tree.root())) {}

  std::optional<Error> run() {
    flow(tree_->root());
    end_paragraph();
    return error_;
  }

 private:
  void flow(const MarkupNode& node) {
    for (const MarkupNode& child : Children(node)) {
      if (error_) return;
      if (!child.is_element()) {
        tree_->add_text(child, text_);
        if (child.kind != MarkupNode::Kind::white) breaks_ = 0;
      } else if (!child.hidden) {
        element(child);
      }
    }
  }

  void element(const MarkupNode& node) {
    if (node.is(MarkupTag::br)) return line_break();
    if (node.is(MarkupTag::table)) return table(node);
    // The guard left in only what makes paragraphs.
    end_paragraph();
    if (node.is(MarkupTag::li)) list_item_ = true;
    flow(node);
    end_paragraph();
    if (node.is(MarkupTag::li)) list_item_ = false;
  }

  // One break folds as white space does, two end a paragraph.
  void line_break() {
    if (++breaks_ >= 2) return end_paragraph();
    text_.space();
  }

  void end_paragraph() {
    breaks_ = 0;
    if (text_.empty()) return;
    if (!page_number(text_.text())) builder_->paragraph(std::move(text_), list_item_);
    text_ = Assembler(builder_->source());
    list_item_ = false;
  }

  void table(const MarkupNode& node) {
    end_paragraph();
    for (const MarkupNode& child : Children(node))
      if (child.is(MarkupTag::caption)) flow(child);
    end_paragraph();
    if (layout_.contains(&node)) return cells_as_text(node);
    auto grid = html_grid(node, *tree_, limits_, *builder_, error_);
    if (error_) return;
    if (!grid) return cells_as_text(node);
    if (list(*grid)) return items(node);
    builder_->count_cells(*grid);
    builder_->table(*std::move(grid));
  }

  void cells_as_text(const MarkupNode& table) {
    for (const MarkupNode* row : rows_of(table)) {
      for (const MarkupNode* cell : cells_of(*row)) {
        if (!cell->hidden) flow(*cell);
        end_paragraph();
      }
    }
  }

  // A table whose rows are a bullet or a footnote's mark and a text is a list.
  static bool list(const RawTable& table) {
    return std::all_of(table.rows.begin(), table.rows.end(), [](const RawRow& row) {
      if (row.cells.size() != 2) return false;
      const std::string_view mark = row.cells[0].text;
      const std::string_view text = row.cells[1].text;
      const auto letters = std::count_if(text.begin(), text.end(),
                                         [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
      return letters > 20 && (!bullet(std::string(mark) + " x").empty() || footnote_mark(mark));
    });
  }

  void items(const MarkupNode& table) {
    for (const MarkupNode* row : rows_of(table)) {
      for (const MarkupNode* cell : cells_of(*row)) {
        if (!cell->hidden) inline_flow(*cell);
        text_.space();
      }
      end_paragraph();
    }
  }

  // Blocks within an item do not end it.
  void inline_flow(const MarkupNode& node) {
    for (const MarkupNode& child : Children(node)) {
      if (!child.is_element()) {
        tree_->add_text(child, text_);
      } else if (!child.hidden) {
        text_.space();
        inline_flow(child);
      }
    }
  }

  const HtmlTree* tree_;
  ReadLimits limits_;
  Builder* builder_;
  Assembler text_;
  LayoutTables layout_;
  bool list_item_ = false;
  int breaks_ = 0;
  std::optional<Error> error_;
};

// Nothing stands behind it, and it does not close the page either: a page that does was written so.
bool ends_file(std::string_view part, const Source& source) {
  part = trimmed(part);
  constexpr std::size_t kTail = 64;
  const std::string_view all = trimmed(source.text());
  return part.data() + part.size() == all.data() + all.size() &&
         !contains_lower(part.substr(part.size() - std::min(part.size(), kTail)), "</html");
}

}  // namespace

std::optional<Error> read_html(std::string_view part, const ReadLimits& limits, Builder& builder) {
  Styles styles;
  HtmlGuard guard(part, builder.source(), limits, styles);
  bool interrupted = false;
  for (HtmlSegment segment; guard.next(segment);) {
    if (segment.kind == HtmlSegment::Kind::preformatted) {
      interrupted = true;
      const std::string_view text = builder.source().text().substr(segment.begin, segment.bytes);
      if (auto error = read_plain_text(text, limits, builder)) return error;
      continue;
    }
    if (interrupted && !segment.origins.empty())
      builder.read_as(builder.source().text().substr(segment.origins.front().source), "HTML",
                      "it goes on behind preformatted text");
    interrupted = false;
    const HtmlTree tree(segment, builder.source(), styles);
    if (auto error = Walk(tree, limits, builder).run()) return error;
    if (builder.overfull()) return builder.overfull_error();
  }
  if (const std::string_view within = guard.broken_off();
      !within.empty() && ends_file(part, builder.source()))
    builder.cut_off(within);
  return guard.error();
}

}  // namespace kcfin::read_room
