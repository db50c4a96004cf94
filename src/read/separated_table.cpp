// Cells between separators.
#include "read/separated_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "read/bare_pipes.h"
#include "read/grid.h"
#include "read/pipe_grid.h"

namespace kcfin::read_room {
namespace {

std::uint16_t leading_spaces(std::string_view piece) {
  constexpr std::string_view kNoBreak = "\u00A0";
  constexpr std::string_view kEntity = "&nbsp;";
  std::size_t spaces = 0;
  for (; !piece.empty(); ++spaces) {
    if (piece.front() == ' ') {
      piece.remove_prefix(1);
    } else if (piece.starts_with(kNoBreak)) {
      piece.remove_prefix(kNoBreak.size());
    } else if (piece.starts_with(kEntity)) {
      piece.remove_prefix(kEntity.size());
    } else {
      break;
    }
  }
  return static_cast<std::uint16_t>(std::min<std::size_t>(spaces, 1000));
}

// The separator of cells that no backslash escapes.
std::size_t next_separator(std::string_view text, char separator) {
  std::size_t at = text.find(separator);
  if (separator == '\t') return at;
  while (at != std::string_view::npos && at > 0 && text[at - 1] == '\\') at = text.find(separator, at + 1);
  return at;
}

}  // namespace

std::optional<Error> SeparatedTable::add_row(std::string_view text, char separator, const Line& line) {
  if (table_.rows.size() >= limits_.max_rows)
    return Error{fmt::format("table of more than {} rows", limits_.max_rows), line.number};
  separator_ = separator;
  RawRow& row = table_.rows.emplace_back();
  row.line = line.number;
  for (std::size_t column = 0;; ++column) {
    if (column >= limits_.max_columns)
      return Error{fmt::format("row of more than {} columns", limits_.max_columns), line.number};
    const std::size_t end = next_separator(text, separator);
    std::string_view piece = text.substr(0, end);
    if (separator != '\t' && piece.starts_with(' ')) piece.remove_prefix(1);  // which only sets it off
    add_cell(row, piece, column, line);
    row.columns = static_cast<std::uint16_t>(column + 1);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  last_line_ = line;
  return std::nullopt;
}

void SeparatedTable::add_cell(RawRow& row, std::string_view piece, std::size_t column, const Line& line) {
  if (piece.empty()) return;
  RawCell cell = builder_->cell_of(piece, line);
  if (cell.text.empty()) return;
  cell.column = static_cast<std::uint16_t>(column);
  lone_marks_ = lone_marks_ || leads_figure(cell.text) || trails_figure(cell.text);
  if (column == 0) row.indent = leading_spaces(piece);
  if (row.cells.empty()) row.cells.reserve(table_.rows.size() > 1 ? table_.rows.end()[-2].cells.size() : 4);
  row.cells.push_back(cell);
}

std::optional<Line> SeparatedTable::finish() {
  const bool bare = separator_ == '|' && this->bare();
  all_cells_ = false;
  if (table_.rows.empty()) return std::nullopt;
  RawTable table = std::move(table_);
  table_ = {};
  if (table.rows.size() == 1 && table.rows.front().cells.size() <= 1) return last_line_;
  bool joined = false;
  if (lone_marks_)
    for (RawRow& row : table.rows) joined = join_signs(row, *builder_) || joined;
  lone_marks_ = false;
  if (bare) {
    settle_bare_rows(table, *builder_);
  } else if (joined) {
    take_out_empty_columns(table);
  }
  if (separator_ == '|') settle_cells(table);
  builder_->table(std::move(table));
  return std::nullopt;
}

}  // namespace kcfin::read_room
