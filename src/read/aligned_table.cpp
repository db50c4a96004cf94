// Columns by position.
//
// The rows with the most figures have one in every column. Another row's figures go to the columns whose
// figures stand nearest, in order; the row before it says where those are, so that columns may drift from
// one part of a table to the next, as they do where a converter has set every part by itself.
#include "read/aligned_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include "read/assembler.h"
#include "read/grid.h"
#include "read/html_guard.h"
#include "read/markup.h"
#include "read/prose_text.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin::read_room {
namespace {

constexpr std::size_t kNoColumn = ~std::size_t{0};
constexpr std::size_t kMostPlaced = 64;  // columns that are told apart by position; more fit on no page

std::uint32_t apart(std::uint32_t a, std::uint32_t b) { return a > b ? a - b : b - a; }

// How far two pieces are from standing in one column: right ends, left ends or middles may be in line.
std::uint32_t distance(const Piece& a, const Piece& b) {
  return std::min({apart(a.right, b.right), apart(a.left, b.left), apart(a.middle2(), b.middle2()) / 2});
}

// One line of the region on its way to a row.
struct Entry {
  const TextLine* line = nullptr;
  const TextLine* label_line = nullptr;  // on which the label starts
  std::vector<Piece> label;              // pieces of the label, this line's or, later, several lines'
  std::vector<Piece> tokens;             // what stands in columns
  std::vector<std::size_t> columns;
  bool adjacent = false;  // follows the line before at once
  bool taken = false;     // became a part of another row
  [[nodiscard]] bool figures() const { return !tokens.empty(); }
};

std::string_view label_text(const Entry& entry) {
  return entry.label.empty() ? "" : entry.label.front().text;
}
std::string_view label_end(const Entry& entry) { return entry.label.empty() ? "" : entry.label.back().text; }

// A label set in capitals goes on with "AND RESTRICTED CASH".
bool starts_amid(std::string_view text) {
  constexpr std::array<std::string_view, 7> kWords{"AND ", "OR ", "IN ", "TO ", "FOR ", "FROM ", "ON "};
  return starts_lower(text) || std::any_of(kWords.begin(), kWords.end(),
                                           [&](std::string_view word) { return text.starts_with(word); });
}

class Table {
 public:
  Table(const ReadLimits& limits, Builder& builder) : limits_(limits), builder_(&builder) {}

  Result<RawTable> build(std::span<const TextLine* const> headings, std::span<const TextLine* const> rows,
                         const std::vector<bool>& adjacent) {
    if (headings.size() + rows.size() > limits_.max_rows)
      return Error{fmt::format("table of more than {} rows", limits_.max_rows), rows.front()->line.number};
    measure(rows);
    for (std::size_t at = 0; at < rows.size(); ++at) entries_.push_back(entry(*rows[at], adjacent[at]));
    count_columns();
    if (columns_ + 1 > limits_.max_columns)
      return Error{fmt::format("row of more than {} columns", limits_.max_columns),
                   rows.front()->line.number};
    place_figures();
    extents();
    join_labels();
    stand_by_headings(headings);
    for (const TextLine* heading : headings) add_heading(*heading);
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

  void count_columns() {
    for (const Entry& found : entries_) columns_ = std::max(columns_, found.tokens.size());
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

  // `near` holds what stands nearest in every column; the row's own figures take its place.
  void place(Entry& found, std::vector<Piece>& near) const {
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
      const Piece& label = found.label.back();
      const Piece& end = words[words.size() - 2];
      const auto bytes = static_cast<std::size_t>(end.text.data() + end.text.size() - label.text.data());
      found.label.back() = {label.text.substr(0, bytes), label.left, end.right, false};
      found.tokens.insert(found.tokens.begin(), {last.text, last.left, last.right, true});
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
      for (std::size_t at = 0; at < found.columns.size(); ++at) {
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
      if (heading->pieces.size() != columns_ || heading->pieces.front().middle2() < 2 * margin_ + 24)
        continue;
      const auto years = std::count_if(heading->pieces.begin(), heading->pieces.end(),
                                       [](const Piece& piece) { return piece.width() < 3; });
      if (years != 0) continue;
      extents_ = heading->pieces;
      return;
    }
  }

  // ---------------------------------------------------------------- labels over several lines

  [[nodiscard]] static bool section(const Entry& found) { return label_end(found).ends_with(':'); }

  // True where a line without figures must be the rest of the label before it.
  static bool continues(const Entry& first, const Entry& next) {
    if (next.figures() || !next.adjacent || next.taken || next.label.empty()) return false;
    return starts_amid(label_text(next)) || left_open(label_end(first));
  }

  static void append(Entry& to, Entry& from) {
    to.label.insert(to.label.end(), from.label.begin(), from.label.end());
    from.taken = true;
  }
  static void prepend(Entry& to, Entry& from) {
    to.label.insert(to.label.begin(), from.label.begin(), from.label.end());
    to.label_line = from.label_line;
    from.taken = true;
  }

  // A label that fills its column goes on in the next line, a little further in: "Net profit per share
  // attributable to Sample Credit" over "Technology Group's shareholders". The rows of a section stand
  // further in too, but more than one of them do.
  [[nodiscard]] bool wraps_into(const Entry& words, std::size_t next) const {
    constexpr std::uint32_t kNarrow = 30;
    const Entry& rest = entries_[next];
    if (!rest.adjacent || rest.label.empty() || words.label.empty() || label_end(words).ends_with(':'))
      return false;
    const Piece &first = words.label.back(), &second = rest.label.front();
    const std::uint32_t limit = first.right < widest_label_ ? widest_label_ : second_widest_label_;
    const auto word = static_cast<std::uint32_t>(std::min(second.text.find(' '), second.text.size()));
    const bool filled = first.right <= limit && limit > margin_ + kNarrow && first.right + 1 + word > limit;
    if (!filled || second.left <= words.label.front().left) return false;
    return next + 1 == entries_.size() || entries_[next + 1].label.empty() ||
           entries_[next + 1].label.front().left != second.left;
  }

  void measure_labels() {
    for (const Entry& found : entries_) {
      if (found.label.empty()) continue;
      const std::uint32_t right = found.label.back().right;
      if (right <= widest_label_) {
        second_widest_label_ = std::max(second_widest_label_, right);
        continue;
      }
      second_widest_label_ = widest_label_;
      widest_label_ = right;
    }
  }

  void join_labels() {
    measure_labels();
    for (std::size_t at = 0; at < entries_.size(); ++at) {
      Entry& found = entries_[at];
      if (found.taken) continue;
      if (found.figures()) {
        join_with_line_before(at);
        join_with_lines_after(at);
      } else {
        // Two lines of words are one label if the second must go on from the first.
        while (at + 1 < entries_.size() && (continues(found, entries_[at + 1]) ||
                                            (!entries_[at + 1].figures() && wraps_into(found, at + 1))))
          append(found, entries_[++at]);
      }
    }
  }

  void join_with_line_before(std::size_t at) {
    Entry& found = entries_[at];
    if (at == 0 || !found.adjacent) return;
    // Of lines that were joined, the first one holds the label.
    std::size_t before = at - 1;
    while (before > 0 && entries_[before].taken) --before;
    Entry& words = entries_[before];
    if (words.figures() || words.taken || words.label.empty() || section(words)) return;
    const bool split = found.label.empty();
    const bool goes_on = !found.label.empty() && (starts_amid(label_text(found)) ||
                                                  left_open(label_end(words)) || wraps_into(words, at));
    if (split || goes_on) prepend(found, words);
  }

  void join_with_lines_after(std::size_t at) {
    Entry& found = entries_[at];
    const bool started_above = found.label_line != found.line;
    for (std::size_t next = at + 1; next < entries_.size(); ++next) {
      Entry& words = entries_[next];
      if (words.figures() || !words.adjacent || words.label.empty() || found.label.empty() || section(words))
        return;
      const bool deeper =
          started_above && words.label.front().left > found.label.front().left && next == at + 1;
      if (!starts_amid(label_text(words)) && !left_open(label_end(found)) && !deeper) return;
      append(found, words);
    }
  }

  // ---------------------------------------------------------------- headings to columns

  void add_heading(const TextLine& line) {
    RawRow row;
    row.line = line.line.number;
    std::vector<Piece> pieces = line.pieces;
    const std::uint32_t first = extents_.empty() ? 0 : extents_.front().left;
    const bool label = !pieces.empty() && pieces.size() > 1 && pieces.front().right < first &&
                       pieces.front().left <= margin_ + 12 && pieces.size() <= columns_ + 1 &&
                       !names_unit(pieces.front().text);
    if (label) {
      row.cells.push_back(cell({pieces.front()}, line, 0, 1));
      pieces.erase(pieces.begin());
    }
    if (pieces.size() > columns_) {
      add_crowded(row, pieces, line);
    } else {
      if (pieces.size() < columns_) pieces = split_where_run_together(pieces);
      const auto groups = groups_under(pieces);
      for (std::size_t at = 0; at < pieces.size(); ++at)
        row.cells.push_back(
            cell({pieces[at]}, line, groups[at].first + 1, groups[at].second - groups[at].first + 1));
    }
    finish(std::move(row));
  }

  // More headings than columns: each goes to the column that it stands nearest to, with its neighbours there.
  void add_crowded(RawRow& row, const std::vector<Piece>& pieces, const TextLine& line) const {
    std::size_t column = 0;
    std::vector<Piece> together;
    const auto put = [&] {
      if (!together.empty()) row.cells.push_back(cell(together, line, column + 1, 1));
      together.clear();
    };
    for (const Piece& piece : pieces) {
      std::size_t nearest = column;
      for (std::size_t at = column; at < columns_; ++at)
        if (apart(extents_[at].middle2(), piece.middle2()) <
            apart(extents_[nearest].middle2(), piece.middle2()))
          nearest = at;
      if (nearest != column) put();
      column = nearest;
      together.push_back(piece);
    }
    put();
  }

  static bool names_unit(std::string_view text) {
    return text == "%" || words::currency_alone(text) != nullptr;
  }

  // Dates, years and units that only one space parts, over as many columns.
  [[nodiscard]] std::vector<Piece> split_where_run_together(const std::vector<Piece>& pieces) const {
    std::vector<Piece> split;
    for (const Piece& piece : pieces) {
      const auto over =
          static_cast<std::size_t>(std::count_if(extents_.begin(), extents_.end(), [&](const Piece& extent) {
            return extent.left < piece.right + 1 && piece.left < extent.right + 1;
          }));
      std::vector<Piece> parts = dates_and_units(piece, true);
      if (parts.size() != over) parts = dates_and_units(piece, false);
      if (parts.size() < 2 || parts.size() != over) parts = {piece};
      split.insert(split.end(), parts.begin(), parts.end());
    }
    return split.size() <= columns_ ? split : pieces;
  }

  // The dates, years and units that a heading consists of; empty if there is anything else in it. A year
  // after a day of a month may be the date's or stand by itself.
  static std::vector<Piece> dates_and_units(const Piece& piece, bool years_in_dates) {
    std::vector<Piece> parts;
    const std::vector<Piece> words = words_of(piece);
    for (std::size_t at = 0; at < words.size(); ++at) {
      std::size_t last = at;
      if (names_month(words[at].text) && at + 1 < words.size() && is_digit(words[at + 1].text.front())) {
        last = at + 1;
        if (years_in_dates && last + 1 < words.size() && year(words[last + 1].text)) ++last;
      } else if (!year(words[at].text) && !names_unit(words[at].text)) {
        return {};
      }
      const char* end = words[last].text.data() + words[last].text.size();
      const auto bytes = static_cast<std::size_t>(end - words[at].text.data());
      parts.push_back({{words[at].text.data(), bytes}, words[at].left, words[last].right, false});
      at = last;
    }
    return parts;
  }

  static bool names_month(std::string_view word) {
    constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};
    return word.size() >= 3 && std::any_of(kMonths.begin(), kMonths.end(), [&](std::string_view month) {
             return contains_lower(word.substr(0, 3), month);
           });
  }

  // How far a heading is from standing over these columns, in half characters: centred over them, or flush
  // right with the one.
  [[nodiscard]] std::uint32_t off_group(const Piece& piece, std::size_t begin, std::size_t end) const {
    const std::uint32_t middle = apart(extents_[begin].left + extents_[end - 1].right, piece.middle2());
    const bool alone = end - begin == 1 && (begin == 0 || extents_[begin - 1].right < piece.left);
    return alone ? std::min(middle, 2 * apart(extents_[begin].right, piece.right)) : middle;
  }

  // Whether all stand over equally many columns, each by two fifths of a column off their middle at most: it
  // is half a column where groups of three and of one are.
  [[nodiscard]] bool over_equal_groups(const std::vector<Piece>& pieces) const {
    if (pieces.size() < 2 || columns_ % pieces.size() != 0) return false;
    const std::size_t size = columns_ / pieces.size();
    const std::size_t all = extents_.back().middle2() - extents_.front().middle2();
    for (std::size_t at = 0; at < pieces.size(); ++at) {
      const std::size_t off = off_group(pieces[at], at * size, (at + 1) * size);
      if (off * 5 * (columns_ - 1) > all * 2) return false;
    }
    return true;
  }

  // The columns that each piece stands over: groups of neighbours whose middles are nearest to the pieces'.
  [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> groups_under(
      const std::vector<Piece>& pieces) const {
    const std::size_t count = pieces.size();
    std::vector<std::pair<std::size_t, std::size_t>> groups(count);
    for (std::size_t at = 0; at < count; ++at)
      groups[at] = {std::min(at, columns_ - 1), std::min(at, columns_ - 1)};
    if (count >= columns_ || columns_ > kMostPlaced) return groups;
    if (over_equal_groups(pieces)) {
      const std::size_t size = columns_ / count;
      for (std::size_t at = 0; at < count; ++at) groups[at] = {at * size, (at + 1) * size - 1};
      return groups;
    }
    constexpr std::uint32_t kFar = std::numeric_limits<std::uint32_t>::max() / 2;
    constexpr std::uint32_t kBare = 12;  // what a column without a heading costs, in half characters
    const std::size_t width = columns_ + 1;
    std::vector<std::uint32_t> cost((count + 1) * width, kFar);
    std::vector<std::size_t> from((count + 1) * width, kNoColumn);
    for (std::size_t column = 0; column <= columns_; ++column)
      cost[column] = static_cast<std::uint32_t>(column) * kBare;
    for (std::size_t p = 1; p <= count; ++p) {
      for (std::size_t end = p; end <= columns_; ++end) {
        std::uint32_t& best = cost[p * width + end];
        best = cost[p * width + end - 1] + kBare;  // the last column stays bare
        for (std::size_t begin = p - 1; begin < end; ++begin) {
          const std::uint32_t total = cost[(p - 1) * width + begin] + off_group(pieces[p - 1], begin, end);
          if (total >= best) continue;
          best = total;
          from[p * width + end] = begin;
        }
      }
    }
    for (std::size_t p = count, end = columns_; p > 0;) {
      const std::size_t begin = from[p * width + end];
      const bool bare = begin == kNoColumn || cost[p * width + end] == cost[p * width + end - 1] + kBare;
      if (bare && end > p) {
        --end;
        continue;
      }
      groups[p - 1] = {begin == kNoColumn ? end - 1 : begin, end - 1};
      end = groups[p - 1].first;
      --p;
    }
    return groups;
  }

  // ---------------------------------------------------------------- rows

  [[nodiscard]] RawCell cell(const std::vector<Piece>& pieces, const TextLine& line, std::size_t column,
                             std::size_t span) const {
    RawCell found;
    if (pieces.size() == 1) {
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

  void add_row(const Entry& found) {
    RawRow row;
    row.line = found.line->line.number;
    if (!found.label.empty()) {
      row.indent = static_cast<std::uint16_t>(std::min<std::uint32_t>(
          found.label.front().left - std::min(margin_, found.label.front().left), 1000));
      row.cells.push_back(cell(found.label, *found.label_line, 0, 1));
    }
    for (std::size_t at = 0; at < found.tokens.size(); ++at)
      row.cells.push_back(cell({found.tokens[at]}, *found.line, found.columns[at] + 1, 1));
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
  std::uint32_t margin_ = 0;                                  // where labels start
  std::uint32_t widest_label_ = 0, second_widest_label_ = 0;  // where the widest two lines of labels end
  FigureArea area_;
  std::vector<Piece> extents_;  // of the columns
};

}  // namespace

void FigureArea::include(const TextLine& line) {
  for (std::size_t at = 0; at < line.pieces.size(); ++at) {
    const Piece& piece = line.pieces[at];
    if (!piece.figure || (at == 0 && line.pieces.size() > 1)) continue;
    left = right == 0 ? piece.left : std::min(left, piece.left);
    right = std::max(right, piece.right);
  }
}

namespace {

// "Q1", "1Q24", "2H 2024", "FY24", "9M24" at the front of the text.
bool names_quarter(std::string_view text) {
  const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<char>(text[i] | 0x20) : ' '; };
  const bool number_first = is_digit(at(0)) && (at(1) == 'q' || at(1) == 'h' || at(1) == 'm');
  const bool letter_first = (at(0) == 'q' || at(0) == 'h') && is_digit(at(1));
  const bool year = at(0) == 'f' && at(1) == 'y' && is_digit(at(2));
  if (!number_first && !letter_first && !year) return false;
  const char after = at(year ? 3 : 2);
  return is_digit(after) || after == ' ' || after == '\'' || after == '/';
}

}  // namespace

bool names_period_or_unit(std::string_view text) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"january",   "february", "march",    "april",    "may ",    "june",   "july",  "august",
       "september", "october",  "november", "december", "ended",   "as of",  "as at", "months",
       "year",      "quarter",  "rmb",      "us$",      "usd",     "hk$",    "nt$",   "eur",
       "%",         "change",   "note",     "thousand", "million", "yoy",    "qoq",   "jan ",
       "mar ",      "jun ",     "sep ",     "dec ",     "1h",      "period", "six"});
  if (std::any_of(kWords.begin(), kWords.end(),
                  [&](std::string_view word) { return contains_lower(text, word); }))
    return true;
  if (names_quarter(text)) return true;
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    const bool alone =
        (at == 0 || !is_digit(text[at - 1])) && (at + 4 == text.size() || !is_digit(text[at + 4]));
    if (alone && year(text.substr(at, 4))) return true;
  }
  return false;
}

bool figure_row(const TextLine& line) {
  const std::vector<Piece>& pieces = line.pieces;
  if (pieces.empty() || !pieces.back().figure) return false;
  std::size_t first = pieces.size();
  while (first > 0 && pieces[first - 1].figure) --first;
  const auto all_years = std::all_of(pieces.begin() + static_cast<std::ptrdiff_t>(first), pieces.end(),
                                     [](const Piece& piece) { return year(piece.text); });
  return !all_years;
}

namespace {

// Names of statements, which are titles however they stand.
bool names_statement(std::string_view text) {
  constexpr std::array<std::string_view, 8> kWords{"statement",      "balance sheet", "consolidated",
                                                   "reconciliation", "notes to",      "information",
                                                   "results of",     "highlights"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return contains_lower(text, word); });
}

bool audit_mark(std::string_view text) {
  return contains_lower(text, "audited") && text.size() <= std::string_view("(unaudited)").size();
}

}  // namespace

bool heading_row(const TextLine& line, const FigureArea& area) {
  constexpr std::uint32_t kWidest = 48;
  const std::vector<Piece>& pieces = line.pieces;
  if (pieces.empty() || figure_row(line)) return false;
  const bool years =
      std::all_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return year(piece.text); });
  std::size_t over = 0;
  bool names = years;
  for (const Piece& piece : pieces) {
    // The unit of the table in the place of the labels: "(in millions of US$, except per share data)".
    const bool wide_label = &piece == &pieces.front() && pieces.size() > 1 && piece.text.starts_with('(');
    if ((piece.width() > kWidest && !wide_label) || (pieces.size() == 1 && names_statement(piece.text)) ||
        (piece.width() > 20 && ends_sentence(piece.text)))
      return false;
    if (piece.middle2() / 2 + 6 < area.left) continue;
    ++over;
    names = names || names_period_or_unit(piece.text) || audit_mark(piece.text);
  }
  if (over + 1 < pieces.size() || !names) return false;
  const bool starts_in_area = pieces.front().left + 12 >= area.left;
  return over >= 2 || (over == 1 && (starts_in_area || pieces.size() == 2));
}

bool headings_only(const TextLine& line) {
  constexpr std::uint32_t kWidest = 32;
  return line.pieces.size() > 1 && !figure_row(line) &&
         std::all_of(line.pieces.begin(), line.pieces.end(), [](const Piece& piece) {
           return piece.width() <= kWidest && (year(piece.text) || names_period_or_unit(piece.text));
         });
}

bool names_over_columns(const TextLine& line, const FigureArea& area) {
  constexpr std::uint32_t kWidestAlone = 32, kWidestBesideOthers = 48;
  std::span<const Piece> pieces = line.pieces;
  // The heading of the labels stands apart.
  if (pieces.size() > 2 && pieces.front().left + kWidestAlone < area.left) pieces = pieces.subspan(1);
  const std::uint32_t widest = pieces.size() > 1 ? kWidestBesideOthers : kWidestAlone;
  return !pieces.empty() && !figure_row(line) &&
         std::all_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
           return piece.width() <= widest && piece.middle2() / 2 + 6 >= area.left &&
                  !names_statement(piece.text) && !ends_sentence(piece.text);
         });
}

Result<RawTable> aligned_grid(std::span<const TextLine* const> headings,
                              std::span<const TextLine* const> rows, const std::vector<bool>& adjacent,
                              const ReadLimits& limits, Builder& builder) {
  return Table(limits, builder).build(headings, rows, adjacent);
}

}  // namespace kcfin::read_room
