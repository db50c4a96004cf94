// The commonest distance between labels is the length of a row; a figure's column is told by its distance
// from the label. Where blank cells left no lines, only the count of columns is known, and rows that have
// another count are left open, or placed by what is a percentage and what is none.
#include "read/cell_rows.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <string_view>

#include "read/note_numbers.h"

namespace kcfin::read_room {
namespace {

constexpr std::size_t kNone = CellRow::kNone;

// A label, or none, and the figures up to the next label.
struct Group {
  std::size_t label = kNone;
  std::size_t first = 0;  // its first figure
  std::size_t count = 0;
  bool noted = false;  // a note's number stands between, which takes a line
};

using Offsets = std::vector<std::uint32_t>;

class Layout {
 public:
  Layout(std::span<const StreamCell> cells, std::size_t headed) : cells_(cells), headed_(headed) {}

  std::optional<CellRows> find() {
    group();
    measure();
    count_columns();
    constexpr std::size_t kMostColumns = 64;  // more have room on no page
    if (columns_ == 0 || columns_ > kMostColumns) return std::nullopt;
    if (!spaced_ && period_ <= columns_ && full_rows_prevail()) period_ = 0;
    learn_offsets();
    signs_ = common_signs(columns_);
    each_line_a_cell_ = every_line_is_a_cell();
    CellRows found;
    found.columns = columns_;
    found.period = spaced_ ? period_ : 0;
    for (const Group& group : groups_) split(group, found.rows);
    if (!repeats(found.rows)) return std::nullopt;
    return found;
  }

 private:
  // A year is a label where one is due: in front of figures, in a row that has none yet.
  [[nodiscard]] bool label(std::size_t at) const {
    const StreamCell& cell = cells_[at];
    if (cell.kind == StreamCell::Kind::text) return true;
    return cell.year() && at + 1 < cells_.size() && cells_[at + 1].figure();
  }

  void group() {
    for (std::size_t at = 0; at < cells_.size();) {
      Group group;
      if (label(at)) group.label = at++;
      for (; at < cells_.size() && cells_[at].kind == StreamCell::Kind::note; ++at) group.noted = true;
      group.first = at;
      while (at < cells_.size() && !label(at)) ++at;
      group.count = at - group.first;
      groups_.push_back(group);
    }
  }

  // A blank between figures shows that blank cells left lines; then distances tell. A currency on a line of
  // its own takes a line that is blank elsewhere, or one more: whichever makes more rows equally long.
  void measure() {
    std::size_t apart = 0;
    std::size_t pairs = 0;
    for (const Group& group : groups_) {
      for (std::size_t at = group.first + 1; at < group.first + group.count; ++at) {
        ++pairs;
        apart += cells_[at].place > cells_[at - 1].place + 1 ? 1 : 0;
      }
    }
    spaced_ = pairs > 0 && apart * 10 >= pairs * 8;
    marks_count_ = false;
    const std::size_t without = most_alike();
    marks_count_ = true;
    marks_count_ = most_alike() > without;
    period_ = commonest_distance();
  }

  // How many rows have their figures at the same distances from their labels.
  [[nodiscard]] std::size_t most_alike() const {
    std::map<Offsets, std::size_t> seen;
    std::size_t most = 0;
    for (const Group& group : groups_)
      if (group.label != kNone && group.count > 1) most = std::max(most, ++seen[offsets_of(group)]);
    return most;
  }
  [[nodiscard]] Offsets offsets_of(const Group& group) const {
    constexpr std::size_t kMost = 64;
    Offsets offsets;
    for (std::size_t at = 0; at < std::min(group.count, kMost); ++at)
      offsets.push_back(offset(group, group.first + at));
    return offsets;
  }

  // Between labels of rows with figures; 0 where none is common.
  [[nodiscard]] std::uint32_t commonest_distance() const {
    std::map<std::uint32_t, std::size_t> distances;
    std::size_t labels = 0;
    for (std::size_t i = 0; i + 1 < groups_.size(); ++i) {
      if (groups_[i].label == kNone || groups_[i + 1].label == kNone || groups_[i].count == 0) continue;
      ++labels;
      ++distances[place_of(groups_[i + 1].label) - place_of(groups_[i].label)];
    }
    std::pair<std::uint32_t, std::size_t> most{0, 0};
    for (const auto& [distance, count] : distances)
      if (count > most.second) most = {distance, count};
    return most.second < 2 || most.second * 4 < labels ? 0 : most.first;
  }

  [[nodiscard]] std::uint32_t place_of(std::size_t cell) const {
    return cells_[cell].place + (marks_count_ ? cells_[cell].marks : 0);
  }

  [[nodiscard]] std::uint32_t offset(const Group& group, std::size_t figure) const {
    const std::uint32_t base = group.label == kNone ? place_of(group.first) : place_of(group.label);
    return place_of(figure) - base;
  }
  [[nodiscard]] bool within_a_row(const Group& group) const {
    return !spaced_ || period_ == 0 || offset(group, group.first + group.count - 1) <= period_;
  }
  [[nodiscard]] bool marked(const Group& group) const {
    return group.label != kNone && group.count > 1 && lone_mark(cells_[group.first].text()) &&
           cells_[group.first].first == cells_[group.label].last + 1;
  }

  // The count that most rows have; a larger one that several have and that is not made of two rows.
  void count_columns() {
    std::map<std::size_t, std::size_t> counts;
    std::size_t groups = 0;
    for (const bool with_marks : {false, true}) {
      for (const Group& group : groups_) {
        if (group.count == 0 || !within_a_row(group) || (!with_marks && may_hold_mark(group))) continue;
        ++counts[group.count];
        ++groups;
      }
      if (groups != 0) break;
    }
    if (groups == 0) return;
    std::erase_if(counts, [&](const auto& entry) {
      // A row shorter by one is common where the longer ones have the number of a note.
      const auto shorter = counts.find(entry.first - 1);
      return entry.first != headed_ && shorter != counts.end() && shorter->second >= 2 &&
             shorter->second * 4 >= groups && all_with_note_numbers(entry.first);
    });
    std::size_t best = 0;
    for (const auto& [count, times] : counts)
      if (times >= best) best = times, columns_ = count;
    for (const auto& [count, times] : counts) {
      const bool several = times >= 2 && times * 8 >= groups;
      if (count > columns_ && several && (spaced_ || count % columns_ != 0 || signs_tell(count)))
        columns_ = count;
    }
    const auto headed = counts.find(headed_);
    if (headed_ != 0 && headed != counts.end() && (headed_ > columns_ || common_signs(columns_).empty()) &&
        (headed->second * 4 >= groups || (headed_ > columns_ && headed->second > 1)))
      columns_ = headed_;
    if (spaced_) widen();
  }

  // Percentages, "%", and amounts, "a", one after the other.
  [[nodiscard]] std::string signs_of(std::size_t begin, std::size_t end) const {
    std::string signs;
    for (std::size_t at = begin; at < end; ++at) signs += cells_[at].text().ends_with('%') ? '%' : 'a';
    return signs;
  }
  // The signs that nearly all rows of so many figures share; empty where they are of one kind.
  [[nodiscard]] std::string common_signs(std::size_t count) const {
    std::map<std::string, std::size_t> seen;
    std::size_t all = 0;
    for (const Group& group : groups_) {
      if (group.count != count) continue;
      ++all;
      ++seen[signs_of(group.first, group.first + count)];
    }
    for (const auto& [signs, times] : seen) {
      const bool both = signs.find('%') != std::string::npos && signs.find('a') != std::string::npos;
      if (both && times >= 2 && times * 4 >= all * 3) return signs;
    }
    return {};
  }
  // Rows of so many figures are no two rows of those with fewer: these have other signs than either half, and
  // there is one way only to place them among the longer row's.
  [[nodiscard]] bool signs_tell(std::size_t count) const {
    const std::string full = common_signs(count);
    if (full.empty()) return false;
    std::size_t placed = 0, all = 0;
    for (const Group& group : groups_) {
      if (group.count != columns_) continue;
      ++all;
      const std::string signs = signs_of(group.first, group.first + group.count);
      placed += signs != full.substr(0, columns_) && columns_by_signs(full, signs) ? 1 : 0;
    }
    return placed * 4 >= all * 3;
  }
  // The columns that a row's signs can stand in, where there is one way only: each as far to the left as it
  // goes, and as far to the right, are the same.
  static std::optional<std::vector<std::size_t>> columns_by_signs(std::string_view full,
                                                                  std::string_view signs) {
    std::vector<std::size_t> left, right;
    for (std::size_t column = 0; column < full.size() && left.size() < signs.size(); ++column)
      if (full[column] == signs[left.size()]) left.push_back(column);
    for (std::size_t column = full.size(); column-- > 0 && right.size() < signs.size();)
      if (full[column] == signs[signs.size() - 1 - right.size()]) right.push_back(column);
    std::reverse(right.begin(), right.end());
    if (left.size() != signs.size() || left != right) return std::nullopt;
    return left;
  }

  // Rows with all figures are at least half as many as those as long as the commonest: their length is no
  // row's.
  [[nodiscard]] bool full_rows_prevail() const {
    std::size_t full = 0, shorter = 0;
    for (const Group& group : groups_) {
      full += group.count == columns_ ? 1 : 0;
      shorter += group.count + 1 == period_ ? 1 : 0;
    }
    return full * 2 >= shorter;
  }

  // Most rows may leave a column blank, that of the notes' numbers: a row that has every figure where most
  // have theirs, and others beside them, has all columns.
  void widen() {
    std::map<Offsets, std::size_t> seen;
    Offsets commonest;
    std::size_t most = 0;
    for (const Group& group : groups_) {
      if (group.count != columns_ || group.label == kNone || !within_a_row(group)) continue;
      const Offsets offsets = offsets_of(group);
      if (++seen[offsets] <= most) continue;
      most = seen[offsets];
      commonest = offsets;
    }
    if (most < 2 || period_ == 0) return;
    std::map<Offsets, std::size_t> wider;
    for (const Group& group : groups_) {
      if (group.count <= columns_ || group.label == kNone || !within_a_row(group)) continue;
      const Offsets offsets = offsets_of(group);
      // One such row may have the number of its page behind it.
      if (std::includes(offsets.begin(), offsets.end(), commonest.begin(), commonest.end()) &&
          ++wider[offsets] >= 2)
        columns_ = offsets.size();
    }
  }

  // A footnote's mark may stand behind the label, or behind the last figure, where the footnotes begin.
  [[nodiscard]] bool may_hold_mark(const Group& group) const {
    return group.count > 1 && (marked(group) || lone_mark(cells_[group.first + group.count - 1].text()));
  }

  void learn_offsets() {
    std::map<Offsets, std::size_t> seen;
    for (const Group& group : groups_) {
      if (group.count != columns_ || group.label == kNone || !within_a_row(group)) continue;
      ++seen[offsets_of(group)];
    }
    std::size_t most = 0;
    for (const auto& [offsets, times] : seen) {
      constexpr std::size_t kMostTemplates = 24;
      if (templates_.size() < kMostTemplates) templates_.push_back(offsets);
      if (times > most) most = times, main_ = offsets;
    }
  }

  // A group is one row or, where rows without a label follow it, several.
  void split(const Group& group, std::vector<CellRow>& rows) const {
    std::size_t first = group.first;
    std::size_t count = group.count;
    CellRow row;
    row.label = group.label;
    if (count > 0 && marked(group) && (count % columns_ == 1 || columns_ == 1 || adjacent_mark(group))) {
      row.mark = first++;
      --count;
    } else if (count % columns_ == 1 && count > 1 && lone_mark(cells_[first + count - 1].text())) {
      --count;
    }
    if (count > 1 && on_one_line(first, count)) {
      // One figure more than columns, and the first the number of a note.
      const bool noted = count == columns_ + 1 && bare_note_number(cells_[first].text());
      place(row, first + (noted ? 1 : 0), first + count, 0, false);
      rows.push_back(std::move(row));
      return;
    }
    if (count == 0) {
      if (row.label != kNone) rows.push_back(std::move(row));
      return;
    }
    std::uint32_t base = group.label != kNone ? place_of(group.label)
                         : main_.empty()      ? place_of(first)
                                              : less(place_of(first), main_.front());
    const std::uint32_t last = main_.empty() ? 0 : main_.back();
    std::size_t begin = first;
    for (std::size_t at = first; at <= first + count; ++at) {
      const bool full = at - begin == columns_;
      const bool past = at < first + count && at > begin && spaced_ && period_ != 0 && !main_.empty() &&
                        place_of(at) - base > last + slack() && place_of(at) >= base + period_ &&
                        (row.label != kNone || place_of(at) - place_of(begin) > main_.back() - main_.front());
      if (at < first + count && !full && !past) continue;
      if (at == begin) continue;
      place(row, begin, at, base, spaced_ || has_length(group));
      rows.push_back(std::move(row));
      row = {};
      if (at == first + count) break;
      base = full_row_at(at, first + count).value_or(next_base(base, place_of(at)));
      begin = at;
    }
  }

  // Figures that a text has run together are one row, however many they are.
  [[nodiscard]] bool on_one_line(std::size_t first, std::size_t count) const {
    return std::all_of(cells_.begin() + static_cast<std::ptrdiff_t>(first),
                       cells_.begin() + static_cast<std::ptrdiff_t>(first + count),
                       [&](const StreamCell& cell) { return cell.raw.at.line == cells_[first].raw.at.line; });
  }
  [[nodiscard]] bool all_with_note_numbers(std::size_t count) const {
    return count > 2 && std::all_of(groups_.begin(), groups_.end(), [&](const Group& group) {
             return group.count != count ||
                    (on_one_line(group.first, count) && bare_note_number(cells_[group.first].text()));
           });
  }
  // Blank cells may have left lines of blanks only, or empty ones where every line is a cell: then rows with
  // fewer figures are as long as all others.
  [[nodiscard]] bool has_length(const Group& group) const {
    const std::size_t next = group.first + group.count;
    for (std::size_t at = group.first; at <= next && at < cells_.size() && !each_line_a_cell_; ++at)
      if (cells_[at].empty_before != 0) return false;  // in such a text blank cells are blanks, not nothing
    return group.label != kNone && !group.noted && period_ != 0 && next < cells_.size() &&
           cells_[next].kind == StreamCell::Kind::text && place_of(next) - place_of(group.label) == period_;
  }

  // A full row is its label and its figures, one right below the other, the next label follows at once, and
  // several rows with fewer figures are as long: hardly a row is not.
  [[nodiscard]] bool every_line_is_a_cell() const {
    if (period_ != columns_ + 1 || main_.size() != columns_ || main_.back() != columns_) return false;
    std::size_t rows = 0, as_long = 0, shorter = 0;
    for (std::size_t i = 0; i + 1 < groups_.size(); ++i) {
      const Group &own = groups_[i], &next = groups_[i + 1];
      if (own.label == kNone || own.count == 0 || next.label == kNone) continue;
      ++rows;
      if (place_of(next.label) - place_of(own.label) != period_) continue;
      ++as_long;
      shorter += own.count < columns_ ? 1 : 0;
    }
    return as_long == rows ? shorter >= 1 : shorter >= 2 && as_long * 8 >= rows * 7;
  }

  // In a text where figures never follow each other at once, one that does is no figure.
  [[nodiscard]] bool adjacent_mark(const Group& group) const {
    return spaced_ && place_of(group.first + 1) == place_of(group.first) + 1;
  }

  static std::uint32_t less(std::uint32_t a, std::uint32_t b) { return a > b ? a - b : 0; }
  [[nodiscard]] std::uint32_t slack() const {
    return period_ > last_offset() ? (period_ - last_offset()) / 2 : 0;
  }
  [[nodiscard]] std::uint32_t last_offset() const { return main_.empty() ? 0 : main_.back(); }

  // Figures that stand to each other as those of a full row do are one, wherever the row before it ended.
  [[nodiscard]] std::optional<std::uint32_t> full_row_at(std::size_t begin, std::size_t end) const {
    if (begin + columns_ > end) return std::nullopt;
    for (const Offsets& offsets : templates_) {
      bool same = true;
      for (std::size_t column = 0; column < columns_ && same; ++column)
        same = place_of(begin + column) - place_of(begin) == offsets[column] - offsets.front();
      if (same) return less(place_of(begin), offsets.front());
    }
    return std::nullopt;
  }

  // Where the blank label of the row stands that this figure begins.
  [[nodiscard]] std::uint32_t next_base(std::uint32_t base, std::uint32_t place) const {
    if (main_.empty()) return place;
    if (period_ == 0) return less(place, main_.front());
    return base + (place - base) / period_ * period_;
  }

  // "(7)" behind the label: a footnote's mark, of which a table has few, or a small loss.
  [[nodiscard]] bool may_be_noted(const CellRow& row, std::size_t begin) const {
    constexpr std::string_view kMost = "(20)";
    const std::string_view text = cells_[begin].text();
    return row.label != kNone && lone_mark(text) && (text.size() < kMost.size() || text <= kMost);
  }

  void place(CellRow& row, std::size_t begin, std::size_t end, std::uint32_t base, bool lengths_tell) const {
    const std::size_t count = end - begin;
    if (count != columns_ && !lengths_tell && !signs_.empty() && !may_be_noted(row, begin)) {
      if (const auto columns = columns_by_signs(signs_, signs_of(begin, end))) {
        for (std::size_t at = begin; at < end; ++at) row.figures.push_back({at, (*columns)[at - begin]});
        return;
      }
    }
    if (count == columns_ || !lengths_tell || templates_.empty()) {
      for (std::size_t at = begin; at < end; ++at) row.figures.push_back({at, at - begin});
      row.unplaced = count != columns_;
      return;
    }
    std::uint32_t best = kFar;
    std::vector<std::size_t> columns;
    for (const Offsets& offsets : templates_) {
      std::vector<std::size_t> found;
      const std::uint32_t cost = nearest(begin, end, base, offsets, found);
      if (cost >= best) continue;
      best = cost;
      columns = std::move(found);
    }
    // Cells that were merged make a shorter row, whose last figures still stand as far from its end.
    if (best != 0 && shortened(begin, end, base)) {
      const std::uint32_t short_by = base + period_ - place_of(end);
      best = nearest(begin, end, less(base, short_by), main_, columns);
    }
    if (best != 0 && row.label == kNone && spaced_) best = near_base(begin, end, base, columns);
    row.unplaced = best != 0;
    for (std::size_t at = begin; at < end; ++at) row.figures.push_back({at, columns[at - begin]});
  }

  // A blank label may stand a line or two off where blank rows before it are shorter than others. 0 if just
  // one place so near explains the figures.
  [[nodiscard]] std::uint32_t near_base(std::size_t begin, std::size_t end, std::uint32_t base,
                                        std::vector<std::size_t>& columns) const {
    for (std::uint32_t off = 1; off <= 2; ++off) {
      std::vector<std::size_t> before;
      std::vector<std::size_t> after;
      const bool sooner = base >= off && nearest(begin, end, base - off, main_, before) == 0;
      const bool later = nearest(begin, end, base + off, main_, after) == 0;
      if (sooner && later && before != after) return kFar;
      if (!sooner && !later) continue;
      columns = sooner ? before : after;
      return 0;
    }
    return kFar;
  }

  // A row that ends before it is due, at the next label.
  [[nodiscard]] bool shortened(std::size_t begin, std::size_t end, std::uint32_t base) const {
    return spaced_ && period_ != 0 && !main_.empty() && end < cells_.size() && begin < end &&
           cells_[end].kind == StreamCell::Kind::text && place_of(end) < base + period_ &&
           2 * (place_of(end) - base) > period_;
  }

  // The columns, in order, whose offsets are nearest to those of the figures, and how far off they are.
  [[nodiscard]] std::uint32_t nearest(std::size_t begin, std::size_t end, std::uint32_t base,
                                      const Offsets& offsets, std::vector<std::size_t>& columns) const {
    const std::size_t count = end - begin;
    std::vector<std::uint32_t> cost((count + 1) * (columns_ + 1), kFar);
    const auto at = [&](std::size_t f, std::size_t c) -> std::uint32_t& {
      return cost[f * (columns_ + 1) + c];
    };
    for (std::size_t c = 0; c <= columns_; ++c) at(0, c) = 0;
    for (std::size_t f = 1; f <= count; ++f) {
      const std::uint32_t place = less(place_of(begin + f - 1), base);
      for (std::size_t c = f; c <= columns_; ++c) {
        const std::uint32_t due = offsets[c - 1];
        const std::uint32_t off = due < place ? place - due : due - place;
        at(f, c) = std::min(at(f, c - 1), at(f - 1, c - 1) + off);
      }
    }
    columns.assign(count, 0);
    for (std::size_t f = count, c = columns_; f > 0; --c) {
      if (at(f, c) == at(f, c - 1)) continue;
      columns[--f] = c - 1;
    }
    return at(count, columns_);
  }

  // Two rows that have every column, or one that headings confirm; most rows can be placed.
  [[nodiscard]] bool repeats(const std::vector<CellRow>& rows) const {
    std::size_t full = 0;
    std::size_t open = 0;
    std::size_t with_figures = 0;
    for (const CellRow& row : rows) {
      if (row.figures.empty()) continue;
      ++with_figures;
      full += row.figures.size() == columns_ ? 1 : 0;
      open += row.unplaced ? 1 : 0;
    }
    const bool headed = headed_ == columns_ && full >= 3 && full * 2 >= with_figures;
    if (open * 3 > with_figures && !headed) return false;
    // All labels first and then all figures look like one long row.
    return full >= 2 || (full == 1 && headed_ == columns_);
  }

  static constexpr std::uint32_t kFar = std::numeric_limits<std::uint32_t>::max() / 2;

  std::span<const StreamCell> cells_;
  std::size_t headed_;
  std::vector<Group> groups_;
  bool spaced_ = false;
  bool marks_count_ = false;
  bool each_line_a_cell_ = false;  // a blank cell is an empty line
  std::uint32_t period_ = 0;       // the length of a row; 0 where it does not repeat
  std::size_t columns_ = 0;
  std::vector<Offsets> templates_;
  Offsets main_;       // the commonest
  std::string signs_;  // of rows with all figures; empty where they tell nothing
};

}  // namespace

std::optional<CellRows> rows_of(std::span<const StreamCell> cells, std::size_t headed) {
  if (cells.empty()) return std::nullopt;
  return Layout(cells, headed).find();
}

}  // namespace kcfin::read_room
