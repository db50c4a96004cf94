// Each repair is made only where the rows below show it: a heading moves over the figures that lack one.
#include "read/pipe_grid.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "read/grid.h"
#include "read/line_looks.h"
#include "read/text_line.h"
#include "values/text.h"

namespace kcfin::read_room {
namespace {

// The first row that has a label and a figure beside it.
std::size_t first_of_body(const RawTable& table) {
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    const std::vector<RawCell>& cells = table.rows[at].cells;
    if (std::any_of(cells.begin(), cells.end(),
                    [](const RawCell& cell) { return cell.column > 0 && figure_of_a_row(cell.text); }))
      return at;
  }
  return table.rows.size();
}

// "Net revenues:" in all four cells of its row is one text that spanned them.
void take_repetitions_out(RawTable& table) {
  for (RawRow& row : table.rows) {
    std::vector<RawCell>& cells = row.cells;
    if (cells.size() < 2 || cells.front().column != 0 || figure_or_nothing(cells.front().text)) continue;
    const bool same = std::all_of(cells.begin(), cells.end(),
                                  [&](const RawCell& cell) { return cell.text == cells.front().text; });
    if (same) cells.resize(1);
  }
}

std::uint16_t usual_columns(const RawTable& table, std::size_t body) {
  std::map<std::uint16_t, std::size_t> seen;
  for (std::size_t at = body; at < table.rows.size(); ++at) ++seen[table.rows[at].columns];
  const auto most = std::max_element(seen.begin(), seen.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == seen.end() ? std::uint16_t{0} : most->first;
}

// A heading row a cell short, whose first cell names a period: the empty corner over the labels is missing.
void set_back_short_headings(RawTable& table, std::size_t body) {
  const std::uint16_t usual = usual_columns(table, body);
  for (std::size_t at = 0; at < body; ++at) {
    RawRow& row = table.rows[at];
    if (row.columns + 1 != usual || row.cells.empty() || row.cells.front().column != 0) continue;
    const bool periods = std::all_of(row.cells.begin(), row.cells.end(), [](const RawCell& cell) {
      return year(cell.text) || names_period_or_unit(cell.text);
    });
    if (!periods) continue;
    for (RawCell& cell : row.cells) ++cell.column;
    ++row.columns;
  }
}

// The numbers of notes alone, in at least one row.
bool holds_notes(const RawTable& table, std::size_t body, std::uint16_t column) {
  std::size_t notes = 0;
  for (std::size_t at = body; at < table.rows.size(); ++at) {
    for (const RawCell& cell : table.rows[at].cells) {
      if (cell.column != column) continue;
      const bool note = cell.text.size() <= 8 && is_digit(cell.text.front()) &&
                        cell.text.find_first_not_of("0123456789, ()abc") == std::string_view::npos &&
                        (cell.text.size() <= 2 || cell.text.find(' ') != std::string_view::npos ||
                         cell.text.find('(') != std::string_view::npos);
      if (!note) return false;
      ++notes;
    }
  }
  return notes > 0;
}

// "Note" over the labels, nothing over the notes.
void move_note_heading(RawTable& table, std::size_t body) {
  for (std::size_t at = 0; at < body; ++at) {
    std::vector<RawCell>& cells = table.rows[at].cells;
    if (cells.empty() || cells.front().column != 0) continue;
    const std::string_view text = cells.front().text;
    const bool free = cells.size() == 1 || cells[1].column > 1;
    if (free && names_notes(text) && holds_notes(table, body, 1)) cells.front().column = 1;
  }
}

// "5", "4, 5", "14(b)", "(7)"; of figures those of few digits may be one, too.
bool may_be_note(std::string_view text) {
  return text.size() <= 8 && text.find_first_not_of("0123456789, ()abc") == std::string_view::npos &&
         !surely_figure(text) && std::count_if(text.begin(), text.end(), is_digit) <= 4;
}

// The column under a heading "Note" that holds the numbers of notes and otherwise figures; 0 where none does.
std::uint16_t column_of_notes(const RawTable& table, std::size_t body) {
  for (std::size_t at = 0; at < body; ++at)
    for (const RawCell& cell : table.rows[at].cells)
      if (cell.column > 0 && names_notes(cell.text)) return cell.column;
  return 0;
}

// A program that took the blank cells out of rows and filled them up behind: where a row has no note, its
// figures stand a column off. Told by rows that have one and all of their figures.
void set_back_rows_without_notes(RawTable& table, std::size_t body) {
  const std::uint16_t notes = column_of_notes(table, body), usual = usual_columns(table, body);
  if (notes != 1 || usual < 3) return;
  const std::size_t figures = usual - 2U;
  std::size_t full = 0, off = 0, bracketed = 0;
  // A row's cells side by side from the labels, or from the left edge where it has none.
  const auto of_figures_alone = [&](const RawRow& row) {
    const std::size_t label = row.cells.empty() || figure_of_a_row(row.cells.front().text) ? 0 : 1;
    if (row.cells.size() != label + figures || row.cells.front().column != 0 ||
        row.cells.back().column + 1U != row.cells.size() || !figure_of_a_row(row.cells.back().text))
      return false;
    // Where all notes are bracketed, what is not is none.
    const std::string_view first = row.cells[label].text;
    return !may_be_note(first) || (full > 0 && bracketed == full && first.front() != '(');
  };
  for (std::size_t at = body; at < table.rows.size(); ++at) {
    const std::vector<RawCell>& cells = table.rows[at].cells;
    off += of_figures_alone(table.rows[at]) ? 1 : 0;
    const bool whole =
        cells.size() == usual && may_be_note(cells[1].text) && figure_of_a_row(cells.back().text);
    full += whole ? 1 : 0;
    bracketed += whole && cells[1].text.front() == '(' ? 1 : 0;
  }
  if (full < 2 || off == 0) return;
  for (std::size_t at = body; at < table.rows.size(); ++at) {
    RawRow& row = table.rows[at];
    if (row.columns > usual) continue;
    if (!of_figures_alone(row)) continue;
    const std::size_t label = row.cells.size() - figures;
    for (std::size_t i = label; i < row.cells.size(); ++i)
      row.cells[i].column = static_cast<std::uint16_t>(2 + i - label);
    row.columns = usual;
  }
}

struct OfYear {
  std::string_view year;
  std::string_view figure;
};

// "2024: 770, 2023: (460)".
std::vector<OfYear> by_year(std::string_view text) {
  std::vector<OfYear> found;
  while (!text.empty()) {
    const std::size_t colon = text.find(": ");
    if (colon == std::string_view::npos || !year(text.substr(0, colon))) return {};
    std::size_t end = text.size();
    for (std::size_t at = text.find(", ", colon); at != std::string_view::npos;
         at = text.find(", ", at + 1)) {
      if (!year(text.substr(at + 2, 4))) continue;
      end = at;
      break;
    }
    const std::string_view figure = text.substr(colon + 2, end - colon - 2);
    if (!figure_or_nothing(figure)) return {};
    found.push_back({text.substr(0, colon), figure});
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return found.size() > 1 ? found : std::vector<OfYear>{};
}

// The years of which each cell of the column holds a figure; none where the cells differ in them.
std::vector<std::string_view> years_in(const RawTable& table, std::uint16_t column) {
  std::vector<std::string_view> years;
  std::size_t rows = 0;
  for (const RawRow& row : table.rows) {
    for (const RawCell& cell : row.cells) {
      if (cell.column != column) continue;
      const std::vector<OfYear> parts = by_year(cell.text);
      if (parts.empty()) continue;
      std::vector<std::string_view> own;
      for (const OfYear& part : parts) own.push_back(part.year);
      if (rows++ == 0) years = own;
      if (own != years) return {};
    }
  }
  return rows < 2 ? std::vector<std::string_view>{} : years;
}

// A part of a cell's text as a cell of its own.
RawCell part_of(const RawCell& cell, std::string_view text, std::size_t column) {
  RawCell part{text, cell.at, static_cast<std::uint16_t>(column), 1};
  part.at.column += static_cast<std::uint32_t>(text.data() - cell.text.data());
  return part;
}

// A column whose cells hold a figure for each of the same years becomes as many columns, headed by the years.
void part_years(RawTable& table, std::uint16_t column) {
  const std::vector<std::string_view> years = years_in(table, column);
  if (years.empty()) return;
  const auto more = static_cast<std::uint16_t>(years.size() - 1);
  std::optional<RawRow> heading;
  std::size_t heading_at = 0;
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    RawRow& row = table.rows[at];
    std::vector<RawCell> cells;
    for (const RawCell& cell : row.cells) {
      const std::vector<OfYear> parts = cell.column == column ? by_year(cell.text) : std::vector<OfYear>{};
      if (parts.empty()) {
        RawCell moved = cell;
        if (cell.column == column) moved.span = static_cast<std::uint16_t>(moved.span + more);
        if (cell.column > column) moved.column = static_cast<std::uint16_t>(moved.column + more);
        cells.push_back(moved);
        continue;
      }
      RawRow years_row{row.line, 0, 0, {}};
      for (std::size_t i = 0; i < parts.size(); ++i) {
        cells.push_back(part_of(cell, parts[i].figure, column + i));
        years_row.cells.push_back(part_of(cell, parts[i].year, column + i));
      }
      if (heading) continue;
      heading = std::move(years_row);
      heading_at = at;
    }
    row.cells = std::move(cells);
    row.columns = static_cast<std::uint16_t>(row.columns + more);
  }
  heading->columns = table.rows.front().columns;
  table.rows.insert(table.rows.begin() + static_cast<std::ptrdiff_t>(heading_at), *std::move(heading));
}

}  // namespace

void settle_cells(RawTable& table) {
  std::uint16_t columns = 0;
  for (const RawRow& row : table.rows) columns = std::max(columns, row.columns);
  constexpr std::uint16_t kMostColumns = 16;  // that a table of sentences in cells has
  for (std::uint16_t column = columns; column-- > 1 && columns <= kMostColumns;) part_years(table, column);
  const std::size_t body = first_of_body(table);
  take_repetitions_out(table);
  set_back_short_headings(table, body);
  move_note_heading(table, body);
  set_back_rows_without_notes(table, body);
}

}  // namespace kcfin::read_room
