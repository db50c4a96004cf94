// Texts that need no change are views of the file; the others share a few large buffers.
#include "read/builder.h"

#include <fmt/format.h>

#include <algorithm>

#include "read/markup.h"

namespace kcfin::read_room {
namespace {

bool ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) { return (byte & 0x80) == 0; });
}

}  // namespace

Error Builder::overfull_error() const { return {fmt::format("more than {} paragraphs and cells", most_), 0}; }

void Builder::add(Paragraph paragraph) {
  ++pieces_;
  document_->blocks.push_back(
      {Block::Kind::paragraph, static_cast<std::uint32_t>(document_->paragraphs.size())});
  document_->paragraphs.push_back(std::move(paragraph));
}

void Builder::cut_off(std::string_view within) {
  const std::string_view text = trimmed(source_->text());
  if (!text.empty()) document_->cut_off = {source_->place(source_->offset(&text.back())).line, within};
}

void Builder::count_cells(const RawTable& table) {
  for (const RawRow& row : table.rows) pieces_ += static_cast<std::uint32_t>(row.cells.size());
}

void Builder::read_as(std::string_view piece, std::string_view dialect, std::string_view reason) {
  const std::string_view text = trimmed(piece);
  if (text.empty()) return;
  auto& known = document_->read_as;
  if (!known.empty() && known.back().dialect == dialect && known.back().reason == reason) return;
  known.push_back({source_->place(source_->offset(text.data())).line, dialect, reason});
}

void Builder::paragraph_of(std::string_view piece, const Line& line, bool list_item) {
  if (piece.empty()) return;
  const std::string_view mark = bullet(piece);
  const std::string_view text = trimmed(piece.substr(mark.size()));
  if (text.empty()) return;
  // One anchor does where the text's bytes are the file's.
  if (stands_as_it_is(text) && (!source_->converted() || ascii(text))) {
    Paragraph paragraph{text, {}, list_item || !mark.empty()};
    paragraph.anchors.push_back({0, line.place(text.data(), *source_)});
    return add(std::move(paragraph));
  }
  source_->remember(line.start, line.number);
  Assembler assembler(*source_);
  add_marked_up(text, *source_, assembler);
  this->paragraph(std::move(assembler), list_item || !mark.empty());
}

void Builder::paragraph(Assembler text, bool list_item) {
  const std::size_t mark = bullet(text.text()).size();
  text.drop_front(mark);
  if (text.empty()) return;
  const std::string_view kept = keep(text.text());
  add({kept, text.take_anchors(), list_item || mark != 0});
}

void Builder::table(RawTable table) {
  const bool any =
      std::any_of(table.rows.begin(), table.rows.end(), [](const RawRow& row) { return !row.cells.empty(); });
  if (!any) return;
  document_->blocks.push_back({Block::Kind::table, static_cast<std::uint32_t>(document_->tables.size())});
  document_->tables.push_back(std::move(table));
}

RawCell Builder::cell_of(std::string_view piece, const Line& line) {
  RawCell cell;
  const std::string_view text = trimmed(piece);
  if (text.empty()) return cell;
  ++pieces_;
  if (stands_as_it_is(text)) {
    cell.text = text;
    cell.at = line.place(text.data(), *source_);
    return cell;
  }
  source_->remember(line.start, line.number);
  Assembler assembler(*source_);
  add_marked_up(text, *source_, assembler);
  cell.text = keep(assembler.text());
  cell.at = assembler.start();
  return cell;
}

std::string_view Builder::keep(std::string_view made) {
  constexpr std::size_t kFirst = 1 << 10;
  constexpr std::size_t kLargest = 64 << 10;
  auto& store = *document_->made;
  if (store.empty() || store.back().capacity() - store.back().size() < made.size()) {
    const std::size_t grown = store.empty() ? kFirst : std::min(kLargest, store.back().capacity() * 2);
    store.emplace_back().reserve(std::max(grown, made.size()));
  }
  std::string& buffer = store.back();
  const std::size_t from = buffer.size();
  buffer.append(made);
  return std::string_view(buffer).substr(from);
}

}  // namespace kcfin::read_room
