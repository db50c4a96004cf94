// Any grid as the table room might get it from any front end: spans, gaps, indents and lines of all kinds.
//
// The input is the grid: a line is a row, a tab starts the next cell, and a byte below 8 in front of a
// cell makes it span that many grid columns more. The first byte says whether spans are facts.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "fuzz/property.h"
#include "kcfin/document.h"
#include "kcfin/filing.h"

namespace {

using kcfin::Document;

bool trim(std::string_view& text) {
  const auto white = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && white(text.front())) text.remove_prefix(1);
  while (!text.empty() && white(text.back())) text.remove_suffix(1);
  return !text.empty();
}

// A row that starts with "=" ends the table and is a paragraph.
class GridBuilder {
 public:
  explicit GridBuilder(Document& document) : document_(&document) {}

  void line(std::string_view text, std::uint32_t number) {
    if (text.starts_with('=')) {
      finish();
      std::string_view words = text.substr(1);
      if (trim(words)) add_paragraph(words, {number, column_of(text, words)});
      return;
    }
    kcfin::RawRow row;
    row.line = number;
    row.indent = static_cast<std::uint16_t>(std::min<std::size_t>(text.find_first_not_of(' '), 64));
    std::string_view rest = text;
    std::uint16_t column = 0;
    for (; column < 64; ++column) {
      const std::size_t tab = rest.find('\t');
      column = add_cell(row, rest.substr(0, tab), text, column);
      if (tab == std::string_view::npos) break;
      rest.remove_prefix(tab + 1);
    }
    row.columns = static_cast<std::uint16_t>(column + 1);
    if (table_.rows.empty() && row.cells.empty()) return;
    table_.rows.push_back(std::move(row));
  }

  void finish() {
    const bool any = std::any_of(table_.rows.begin(), table_.rows.end(),
                                 [](const kcfin::RawRow& row) { return !row.cells.empty(); });
    if (any) {
      const bool spans_known = (document_->bytes->front() & 1) != 0;
      table_.spans_known = spans_known;
      document_->blocks.push_back(
          {kcfin::Block::Kind::table, static_cast<std::uint32_t>(document_->tables.size())});
      document_->tables.push_back(std::move(table_));
    }
    table_ = {};
  }

 private:
  static std::uint32_t column_of(std::string_view line, std::string_view part) {
    return static_cast<std::uint32_t>(part.data() - line.data()) + 1;
  }

  void add_paragraph(std::string_view words, kcfin::Place at) {
    document_->blocks.push_back(
        {kcfin::Block::Kind::paragraph, static_cast<std::uint32_t>(document_->paragraphs.size())});
    document_->paragraphs.push_back({words, {{0, at}}, false});
  }

  std::uint16_t add_cell(kcfin::RawRow& row, std::string_view piece, std::string_view line,
                         std::uint16_t column) {
    std::uint16_t span = 1;
    if (!piece.empty() && piece.front() >= 1 && piece.front() < 8) {
      span = static_cast<std::uint16_t>(span + piece.front());
      piece.remove_prefix(1);
    }
    if (trim(piece)) row.cells.push_back({piece, {row.line, column_of(line, piece)}, column, span});
    return static_cast<std::uint16_t>(column + span - 1);
  }

  Document* document_;
  kcfin::RawTable table_;
};

bool plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
}

Document grid(std::string bytes) {
  Document document;
  document.bytes = std::make_shared<const std::string>(std::move(bytes));
  document.made = std::make_shared<std::deque<std::string>>();
  GridBuilder builder(document);
  std::string_view rest = *document.bytes;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    builder.line(rest.substr(0, end), ++document.lines);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  builder.finish();
  return document;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.empty() || !plain(bytes)) return 0;  // the read room gives UTF-8; ASCII is enough here
  const Document document = grid(bytes);
  kcfin::Tables tables = kcfin::read_tables(document);
  kcfin::fuzz::require_sound(document, tables.tables, tables.figures);
  kcfin::fuzz::require_same(tables.figures, kcfin::read_tables(document).figures);
  const kcfin::Filing filing = kcfin::assemble(document, std::move(tables));
  kcfin::fuzz::require_sound(document, filing.tables, filing.figures);
  return 0;
}
