// Columns by position.
//
// The rows with the most figures have one in every column. Another row's figures go to the columns whose
// figures stand nearest, in order; the row before it says where those are, so that columns may drift from
// one part of a table to the next, as they do where a converter has set every part by itself.
#include "read/aligned_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <string>

#include "read/aligned_headings.h"
#include "read/aligned_labels.h"
#include "read/assembler.h"
#include "read/grid.h"
#include "read/line_looks.h"
#include "read/markup.h"
#include "read/prose_text.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin::read_room {
namespace {

std::uint32_t apart(std::uint32_t a, std::uint32_t b) { return a > b ? a - b : b - a; }

// How far two pieces are from standing in one column: right ends, left ends or middles may be in line.
std::uint32_t distance(const Piece& a, const Piece& b) {
  return std::min({apart(a.right, b.right), apart(a.left, b.left), apart(a.middle2(), b.middle2()) / 2});
}

class Table {
 public:
  Table(const ReadLimits& limits, Builder& builder) : limits_(limits), builder_(&builder) {}

  Result<RawTable> build(std::span<const TextLine* const> headings, std::span<const TextLine* const> rows,
                         const std::vector<bool>& adjacent, bool ruled) {
    if (headings.size() + rows.size() > limits_.max_rows)
      return Error{fmt::format("table of more than {} rows", limits_.max_rows), rows.front()->line.number};
    measure(rows);
    for (std::size_t at = 0; at < rows.size(); ++at) entries_.push_back(entry(*rows[at], adjacent[at]));
    drop_stray_dash(headings);
    count_columns();
    if (columns_ + 1 > limits_.max_columns)
      return Error{fmt::format("row of more than {} columns", limits_.max_columns),
                   rows.front()->line.number};
    take_first_figures_out_of_labels(headings);
    place_figures();
    extents();
    join_labels(entries_, margin_);
    if (ruled) {
      add_heading(stack_headings(headings, extents_));
    } else {
      stand_by_headings(headings);
      for (const HeadingLine& heading : place_headings(headings, extents_, margin_)) add_heading(heading);
    }
    for (const Entry& found : entries_)
      if (!found.taken) add_row(found);
    return std::move(table_);
  }

 private:
  // ---------------------------------------------------------------- rows apart into label and figures

  void measure(std::span<const TextLine* const> rows) {
    margin_ = std::numeric_limits<std::uint32_t>::max();
    area_.left = margin_;
    for (const TextLine* line : rows) {
      if (line->blank()) continue;
      if (!line->pieces.front().figure) margin_ = std::min(margin_, line->pieces.front().left);
      for (std::size_t at = 1; at < line->pieces.size(); ++at)
        if (line->pieces[at].figure) area_.left = std::min(area_.left, line->pieces[at].left);
    }
  }

  [[nodiscard]] Entry entry(const TextLine& line, bool adjacent) const {
    Entry found;
    found.line = found.label_line = &line;
    found.adjacent = adjacent;
    std::size_t at = 0;
    for (; at < line.pieces.size(); ++at) {
      const Piece& piece = line.pieces[at];
      // A year or number that stands where labels start is one.
      const bool leads =
          at == 0 && line.pieces.size() > 1 && piece.left <= margin_ + 4 && piece.right + 8 < area_.left;
      const bool is_label = piece.figure ? leads : piece.left + 2 < area_.left || at == 0;
      if (!is_label || (at == 0 && !piece.figure && margin_ + 8 < piece.left && piece.left >= area_.left))
        break;
      found.label.push_back(piece);
    }
    found.tokens.assign(line.pieces.begin() + static_cast<std::ptrdiff_t>(at), line.pieces.end());
    return found;
  }

  // "57 —" in one row of a table whose other rows and lines of headings have a column less: nobody's dash.
  void drop_stray_dash(std::span<const TextLine* const> headings) {
    constexpr std::size_t kLines = 3;
    std::size_t most = 0, full = 0, next = 0;
    for (const Entry& found : entries_) most = std::max(most, found.tokens.size());
    Entry* odd = nullptr;
    for (Entry& found : entries_) {
      if (found.tokens.size() == most) {
        ++full;
        odd = &found;
      }
      next += found.tokens.size() + 1 == most ? 1 : 0;
    }
    for (const TextLine* line : headings) next += line->pieces.size() + 1 == most ? 1 : 0;
    if (odd == nullptr || full != 1 || next < kLines || most < 3) return;
    for (std::size_t at = 1; at < odd->tokens.size(); ++at) {
      const std::string_view text = odd->tokens[at].text;
      const bool dash =
          figure_or_nothing(text) && text.size() <= 3 && std::none_of(text.begin(), text.end(), is_digit);
      if (!dash || odd->tokens[at].left > odd->tokens[at - 1].right + 1) continue;
      odd->tokens.erase(odd->tokens.begin() + static_cast<std::ptrdiff_t>(at));
      return;
    }
  }

  void count_columns() {
    for (const Entry& found : entries_) columns_ = std::max(columns_, found.tokens.size());
    for (Entry& found : entries_) found.unplaced = found.line->counted && found.figures() && !full(found);
  }

  // ---------------------------------------------------------------- figures to columns

  [[nodiscard]] bool full(const Entry& found) const { return found.tokens.size() == columns_; }

  void place_figures() {
    const auto first =
        std::find_if(entries_.begin(), entries_.end(), [&](const Entry& found) { return full(found); });
    if (first == entries_.end()) return;
    std::vector<Piece> near = first->tokens;
    for (auto at = first; at != entries_.end(); ++at) place(*at, near);
    near = first->tokens;
    for (auto at = first; at != entries_.begin();) place(*--at, near);
  }

  // "Gross profit 6,726          18.0 5,472" under "Q1-24 % Q4-23 %": a text that lost the places of its
  // columns keeps a blank before the first figure of a row, wherever it ends. Where most rows that lack just
  // one figure have it behind their label, all of them have; a row that lacks more stands under no column.
  void take_first_figures_out_of_labels(std::span<const TextLine* const> headings) {
    constexpr std::size_t kFewest = 3;
    if (columns_ < kFewest || std::none_of(headings.begin(), headings.end(),
                                           [&](const TextLine* heading) { return runs_together(*heading); }))
      return;
    std::size_t lack = 0, sure = 0;
    for (const Entry& found : entries_) {
      if (!lacks_first(found)) continue;
      ++lack;
      sure += surely_figure(words_of(found.label.back()).back().text) ? 1 : 0;
    }
    if (sure < kFewest || sure * 3 < lack * 2) return;
    for (Entry& found : entries_) {
      if (lacks_first(found) && figure_or_nothing(words_of(found.label.back()).back().text))
        take_last_word_of_label(found);
      found.unplaced = found.figures() && !full(found);
    }
  }
  // Headings of all columns with but a blank between them.
  [[nodiscard]] bool runs_together(const TextLine& heading) const {
    if (!heading.one_piece()) return false;
    const std::vector<Piece> words = words_of(heading.pieces.front());
    return words.size() >= columns_ && std::all_of(words.begin(), words.end(), [](const Piece& word) {
             return names_period_or_unit(word.text);
           });
  }
  [[nodiscard]] bool lacks_first(const Entry& found) const {
    return found.tokens.size() + 1 == columns_ && !found.label.empty() &&
           words_of(found.label.back()).size() > 1;
  }
  static void take_last_word_of_label(Entry& found) {
    const std::vector<Piece> words = words_of(found.label.back());
    const Piece& label = found.label.back();
    const Piece &end = words[words.size() - 2], &last = words.back();
    const auto bytes = static_cast<std::size_t>(end.text.data() + end.text.size() - label.text.data());
    found.label.back() = {label.text.substr(0, bytes), label.left, end.right, false};
    found.tokens.insert(found.tokens.begin(), {last.text, last.left, last.right, true});
  }

  // `near` holds what stands nearest in every column; the row's own figures take its place.
  void place(Entry& found, std::vector<Piece>& near) const {
    if (found.unplaced) {
      found.columns.assign(found.tokens.size(), 0);
      return;
    }
    if (!full(found)) take_figures_out_of_label(found, near);
    if (full(found) || columns_ > kMostPlaced) {
      found.columns.resize(found.tokens.size());
      for (std::size_t at = 0; at < found.columns.size(); ++at) found.columns[at] = at;
    } else {
      found.columns = nearest(found.tokens, near);
    }
    for (std::size_t at = 0; at < found.tokens.size(); ++at) near[found.columns[at]] = found.tokens[at];
  }

  // A label may run up to its figure with a single space between them.
  void take_figures_out_of_label(Entry& found, const std::vector<Piece>& near) const {
    while (!found.label.empty() && found.tokens.size() < columns_) {
      std::vector<Piece> words = words_of(found.label.back());
      if (words.size() < 2) return;
      const Piece last = words.back();
      const std::size_t before = found.tokens.empty() ? columns_ : nearest(found.tokens, near).front();
      std::uint32_t best = std::numeric_limits<std::uint32_t>::max();
      for (std::size_t column = 0; column < before; ++column)
        best = std::min(best, apart(near[column].right, last.right));
      const bool dash =
          figure_or_nothing(last.text) && std::none_of(last.text.begin(), last.text.end(), is_digit);
      const bool in_line = best <= (dash ? 1U : 3U);
      if (!in_line || !(dash || (figure_or_nothing(last.text) && surely_figure(last.text)))) return;
      take_last_word_of_label(found);
    }
  }

  // The columns, in order, whose nearest figures stand closest to these. Fewer tokens than columns.
  [[nodiscard]] std::vector<std::size_t> nearest(const std::vector<Piece>& tokens,
                                                 const std::vector<Piece>& near) const {
    const std::size_t count = tokens.size();
    constexpr std::uint32_t kFar = std::numeric_limits<std::uint32_t>::max() / 2;
    // cost[t][c]: of the first t tokens in the first c columns.
    std::vector<std::uint32_t> cost((count + 1) * (columns_ + 1), kFar);
    const auto at = [&](std::size_t t, std::size_t c) -> std::uint32_t& {
      return cost[t * (columns_ + 1) + c];
    };
    for (std::size_t c = 0; c <= columns_; ++c) at(0, c) = 0;
    for (std::size_t t = 1; t <= count; ++t)
      for (std::size_t c = t; c <= columns_; ++c)
        at(t, c) = std::min(at(t, c - 1), at(t - 1, c - 1) + distance(tokens[t - 1], near[c - 1]));
    std::vector<std::size_t> columns(count);
    for (std::size_t t = count, c = columns_; t > 0; --c) {
      if (at(t, c) == at(t, c - 1)) continue;
      columns[--t] = c - 1;
    }
    return columns;
  }

  // Where each column stands at the top of the table, under its headings.
  void extents() {
    constexpr std::size_t kRows = 8;
    extents_.assign(columns_, {});
    std::vector<std::size_t> seen(columns_);
    for (const Entry& found : entries_) {
      for (std::size_t at = 0; at < found.columns.size() && !found.unplaced; ++at) {
        const std::size_t column = found.columns[at];
        if (seen[column]++ >= kRows) continue;
        Piece& extent = extents_[column];
        const Piece& token = found.tokens[at];
        extent.left = seen[column] == 1 ? token.left : std::min(extent.left, token.left);
        extent.right = std::max(extent.right, token.right);
      }
    }
  }

  // Where every column has a heading of its own, wider headings are centred over those.
  void stand_by_headings(std::span<const TextLine* const> headings) {
    for (const TextLine* heading : headings) {
      if (heading->pieces.size() != columns_ || heading->pieces.front().middle2() < 2 * margin_ + 24 ||
          names_labels(heading->pieces.front().text))
        continue;
      const auto years = std::count_if(heading->pieces.begin(), heading->pieces.end(),
                                       [](const Piece& piece) { return piece.width() < 3; });
      if (years != 0) continue;
      extents_ = heading->pieces;
      return;
    }
  }

  // ---------------------------------------------------------------- rows

  // Pieces of a heading may stand on a line above the one that it is read with.
  static bool stands_on(const Line& line, std::string_view piece) {
    const std::less_equal<const char*> before;
    return before(line.text.data(), piece.data()) &&
           before(piece.data() + piece.size(), line.text.data() + line.text.size());
  }

  [[nodiscard]] RawCell cell(const std::vector<Piece>& pieces, const TextLine& line, std::size_t column,
                             std::size_t span) const {
    RawCell found;
    if (pieces.size() == 1 && stands_on(line.line, pieces.front().text)) {
      found = builder_->cell_of(pieces.front().text, line.line);
    } else {
      Assembler text(builder_->source());
      for (const Piece& piece : pieces) {
        text.line_break();
        add_marked_up(piece.text, builder_->source(), text);
      }
      found.text = builder_->keep(text.text());
      found.at = text.start();
    }
    found.column = static_cast<std::uint16_t>(column);
    found.span = static_cast<std::uint16_t>(span);
    return found;
  }

  // Figures that stand under no column, in one cell: no rule uses it.
  [[nodiscard]] RawCell together(const Entry& found) const {
    RawCell own = cell(found.tokens, *found.line, 1, 1);
    own.unplaced = true;
    return own;
  }

  void add_heading(const HeadingLine& heading) {
    RawRow row;
    row.line = heading.line->line.number;
    if (heading.label) row.cells.push_back(cell({*heading.label}, *heading.line, 0, 1));
    for (const HeadingCell& own : heading.cells)
      row.cells.push_back(cell(own.pieces, *heading.line, own.first + 1, own.last - own.first + 1));
    finish(std::move(row));
  }

  void add_row(const Entry& found) {
    RawRow row;
    row.line = found.line->line.number;
    if (!found.label.empty()) {
      row.indent = static_cast<std::uint16_t>(std::min<std::uint32_t>(
          found.label.front().left - std::min(margin_, found.label.front().left), 1000));
      row.cells.push_back(cell(found.label, *found.label_line, 0, 1));
    }
    if (found.unplaced) row.cells.push_back(together(found));
    for (std::size_t at = 0; at < found.tokens.size() && !found.unplaced; ++at)
      row.cells.push_back(cell({found.tokens[at]}, found.lines.empty() ? *found.line : *found.lines[at],
                               found.columns[at] + 1, 1));
    finish(std::move(row));
  }

  void finish(RawRow row) {
    std::erase_if(row.cells, [](const RawCell& found) { return found.text.empty(); });
    if (row.cells.empty()) return;
    row.columns = static_cast<std::uint16_t>(columns_ + 1);
    table_.rows.push_back(std::move(row));
  }

  ReadLimits limits_;
  Builder* builder_;
  RawTable table_;
  std::vector<Entry> entries_;
  std::size_t columns_ = 0;
  std::uint32_t margin_ = 0;  // where labels start
  FigureArea area_;
  std::vector<Piece> extents_;  // of the columns
};

}  // namespace

Result<RawTable> aligned_grid(std::span<const TextLine* const> headings,
                              std::span<const TextLine* const> rows, const std::vector<bool>& adjacent,
                              bool ruled, const ReadLimits& limits, Builder& builder) {
  return Table(limits, builder).build(headings, rows, adjacent, ruled);
}

}  // namespace kcfin::read_room
