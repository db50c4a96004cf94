// Reading tab-separated text. Lines that follow each other and carry tabs are one table.
#include "read/tab_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "read/grid.h"
#include "read/lines.h"

namespace kcfin::read_room {
namespace {

class Reader {
 public:
  Reader(const ReadLimits& limits, Builder& builder) : limits_(limits), builder_(&builder) {}

  std::optional<Error> line(const Line& line) {
    if (std::memchr(line.text.data(), '\t', line.text.size()) != nullptr) return row(line);
    finish_table();
    builder_->paragraph_of(line.text, line);
    return std::nullopt;
  }

  void finish_table() {
    if (table_.rows.empty()) return;
    if (lone_text()) {
      builder_->paragraph_of(last_line_.text, last_line_);
    } else {
      bool joined = false;
      for (RawRow& row : table_.rows) joined = join_signs(row, *builder_) || joined;
      if (joined) take_out_empty_columns(table_);
      builder_->table(std::move(table_));
    }
    table_ = {};
  }

 private:
  std::optional<Error> row(const Line& line) {
    if (table_.rows.size() >= limits_.max_rows)
      return Error{fmt::format("table of more than {} rows", limits_.max_rows), line.number};
    RawRow row;
    row.line = line.number;
    std::string_view rest = line.text;
    for (std::size_t column = 0;; ++column) {
      if (column >= limits_.max_columns)
        return Error{fmt::format("row of more than {} columns", limits_.max_columns), line.number};
      const std::size_t tab = rest.find('\t');
      add_cell(row, rest.substr(0, tab), column, line);
      row.columns = static_cast<std::uint16_t>(column + 1);
      if (tab == std::string_view::npos) break;
      rest.remove_prefix(tab + 1);
    }
    table_.rows.push_back(std::move(row));
    last_line_ = line;
    return std::nullopt;
  }

  void add_cell(RawRow& row, std::string_view piece, std::size_t column, const Line& line) {
    if (piece.empty()) return;
    RawCell cell = builder_->cell_of(piece, line);
    if (cell.text.empty()) return;
    cell.column = static_cast<std::uint16_t>(column);
    if (column == 0) row.indent = leading_spaces(piece);
    if (row.cells.empty()) row.cells.reserve(8);
    row.cells.push_back(cell);
  }

  static std::uint16_t leading_spaces(std::string_view piece) {
    constexpr std::string_view kNoBreak = "\u00A0";
    std::size_t spaces = 0;
    for (; !piece.empty(); ++spaces) {
      if (piece.front() == ' ') {
        piece.remove_prefix(1);
      } else if (piece.starts_with(kNoBreak)) {
        piece.remove_prefix(kNoBreak.size());
      } else {
        break;
      }
    }
    return static_cast<std::uint16_t>(std::min<std::size_t>(spaces, 1000));
  }

  // A single line with one text, set off by a tab, is no table.
  [[nodiscard]] bool lone_text() const {
    return table_.rows.size() == 1 && table_.rows.front().cells.size() <= 1;
  }

  ReadLimits limits_;
  Builder* builder_;
  RawTable table_;
  Line last_line_;
};

}  // namespace

std::optional<Error> read_tab_text(std::string_view part, const ReadLimits& limits, Builder& builder) {
  Reader reader(limits, builder);
  Lines lines(part, builder.source());
  for (Line line; lines.next(line);)
    if (auto error = reader.line(line)) return error;
  reader.finish_table();
  return std::nullopt;
}

}  // namespace kcfin::read_room
