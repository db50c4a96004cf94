// Rows and sentences as they are printed.
#include "report/excerpt.h"

#include <algorithm>
#include <vector>

#include "report/characters.h"
#include "report/printed.h"

namespace kcfin::report {
namespace {

constexpr std::size_t kGap = 3;          // between the cells of a row
constexpr std::size_t kLeastLabel = 16;  // a label is not cut below this

struct Cell {
  std::string text;
  bool marked = false;
};

std::vector<Cell> cells_of(const Filing& filing, const Row& row, FigureId marked) {
  std::vector<Cell> cells;
  for (const FigureId id : row.cells) {
    if (id == kNoFigure) continue;
    cells.push_back({shown(filing.figures[id].raw), id == marked});
  }
  return cells;
}

std::size_t width_of(const std::vector<Cell>& cells) {
  std::size_t total = 0;
  for (const Cell& cell : cells) total += kGap + columns(cell.text);
  return total;
}

// Leaves out cells, but never the marked one, until the rest fits; “…” stands where they stood.
void shorten(std::vector<Cell>& cells, std::size_t width) {
  std::size_t first = 0, end = cells.size();
  const auto shown_cells = [&] {
    std::vector<Cell> kept(cells.begin() + static_cast<std::ptrdiff_t>(first),
                           cells.begin() + static_cast<std::ptrdiff_t>(end));
    if (first > 0) kept.insert(kept.begin(), {"…", false});
    if (end < cells.size()) kept.push_back({"…", false});
    return kept;
  };
  std::vector<Cell> kept = shown_cells();
  while (end - first > 1 && width_of(kept) > width) {
    const bool drop_first = !cells[first].marked && (cells[end - 1].marked || (end - first) % 2 == 0);
    if (drop_first) {
      ++first;
    } else {
      --end;
    }
    kept = shown_cells();
  }
  cells = std::move(kept);
}

Excerpt row_excerpt(const Filing& filing, const Row& row, FigureId marked, std::size_t width) {
  std::vector<Cell> cells = cells_of(filing, row, marked);
  const std::string label = shown(row.label);
  const std::size_t least_label = std::min(columns(label), kLeastLabel);
  shorten(cells, width > least_label ? width - least_label : 0);
  const std::size_t taken = width_of(cells);
  Excerpt out;
  out.text = fitted(label, std::max(least_label, width > taken ? width - taken : 0));
  for (const Cell& cell : cells) {
    out.text += std::string(kGap, ' ');
    if (cell.marked) {
      out.mark = columns(out.text);
      out.mark_width = columns(cell.text);
    }
    out.text += cell.text;
  }
  return out;
}

// The first word that starts at or after an offset; the limit where there is none before it.
std::size_t word_start_after(std::string_view text, std::size_t from, std::size_t limit) {
  const std::size_t space = text.find(' ', from);
  return space == std::string_view::npos || space + 1 > limit ? limit : space + 1;
}

std::size_t word_end_before(std::string_view text, std::size_t from, std::size_t limit) {
  const std::size_t space = text.rfind(' ', from);
  return space == std::string_view::npos || space < limit ? limit : space;
}

Excerpt sentence_excerpt(std::string_view text, std::size_t at, std::size_t length, std::size_t width) {
  const std::size_t room = width > length + 2 ? width - length - 2 : 0;
  const std::size_t before = room * 2 / 3;  // what leads to an amount says more than what follows it
  const std::size_t start = at <= before ? 0 : word_start_after(text, at - before, at);
  const std::size_t last = at + length + (room - std::min(before, at - start));
  const std::size_t end = last >= text.size() ? text.size() : word_end_before(text, last, at + length);
  Excerpt out;
  out.text = (start > 0 ? "…" : "") + shown(text.substr(start, at - start));
  out.mark = columns(out.text);
  const std::string amount = shown(text.substr(at, length));
  out.mark_width = columns(amount);
  out.text += amount + shown(text.substr(at + length, end - at - length)) + (end < text.size() ? "…" : "");
  return out;
}

// A finding about a whole row, such as a label that is missing.
std::optional<Excerpt> row_on_line(const Filing& filing, const Finding& finding, std::size_t width) {
  if (!finding.table || *finding.table >= filing.tables.size()) return std::nullopt;
  for (const Row& row : filing.tables[*finding.table].rows) {
    if (row.line == finding.at.line) return row_excerpt(filing, row, kNoFigure, width);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Excerpt> excerpt(const Checked& checked, const Finding& finding, std::size_t width) {
  const Filing& filing = checked.filing;
  if (finding.word.empty()) {
    if (finding.figure >= filing.figures.size()) return row_on_line(filing, finding, width);
    const Figure& figure = filing.figures[finding.figure];
    if (figure.in_table())
      return row_excerpt(filing, filing.tables[figure.table].rows[figure.row], finding.figure, width);
  }
  const auto found = in_sentence(checked, finding);
  if (!found) return std::nullopt;
  return sentence_excerpt(found->text, found->at, found->size, width);
}

}  // namespace kcfin::report
