// How tests of this room show a Document.
#include "read/document_text.h"

#include <fmt/format.h>

namespace kcfin::read_test {

std::string shown(const Document& document) {
  std::string text;
  for (const Block& block : document.blocks) {
    if (block.kind == Block::Kind::paragraph) {
      const Paragraph& paragraph = document.paragraphs[block.index];
      text += fmt::format("P {}{}\n", paragraph.list_item ? "- " : "", paragraph.text);
      continue;
    }
    text += "T\n";
    for (const RawRow& row : document.tables[block.index].rows) {
      text += row.indent == 0 ? "" : fmt::format("{:>{}}", "", row.indent);
      for (const RawCell& cell : row.cells) {
        text += fmt::format("|{} {}", cell.column, cell.text);
        if (cell.unplaced) text += " ?";
        if (cell.span != 1) text += fmt::format(" +{}", cell.span - 1);
        text += ' ';
      }
      text += "|\n";
    }
  }
  return text;
}

std::string shown(std::string bytes, const ReadLimits& limits) {
  const Result<Document> document = read(std::move(bytes), limits);
  if (document) return shown(*document);
  const Error& error = document.error();
  return error.line == 0 ? "error: " + error.message
                         : fmt::format("error: line {}: {}", error.line, error.message);
}

std::string places(const RawTable& table) {
  std::string text;
  for (const RawRow& row : table.rows) {
    text += fmt::format("{}", row.line);
    for (const RawCell& cell : row.cells) text += fmt::format(" {}:{}", cell.at.line, cell.at.column);
    text += '\n';
  }
  return text;
}

}  // namespace kcfin::read_test
