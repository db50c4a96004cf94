// Tables in a stream of cells: where one begins and ends. What cannot be told to be a table stays text, and
// its rows are counted as rows that stand in no table.
#include "read/cell_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "read/cell_headings.h"
#include "read/cell_rows.h"
#include "read/cell_stream.h"
#include "read/grid.h"
#include "read/line_looks.h"
#include "read/note_numbers.h"
#include "read/page.h"
#include "read/prose_text.h"
#include "read/text_line.h"
#include "values/text.h"

namespace kcfin::read_room {
namespace {

constexpr std::size_t kLongestLabel = 200;

bool small_number(std::string_view text) {
  return text.size() <= 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Reader {
 public:
  Reader(std::string_view part, bool together, const ReadLimits& limits, Builder& builder)
      : stream_(cell_stream(part, together, builder)),
        cells_(stream_.cells),
        limits_(limits),
        builder_(&builder),
        prose_(part, builder) {}

  std::optional<Error> run() {
    std::size_t at = 0;
    for (std::size_t search = 0;;) {
      if (builder_->overfull()) return builder_->overfull_error();
      const std::size_t figure = next_figure(search);
      if (figure == cells_.size()) break;
      std::size_t begin = figure > at && labels(figure - 1) ? figure - 1 : figure;
      // "(5)" behind the label is the number of a note.
      if (figure > at + 1 && lone_mark(cells_[figure - 1].text()) && labels(figure - 2)) begin = figure - 2;
      const std::size_t end = end_of_table(begin);
      const auto table = table_of(begin, end, at);
      search = std::max(end, figure + 1);
      if (!table) {
        note_rows(begin, end);
        continue;
      }
      text(at, table->headings.begin);
      if (auto error = put(*table)) return error;
      at = end;
    }
    text(at, cells_.size());
    return std::nullopt;
  }

 private:
  static constexpr std::size_t kFewestNames = 3, kMostNames = 12;  // of columns
  static constexpr std::uint32_t kFarthest = 60;                   // lines between two cells of one table

  struct Found {
    CellHeadings headings;
    std::vector<CellHeading> heading_cells;
    std::size_t begin = 0;  // its first label
    CellRows rows;          // of the cells from `begin` on
  };

  [[nodiscard]] std::size_t next_figure(std::size_t from) const {
    for (std::size_t at = from; at < cells_.size(); ++at)
      if (cells_[at].figure() && !mark_alone(at)) return at;
    return cells_.size();
  }
  // "(5)" of a note or a footnote; "(78)" above "(55)" are the figures of a row.
  [[nodiscard]] bool mark_alone(std::size_t at) const {
    const auto mark = [&](std::size_t i) {
      return i < cells_.size() && cells_[i].figure() && lone_mark(cells_[i].text());
    };
    return mark(at) && !mark(at + 1);
  }

  // "1.", "2)": what stands before a note or a footnote.
  static bool enumerator(std::string_view text) {
    return text.size() >= 2 && text.size() <= 3 && (text.back() == '.' || text.back() == ')') &&
           std::all_of(text.begin(), text.end() - 1, is_digit);
  }

  [[nodiscard]] bool sentence(std::size_t at) const {
    const std::string_view text = cells_[at].text();
    if (text.starts_with('#')) return true;  // a heading of Markdown
    if (heads_figures(at)) return false;
    if (text.size() > kLongestLabel) return true;
    const auto words = std::count(text.begin(), text.end(), ' ');
    return words >= 5 && ends_sentence(text) && !text.ends_with(':') && !text.ends_with(';');
  }
  // A label however long: "Common stock, $0.001 par value; 4,990,000,000 shares authorized …" before its
  // figures.
  [[nodiscard]] bool heads_figures(std::size_t at) const {
    constexpr std::size_t kLongestOfAll = 600;
    constexpr std::uint32_t kNear = 4;
    return at + 2 < cells_.size() && cells_[at].text().size() <= kLongestOfAll && cells_[at + 1].figure() &&
           cells_[at + 2].figure() && cells_[at + 1].first <= cells_[at].last + kNear &&
           surely_figure(cells_[at + 1].text());
  }
  [[nodiscard]] bool label(std::size_t at) const {
    return cells_[at].kind == StreamCell::Kind::text && !sentence(at);
  }

  // A label right above the figure behind it.
  [[nodiscard]] bool labels(std::size_t at) const {
    return label(at) && !enumerator(cells_[at].text()) && cells_[at + 1].first - cells_[at].last <= kFarthest;
  }

  // Up to the last figure before a sentence or the next table's headings.
  [[nodiscard]] std::size_t end_of_table(std::size_t begin) const {
    constexpr std::size_t kMostLabels = 8;  // without figures, one after the other
    std::size_t end = begin;
    std::size_t labels = 0;
    for (std::size_t at = begin; at < cells_.size(); ++at) {
      if (at > begin && cells_[at].first - cells_[at - 1].last > kFarthest) break;
      if (cells_[at].figure()) {
        end = at + 1;
        labels = 0;
        continue;
      }
      if (sentence(at) || ++labels > kMostLabels) break;
      const bool more = at + 1 < cells_.size();
      if (enumerator(cells_[at].text()) || (at > begin && unit_over_names(at))) break;
      const std::size_t below = more && unit_line(cells_[at + 1].text()) ? at + 2 : at + 1;
      if (below < cells_.size() && at > begin && heading_alone(cells_[at]) && heading_cell(cells_[below]) &&
          (heading_alone(cells_[below]) || !cells_[at].year() ||
           (below + 1 < cells_.size() && heading_cell(cells_[below + 1]))))
        break;
      // The period of rows that follow, which is another one.
      if (more && at > begin && !cells_[at + 1].figure() && period_alone(cells_[at])) break;
    }
    return std::max(end, begin + 1);
  }

  // A line of the unit, and texts one after the other below it, the last a label: the names of columns of a
  // table that has no periods.
  [[nodiscard]] bool unit_over_names(std::size_t at) const {
    if (!unit_line(cells_[at].text()) || at + 1 + kFewestNames > cells_.size()) return false;
    const auto first = cells_.begin() + static_cast<std::ptrdiff_t>(at) + 1;
    if (!std::all_of(first, first + static_cast<std::ptrdiff_t>(kFewestNames), names_a_column)) return false;
    std::size_t names = at + 1;
    while (names < cells_.size() && cells_[names].kind == StreamCell::Kind::text && !sentence(names) &&
           names - at <= kMostNames)
      ++names;
    return names < cells_.size() && cells_[names].figure() && names - at > kFewestNames + 1 &&
           names - at <= kMostNames;
  }

  [[nodiscard]] std::optional<Found> table_of(std::size_t begin, std::size_t end, std::size_t from) const {
    if (may_have_names_above(begin, from)) {
      if (auto named = table_under(begin, end, {begin, begin}, from); named && take_names_above(*named, from))
        return named;
    }
    return table_under(begin, end, headings_above(std::span<const StreamCell>(cells_), begin, from), from);
  }

  [[nodiscard]] std::optional<Found> table_under(std::size_t begin, std::size_t end, CellHeadings headings,
                                                 std::size_t from) const {
    const std::span<const StreamCell> all(cells_);
    Found found;
    found.headings = headings;
    const bool spaced = apart(begin, end);
    found.heading_cells = heading_cells(
        all.subspan(found.headings.begin, found.headings.end - found.headings.begin), spaced, *builder_);
    const std::size_t headed = headed_columns(found.heading_cells);
    found.begin = found.headings.begin == found.headings.end ? begin : found.headings.end;
    std::vector<StreamCell> told(all.begin() + static_cast<std::ptrdiff_t>(found.begin),
                                 all.begin() + static_cast<std::ptrdiff_t>(end));
    if (!spaced) tell_note_numbers(told, found.heading_cells);
    auto rows = rows_of(told, headed);
    if (!rows || !tabular(*rows, found.begin, headed)) return std::nullopt;
    found.rows = *std::move(rows);
    take_names(found);
    take_names_beside_period(found, from);
    leave_open_end(found);
    return found;
  }

  static bool names_a_column(const StreamCell& cell) {
    return could_name_a_column(cell) && (!heading_cell(cell) || cell.text() == "Total");
  }
  [[nodiscard]] bool may_have_names_above(std::size_t begin, std::size_t from) const {
    const auto first = cells_.begin() + static_cast<std::ptrdiff_t>(begin);
    return begin >= from + kFewestNames &&
           std::all_of(first - static_cast<std::ptrdiff_t>(kFewestNames), first, names_a_column);
  }

  // Names of columns that say no period: texts nearer to each other than rows are, as many as columns.
  void take_names(Found& found) const {
    std::vector<CellRow>& rows = found.rows.rows;
    std::size_t count = 0;
    while (count < rows.size() && rows[count].figures.empty()) {
      ++count;
      if (count < rows.size() && rows[count].label != CellRow::kNone &&
          5 * (place(found, rows[count]) - place(found, rows[count - 1])) >= 3 * found.rows.period)
        break;
    }
    const std::size_t columns = found.rows.columns;
    if (found.rows.period == 0 || columns < 2 || (count != columns && count != columns + 1)) return;
    for (std::size_t i = 0; i < count; ++i) {
      const bool label = i == 0 && count > columns;
      found.heading_cells.push_back({cells_[found.begin + rows[i].label].raw,
                                     label ? CellHeading::Sort::label : CellHeading::Sort::name});
    }
    rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(count));
  }
  // The same right above the first label: as many short texts as columns, nothing else so near to them, and
  // no period among them.
  bool take_names_above(Found& found, std::size_t from) const {
    const std::size_t columns = found.rows.columns;
    if (!found.heading_cells.empty() || found.rows.period == 0 || columns < kFewestNames ||
        found.begin < from + columns)
      return false;
    const std::size_t first = found.begin - columns;
    const auto near = [&](std::size_t at) {
      return 5 * (cells_[at].place - cells_[at - 1].place) < 3 * found.rows.period;
    };
    for (std::size_t at = first; at < found.begin; ++at) {
      if (!names_a_column(cells_[at]) || (at > first && !near(at))) return false;
    }
    const bool unit = first > from && unit_line(cells_[first - 1].text());
    if (first > from && near(first) && !unit) return false;
    for (std::size_t at = first; at < found.begin; ++at)
      found.heading_cells.push_back({cells_[at].raw, CellHeading::Sort::name});
    found.headings = {first, found.begin};
    return true;
  }
  // One period over all columns, which as many short texts as columns tell apart: they stand between it, or a
  // unit line below it, and the first row, or between the unit line of the table and it.
  void take_names_beside_period(Found& found, std::size_t from) const {
    const std::size_t columns = found.rows.columns;
    std::vector<CellRow>& rows = found.rows.rows;
    const auto full = std::find_if(rows.begin(), rows.end(),
                                   [&](const CellRow& row) { return row.figures.size() == columns; });
    if (columns < kFewestNames || full == rows.end() || full->label == CellRow::kNone ||
        !one_period_at_most(found.heading_cells))
      return;
    const std::span<const StreamCell> all(cells_);
    const std::size_t first = found.begin + full->label;
    std::size_t at = first;
    const bool below = at > from && period_heading(cells_[at - 1]);
    if (below) --at;
    std::vector<CellHeading> names;
    for (; at > from && names.size() <= columns; --at) {
      if (footnote_numbers(cells_[at - 1])) continue;
      if (!names_a_column_at_length(cells_[at - 1])) break;
      names.push_back({cells_[at - 1].raw, CellHeading::Sort::name});
    }
    if (names.size() != columns || at == from) return;
    const bool units = unit_line(cells_[at - 1].text());
    if (below ? !units : !period_heading(cells_[at - (units && at > from + 1 ? 2 : 1)])) return;
    found.headings = below ? CellHeadings{at, first} : headings_above(all, at, from);
    found.heading_cells =
        heading_cells(all.subspan(found.headings.begin, at - found.headings.begin), false, *builder_);
    found.heading_cells.insert(found.heading_cells.end(), names.rbegin(), names.rend());
    // Below the names it is of the rows, which others may follow.
    if (below) found.heading_cells.push_back({cells_[first - 1].raw, CellHeading::Sort::label});
    rows.erase(rows.begin(), full);
  }
  static bool one_period_at_most(std::span<const CellHeading> headings) {
    using Sort = CellHeading::Sort;
    std::size_t periods = 0, names = 0;
    for (const CellHeading& heading : headings) {
      periods += heading.sort == Sort::date ? 1 : 0;
      names += heading.sort == Sort::name ? 1 : 0;
      if (heading.sort != Sort::date && heading.sort != Sort::label && heading.sort != Sort::name)
        return false;
    }
    return periods <= 1 && names <= 1;
  }
  // The raised mark of a footnote behind a name: "1", "1, 2".
  static bool footnote_numbers(const StreamCell& cell) {
    constexpr std::size_t kLongestMark = 4;
    return cell.figure() && cell.text().size() <= kLongestMark &&
           cell.text().find_first_not_of("0123456789, ") == std::string_view::npos;
  }
  [[nodiscard]] std::uint32_t place(const Found& found, const CellRow& row) const {
    return cells_[found.begin + row.label].place;
  }

  // Running feet and the numbers of pages behind the last row.
  void leave_open_end(Found& found) const {
    std::vector<CellRow>& rows = found.rows.rows;
    const auto stray = [&](const CellRow& row) {
      return row.figures.empty() || (row.unplaced && row.figures.size() == 1 &&
                                     !surely_figure(cells_[found.begin + row.figures.front().cell].text()));
    };
    while (rows.size() > 1 && stray(rows.back())) rows.pop_back();
  }

  // Blank lines stand between figures.
  [[nodiscard]] bool apart(std::size_t begin, std::size_t end) const {
    std::size_t pairs = 0;
    std::size_t blank = 0;
    for (std::size_t at = begin + 1; at < end; ++at) {
      if (!cells_[at].figure() || !cells_[at - 1].figure()) continue;
      ++pairs;
      blank += cells_[at].first > cells_[at - 1].last + 1 ? 1 : 0;
    }
    return blank * 2 > pairs;
  }

  // Figures that could be nothing else, or one below each heading in most rows, under labels that are no
  // pieces of sentences.
  [[nodiscard]] bool tabular(const CellRows& rows, std::size_t begin, std::size_t headed) const {
    std::size_t with_figures = 0;
    std::size_t sure = 0;
    std::size_t amid = 0;
    std::size_t grouped = 0;
    std::size_t full = 0;
    for (const CellRow& row : rows.rows) {
      if (row.figures.empty()) continue;
      ++with_figures;
      full += row.figures.size() == rows.columns && row.label != CellRow::kNone ? 1 : 0;
      sure += std::any_of(row.figures.begin(), row.figures.end(),
                          [&](const PlacedFigure& figure) {
                            return surely_figure(cells_[begin + figure.cell].text());
                          })
                  ? 1
                  : 0;
      grouped += cells_[begin + row.figures.front().cell].text().find(',') != std::string_view::npos ? 1 : 0;
      if (row.label == CellRow::kNone) continue;
      const std::string_view text = cells_[begin + row.label].text();
      const bool piece =
          starts_lower(text) || text.front() == ',' || text.front() == '.' || text.front() == ';';
      amid += piece ? 1 : 0;
    }
    constexpr std::size_t kFewestFull = 3;
    const bool below_headings =
        rows.columns > 1 && headed == rows.columns && full >= kFewestFull && full * 2 > with_figures;
    if ((sure * 3 < with_figures && !below_headings) || amid * 2 >= with_figures) return false;
    if (rows.columns == 1) return with_figures >= 3 && headed == 1 && grouped * 2 >= with_figures;
    return with_figures >= 2 || headed == rows.columns;
  }

  void text(std::size_t from, std::size_t to) {
    const std::uint32_t begin = from == 0 ? 0 : cells_[from - 1].last + 1;
    const std::uint32_t end =
        to < cells_.size() ? cells_[to].first : static_cast<std::uint32_t>(stream_.lines.size());
    for (std::uint32_t line = begin; line < end; ++line) prose_.add(stream_.lines[line]);
    prose_.finish();
  }

  // Rows that look like a table's and are in none.
  void note_rows(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end;) {
      std::uint32_t sure = 0;
      const std::uint32_t line = stream_.lines[cells_[at].first].number;
      if (!cells_[at].figure()) ++at;
      for (; at < end && cells_[at].figure(); ++at) sure += surely_figure(cells_[at].text()) ? 1 : 0;
      if (sure > 1) builder_->loose_row(line, sure);
      while (at < end && cells_[at].year()) ++at;
    }
  }

  std::optional<Error> put(const Found& found) {
    const CellRows& rows = found.rows;
    const std::uint32_t line = stream_.lines[cells_[found.begin].first].number;
    if (rows.columns + 1 > limits_.max_columns)
      return Error{fmt::format("row of more than {} columns", limits_.max_columns), line};
    if (rows.rows.size() > limits_.max_rows)
      return Error{fmt::format("table of more than {} rows", limits_.max_rows), line};
    RawTable table;
    table.rows = heading_rows(found.heading_cells, rows.columns, *builder_);
    for (const CellRow& row : rows.rows)
      if (!page_number_row(row, found)) table.rows.push_back(raw_row(row, found));
    builder_->table(std::move(table));
    return std::nullopt;
  }

  // The number of the page that ends in a table or behind it.
  [[nodiscard]] bool page_number_row(const CellRow& row, const Found& found) const {
    if (row.label != CellRow::kNone || row.figures.size() != 1 || found.rows.columns == 1) return false;
    return page_number(cells_[found.begin + row.figures.front().cell].text());
  }

  [[nodiscard]] RawRow raw_row(const CellRow& row, const Found& found) const {
    RawRow raw;
    raw.columns = static_cast<std::uint16_t>(found.rows.columns + 1);
    const auto put_cell = [&](RawCell cell, std::size_t column) {
      cell.column = static_cast<std::uint16_t>(column);
      raw.cells.push_back(cell);
    };
    if (row.label != CellRow::kNone) put_cell(cells_[found.begin + row.label].raw, 0);
    if (row.unplaced) {
      put_cell(together(row, found.begin), 1);
    } else {
      for (const PlacedFigure& figure : row.figures)
        put_cell(cells_[found.begin + figure.cell].raw, figure.column + 1);
    }
    raw.line = raw.cells.empty() ? 0 : raw.cells.front().at.line;
    return raw;
  }

  // Figures whose columns nothing tells stand in one cell: no rule uses them.
  [[nodiscard]] RawCell together(const CellRow& row, std::size_t begin) const {
    RawCell cell = cells_[begin + row.figures.front().cell].raw;
    cell.unplaced = true;
    if (row.figures.size() == 1) return cell;
    std::string text(cell.text);
    for (std::size_t i = 1; i < row.figures.size(); ++i)
      text.append(" ").append(cells_[begin + row.figures[i].cell].text());
    cell.text = builder_->keep(text);
    return cell;
  }

  CellStream stream_;
  const std::vector<StreamCell>& cells_;
  ReadLimits limits_;
  Builder* builder_;
  ProseLines prose_;
};

}  // namespace

bool one_cell_a_line(std::string_view part, const Source& source) {
  constexpr std::size_t kSample = 20'000;
  constexpr std::size_t kFew = 8, kFewOfAll = 4;  // as many do where they are a quarter of all lines
  std::size_t alone = 0;
  std::size_t beside = 0;
  std::size_t seen = 0;
  Lines lines(part, source);
  for (Line line; seen < kSample && lines.next(line);) {
    const std::string_view text = bare(line.text);
    if (text.empty()) continue;
    ++seen;
    if (lone_figure(text) && !small_number(text)) {
      ++alone;
    } else if (text.find("  ") != std::string_view::npos && figure_row(text_line(line))) {
      ++beside;
    }
  }
  return (alone >= kFew || (alone >= kFewOfAll && 4 * alone >= seen)) && alone > 4 * beside;
}

std::optional<Error> read_cell_lines(std::string_view part, bool together, const ReadLimits& limits,
                                     Builder& builder) {
  return Reader(part, together, limits, builder).run();
}

}  // namespace kcfin::read_room
