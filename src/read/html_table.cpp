// From table, rows and cells of markup to a grid: spans resolved, lines within cells made rows where they
// are rows, signs joined, spacers taken out.
#include "read/html_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>

#include "read/grid.h"
#include "read/markup.h"

namespace kcfin::read_room {
namespace {

bool breaks_line(MarkupTag tag) {
  switch (tag) {
    case MarkupTag::br:
    case MarkupTag::p:
    case MarkupTag::div:
    case MarkupTag::li:
    case MarkupTag::tr:
    case MarkupTag::hr:
    case MarkupTag::dd:
    case MarkupTag::dt:
      return true;
    default:
      return false;
  }
}

std::uint32_t number(std::string_view text, std::uint32_t otherwise) {
  text = trimmed(text);
  std::uint32_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  return problem == std::errc{} && value > 0 ? value : otherwise;
}

// What a cell shows.
struct Content {
  explicit Content(const Source& source) : text(source) {}
  Assembler text;
  std::vector<std::size_t> breaks;  // offsets at which a line starts
  int indent = 0;
};

int leading_no_breaks(std::string_view text) {
  constexpr std::string_view kNoBreak = "\u00A0";
  int count = 0;
  while (!text.empty()) {
    if (text.starts_with(kNoBreak)) {
      ++count;
      text.remove_prefix(kNoBreak.size());
    } else if (text.front() == ' ' || (text.front() >= '\t' && text.front() <= '\r')) {
      text.remove_prefix(1);
    } else {
      break;
    }
  }
  return count;
}

void gather(const MarkupNode& node, const HtmlTree& tree, int indent, Content& content) {
  for (const MarkupNode& child : Children(node)) {
    if (!child.is_element()) {
      const bool first = content.text.empty();
      const int own = first ? leading_no_breaks(child.text) : 0;
      tree.add_text(child, content.text);
      if (first) content.indent = content.text.empty() ? content.indent : content.indent + indent + own;
      if (first && content.text.empty()) content.indent += own;
      continue;
    }
    if (child.hidden) continue;
    const bool breaks = breaks_line(child.tag);
    const auto end_line = [&] {
      content.text.space();
      if (content.text.empty()) {
        content.indent = 0;
      } else if (content.breaks.empty() || content.breaks.back() != content.text.text().size()) {
        content.breaks.push_back(content.text.text().size());
      }
    };
    if (breaks || child.is(MarkupTag::td)) content.text.space();
    if (breaks) end_line();
    gather(child, tree, indent + child.indent, content);
    if (breaks) end_line();
  }
}

struct Cell {
  Content content;
  std::uint32_t column = 0;
  std::uint32_t span = 1;
};

// Columns that cells of rows above reach down into.
class Reach {
 public:
  void next_row() {
    for (std::uint32_t& rows : rows_) rows -= rows == 0 ? 0 : 1;
  }
  [[nodiscard]] bool taken(std::uint32_t column) const { return column < rows_.size() && rows_[column] != 0; }
  // Of a cell that starts here, the columns that are free.
  [[nodiscard]] std::uint32_t free(std::uint32_t column, std::uint32_t span) const {
    std::uint32_t end = column + 1;
    while (end < column + span && !taken(end)) ++end;
    return end - column;
  }
  void reach(std::uint32_t column, std::uint32_t span, std::uint32_t rows) {
    if (rows_.size() < column + span) rows_.resize(column + span);
    for (std::uint32_t at = column; at < column + span; ++at) rows_[at] = std::max(rows_[at], rows);
  }

 private:
  std::vector<std::uint32_t> rows_;
};

class Grid {
 public:
  Grid(const HtmlTree& tree, const ReadLimits& limits, Builder& builder)
      : tree_(&tree), limits_(limits), builder_(&builder) {
    table_.spans_known = true;
  }

  std::optional<Error> add(const MarkupNode& row) {
    reach_.next_row();
    std::vector<Cell> cells;
    std::uint32_t column = 0;
    for (const MarkupNode* node : cells_of(row)) {
      while (reach_.taken(column)) ++column;
      const std::uint32_t wanted = std::min<std::uint32_t>(number(node->colspan, 1), 1000);
      const std::uint32_t span = reach_.free(column, wanted);
      const std::uint32_t rows = std::min<std::uint32_t>(number(node->rowspan, 1), 65534);
      if (column + wanted > limits_.max_columns)
        return error(fmt::format("row of more than {} columns", limits_.max_columns), *node);
      if (rows > 1) reach_.reach(column, span, rows);
      if (!node->hidden) {
        Cell cell{Content(builder_->source()), column, span};
        gather(*node, *tree_, node->indent, cell.content);
        if (!cell.content.text.empty()) cells.push_back(std::move(cell));
      }
      column += span;
    }
    if (table_.rows.size() >= limits_.max_rows)
      return error(fmt::format("table of more than {} rows", limits_.max_rows), row);
    if (!cells.empty()) add_row(cells);
    return std::nullopt;
  }

  RawTable take() {
    for (RawRow& row : table_.rows) join_signs(row, *builder_);
    take_out_spacers(table_);
    return std::move(table_);
  }

 private:
  [[nodiscard]] std::optional<Error> error(std::string message, const MarkupNode& node) const {
    return Error{std::move(message), tree_->line(node)};
  }

  void add_row(std::vector<Cell>& cells) {
    const std::size_t lines = lines_that_are_rows(cells);
    for (std::size_t line = 0; line < lines; ++line) {
      RawRow row;
      row.indent = static_cast<std::uint16_t>(std::clamp(cells.front().content.indent, 0, 1000));
      for (Cell& cell : cells) {
        const auto [from, to] =
            lines == 1 ? std::pair{std::size_t{0}, cell.content.text.text().size()} : range(cell, line);
        const std::string_view text = cell.content.text.text().substr(from, to - from);
        const std::size_t lead = text.size() - trimmed_left(text).size();
        if (trimmed(text).empty()) continue;
        RawCell raw;
        raw.text = builder_->keep(trimmed(text));
        raw.at = cell.content.text.place(from + lead);
        raw.column = static_cast<std::uint16_t>(cell.column);
        raw.span = static_cast<std::uint16_t>(cell.span);
        row.cells.push_back(raw);
      }
      if (row.cells.empty()) continue;
      row.line = row.cells.front().at.line;
      table_.rows.push_back(std::move(row));
    }
  }

  static std::string_view trimmed_left(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(' '), text.size()));
  }

  static std::pair<std::size_t, std::size_t> range(const Cell& cell, std::size_t line) {
    const auto& breaks = cell.content.breaks;
    const std::size_t size = cell.content.text.text().size();
    const std::size_t from = line == 0 ? 0 : line <= breaks.size() ? breaks[line - 1] : size;
    const std::size_t to = line < breaks.size() ? breaks[line] : size;
    return {from, to};
  }

  // Some print a whole table as one row, a line break between its lines. They are rows if there are two or
  // more cells of just as many lines, of which all but the first hold nothing but figures.
  static std::size_t lines_that_are_rows(std::vector<Cell>& cells) {
    std::size_t lines = 0;
    std::size_t figures = 0;
    for (Cell& cell : cells) {
      auto& breaks = cell.content.breaks;
      while (!breaks.empty() && breaks.back() >= cell.content.text.text().size()) breaks.pop_back();
      if (&cell == &cells.front()) {
        lines = breaks.size() + 1;
        continue;
      }
      if (breaks.size() + 1 != lines) return 1;
      for (std::size_t line = 0; line < lines; ++line) {
        const auto [from, to] = range(cell, line);
        const std::string_view text = trimmed(cell.content.text.text().substr(from, to - from));
        if (!figure(text) || year(text)) return 1;
        ++figures;
      }
    }
    return lines > 1 && figures > 0 ? lines : 1;
  }

  const HtmlTree* tree_;
  ReadLimits limits_;
  Builder* builder_;
  RawTable table_;
  Reach reach_;
};

// Marks every table around one that has several rows, or around several; says how many such there are.
std::size_t mark_layout(const MarkupNode& node, LayoutTables& layout) {
  std::size_t blocks = 0;
  for (const MarkupNode& child : Children(node)) {
    const std::size_t within = mark_layout(child, layout);
    if (!child.is(MarkupTag::table)) {
      blocks += within;
      continue;
    }
    if (within != 0) layout.insert(&child);
    blocks += within != 0 || rows_of(child).size() > 1 ? 1 : 0;
  }
  return blocks;
}

}  // namespace

std::vector<const MarkupNode*> rows_of(const MarkupNode& table) {
  std::vector<const MarkupNode*> rows;
  for (const MarkupNode& child : Children(table)) {
    if (child.hidden) continue;
    if (child.is(MarkupTag::tr)) rows.push_back(&child);
    if (!child.is(MarkupTag::section)) continue;
    for (const MarkupNode& row : Children(child))
      if (row.is(MarkupTag::tr) && !row.hidden) rows.push_back(&row);
  }
  return rows;
}

std::vector<const MarkupNode*> cells_of(const MarkupNode& row) {
  std::vector<const MarkupNode*> cells;
  for (const MarkupNode& child : Children(row))
    if (child.is(MarkupTag::td) || child.is(MarkupTag::th)) cells.push_back(&child);
  return cells;
}

LayoutTables layout_tables(const MarkupNode& root) {
  LayoutTables layout;
  mark_layout(root, layout);
  return layout;
}

std::optional<RawTable> html_grid(const MarkupNode& table, const HtmlTree& tree, const ReadLimits& limits,
                                  Builder& builder, std::optional<Error>& error) {
  Grid grid(tree, limits, builder);
  for (const MarkupNode* row : rows_of(table)) {
    error = grid.add(*row);
    if (error) return std::nullopt;
  }
  RawTable found = grid.take();
  const bool any = std::any_of(found.rows.begin(), found.rows.end(),
                               [](const RawRow& row) { return row.cells.size() > 1; });
  if (!any) return std::nullopt;
  return found;
}

}  // namespace kcfin::read_room
