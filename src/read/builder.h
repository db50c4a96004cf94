// Lays paragraphs and tables into a Document in the order in which they come.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kcfin/document.h"
#include "read/assembler.h"
#include "read/lines.h"
#include "read/source.h"

namespace kcfin::read_room {

class Builder {
 public:
  Builder(const Source& source, const ReadLimits& limits, Document& document)
      : source_(&source), most_(limits.max_pieces), document_(&document) {}

  [[nodiscard]] const Source& source() const { return *source_; }

  // Set once there are more paragraphs and cells than a document may have; to be asked between lines.
  [[nodiscard]] bool overfull() const { return pieces_ > most_; }
  [[nodiscard]] Error overfull_error() const;

  // A line, or any other piece of the source, as a paragraph: its bullet and markup taken out.
  void paragraph_of(std::string_view piece, const Line& line, bool list_item = false);
  // A text put together already. Empty ones are left out.
  void paragraph(Assembler text, bool list_item);
  // A line of the text that carries figures as a row does and is part of no table.
  void loose_row(std::uint32_t line, std::uint32_t figures) {
    document_->loose_rows.push_back({line, figures});
  }
  // Says of the piece of the source that comes now in which dialect it is read, and why. What is white alone
  // is left out, and what goes on as before.
  void read_as(std::string_view piece, std::string_view dialect, std::string_view reason);
  // The file ends here, in the midst of what it holds.
  void cut_off(std::string_view within);
  // Cells that are made without `cell_of` count too.
  void count_cells(const RawTable& table);
  // Tables without a cell are left out.
  void table(RawTable table);

  // A cell of light markup: views of the file where they can be, else made. An empty text has no cell.
  [[nodiscard]] RawCell cell_of(std::string_view piece, const Line& line);
  [[nodiscard]] std::string_view keep(std::string_view made);

 private:
  void add(Paragraph paragraph);

  const Source* source_;
  std::uint32_t most_;
  std::uint32_t pieces_ = 0;
  Document* document_;
};

}  // namespace kcfin::read_room
