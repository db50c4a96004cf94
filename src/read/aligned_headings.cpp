// Pieces go to the columns whose middles are nearest. Dates that are stacked over several lines, their
// neighbours' in between, are put together column by column first.
#include "read/aligned_headings.h"

#include <algorithm>
#include <array>
#include <limits>

#include "read/grid.h"
#include "read/html_guard.h"
#include "read/line_looks.h"
#include "read/translated_columns.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin::read_room {
namespace {

constexpr std::size_t kNoColumn = ~std::size_t{0};

std::uint32_t apart(std::uint32_t a, std::uint32_t b) { return a > b ? a - b : b - a; }

bool names_unit(std::string_view text) { return text == "%" || words::currency_alone(text) != nullptr; }

bool names_month(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
  return std::find(kMonths.begin(), kMonths.end(), lower(word.substr(0, 3))) != kMonths.end();
}

}  // namespace

std::vector<Piece> dates_and_units(const Piece& piece, bool years_in_dates) {
  std::vector<Piece> parts;
  const std::vector<Piece> words = words_of(piece);
  for (std::size_t at = 0; at < words.size(); ++at) {
    std::size_t last = at;
    if (names_month(words[at].text) && at + 1 < words.size() && is_digit(words[at + 1].text.front())) {
      last = at + 1;
      if (years_in_dates && last + 1 < words.size() && year(words[last + 1].text)) ++last;
    } else if (words[at].text == "%" && at + 1 < words.size() && equal_lower(words[at + 1].text, "change")) {
      last = at + 1;
    } else if (!year(words[at].text) && !names_unit(words[at].text) &&
               (at == 0 || !equal_lower(words[at].text, "change"))) {
      return {};
    }
    const char* end = words[last].text.data() + words[last].text.size();
    const auto bytes = static_cast<std::size_t>(end - words[at].text.data());
    parts.push_back({{words[at].text.data(), bytes}, words[at].left, words[last].right, false});
    at = last;
  }
  return parts;
}

namespace {

class Headings {
 public:
  Headings(const std::vector<Piece>& extents, std::uint32_t margin)
      : extents_(extents), columns_(extents.size()), margin_(margin) {}

  std::vector<HeadingLine> place(std::span<const TextLine* const> lines) {
    translates_ = translated_columns(lines, columns_);
    std::vector<HeadingLine> placed;
    for (std::size_t at = 0; at < lines.size(); ++at) {
      if (at + 2 < lines.size() && ends_around(*lines[at], *lines[at + 1], *lines[at + 2])) {
        placed.push_back(around(*lines[at], *lines[at + 1], *lines[at + 2]));
        at += 2;
      } else {
        placed.push_back(place(*lines[at], lines[at]->pieces));
      }
    }
    std::vector<HeadingLine> out;
    for (std::size_t at = 0; at < placed.size();) {
      std::size_t end = at;
      while (end < placed.size() && over_single_columns(placed[end])) ++end;
      if (end - at > 1 && stands_over_groups(std::span(placed).subspan(at, end - at))) end = at + 1;
      if (end - at > 1 && interleave(std::span(placed).subspan(at, end - at))) {
        out.push_back(stacked(std::span(placed).subspan(at, end - at)));
        at = end;
      } else {
        out.push_back(std::move(placed[at++]));
      }
    }
    return out;
  }

 private:
  [[nodiscard]] HeadingLine place(const TextLine& line, std::vector<Piece> pieces) const {
    HeadingLine found;
    found.line = &line;
    const std::uint32_t first = extents_.empty() ? 0 : extents_.front().left;
    join_labels(pieces, first);
    const bool where_labels_start = pieces.front().left <= margin_ + 12 || names_labels(pieces.front().text);
    const bool several = pieces.size() > 1 || names_labels(pieces.front().text);
    const bool label = several && pieces.front().right < first && where_labels_start &&
                       pieces.size() <= columns_ + 1 && !names_unit(pieces.front().text);
    if (label) {
      found.label = pieces.front();
      pieces.erase(pieces.begin());
    }
    if (pieces.size() > columns_) {
      found.cells = crowded(pieces);
      return found;
    }
    if (const std::size_t own = column_of_name(pieces); own != kNoColumn) {
      found.cells.push_back({std::move(pieces), own, own});
      return found;
    }
    if (pieces.size() < columns_) pieces = split_where_run_together(pieces);
    const auto groups = groups_under(pieces);
    for (std::size_t at = 0; at < pieces.size(); ++at)
      found.cells.push_back({{pieces[at]}, groups[at].first, groups[at].second});
    return found;
  }

  // "Nine months" over "ended", with "Quarter ended" of other columns on the line between.
  [[nodiscard]] static bool ends_around(const TextLine& above, const TextLine& between,
                                        const TextLine& below) {
    const auto meet = [](const Piece& a, const Piece& b) { return a.left < b.right && b.left < a.right; };
    return above.pieces.size() == below.pieces.size() && !below.pieces.empty() &&
           std::equal(above.pieces.begin(), above.pieces.end(), below.pieces.begin(),
                      [&](const Piece& span, const Piece& ended) {
                        return equal_lower(ended.text, "ended") && meet(span, ended) &&
                               !contains_lower(span.text, "ended") &&
                               (contains_lower(span.text, "month") || contains_lower(span.text, "quarter") ||
                                contains_lower(span.text, "year")) &&
                               std::none_of(between.pieces.begin(), between.pieces.end(),
                                            [&](const Piece& other) { return meet(span, other); });
                      });
  }
  [[nodiscard]] HeadingLine around(const TextLine& above, const TextLine& between,
                                   const TextLine& below) const {
    std::vector<Piece> pieces = between.pieces;
    for (std::size_t at = 0; at < above.pieces.size(); ++at) {
      Piece whole = above.pieces[at];
      whole.left = std::min(whole.left, below.pieces[at].left);
      whole.right = std::max(whole.right, below.pieces[at].right);
      pieces.push_back(whole);
    }
    std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.left < b.left; });
    HeadingLine found = place(between, std::move(pieces));
    for (HeadingCell& cell : found.cells) {
      for (std::size_t at = 0; at < above.pieces.size(); ++at) {
        const auto own = std::find_if(cell.pieces.begin(), cell.pieces.end(), [&](const Piece& piece) {
          return piece.text.data() == above.pieces[at].text.data();
        });
        if (own != cell.pieces.end()) cell.pieces.insert(own + 1, below.pieces[at]);
      }
    }
    return found;
  }

  // "Sr No" and "Particulars" side by side over the labels.
  static void join_labels(std::vector<Piece>& pieces, std::uint32_t first) {
    while ((pieces.size() > 2 || (pieces.size() == 2 && names_labels(pieces[1].text))) &&
           pieces[1].right < first) {
      const char* end = pieces[1].text.data() + pieces[1].text.size();
      const char* begin = pieces[0].text.data();
      pieces[0] = {{begin, static_cast<std::size_t>(end - begin)}, pieces[0].left, pieces[1].right, false};
      pieces.erase(pieces.begin() + 1);
    }
  }

  // "Other" alone in its line, over "Countries" and not in the middle of all: the column that it names a part
  // of.
  [[nodiscard]] std::size_t column_of_name(const std::vector<Piece>& pieces) const {
    if (pieces.size() != 1 || columns_ < 3 || names_period_or_unit(pieces.front().text)) return kNoColumn;
    const std::size_t own = only_column({pieces, 0, 0});
    if (own == kNoColumn) return kNoColumn;
    const Piece& piece = pieces.front();
    const std::uint32_t middle = extents_.front().left + extents_.back().right;
    return apart(extents_[own].middle2(), piece.middle2()) < apart(middle, piece.middle2()) ? own : kNoColumn;
  }

  // More headings than columns: each goes to the column that it stands nearest to, with its neighbours there.
  [[nodiscard]] std::vector<HeadingCell> crowded(const std::vector<Piece>& pieces) const {
    std::vector<HeadingCell> cells;
    std::size_t column = 0;
    for (const Piece& piece : pieces) {
      std::size_t nearest = column;
      for (std::size_t at = column; at < columns_; ++at)
        if (apart(extents_[at].middle2(), piece.middle2()) <
            apart(extents_[nearest].middle2(), piece.middle2()))
          nearest = at;
      if (nearest != column || cells.empty()) cells.push_back({{}, nearest, nearest});
      column = nearest;
      cells.back().pieces.push_back(piece);
    }
    return cells;
  }

  // ---------------------------------------------------------------- headings over several lines

  // The column that a piece stands over, where it reaches into no other.
  [[nodiscard]] std::size_t only_column(const HeadingCell& cell) const {
    std::size_t found = kNoColumn;
    if (cell.pieces.size() != 1) return found;
    const Piece& piece = cell.pieces.front();
    for (std::size_t at = 0; at < columns_; ++at) {
      if (extents_[at].right <= piece.left || piece.right <= extents_[at].left) continue;
      if (found != kNoColumn) return kNoColumn;
      found = at;
    }
    return found;
  }

  // Every piece stands over one column.
  [[nodiscard]] bool over_single_columns(const HeadingLine& line) const {
    return (!line.label || names_labels(line.label->text)) && !line.cells.empty() &&
           std::all_of(line.cells.begin(), line.cells.end(),
                       [&](const HeadingCell& cell) { return only_column(cell) != kNoColumn; });
  }

  // "Quarter ended" in the middle of three columns, beside "Year ended" over one: the span of all three,
  // where no line below gives one to them.
  [[nodiscard]] bool stands_over_groups(std::span<const HeadingLine> lines) const {
    const auto says_span = [](std::string_view text) {
      return contains_lower(text, "ended") || contains_lower(text, "ending");
    };
    bool groups = false;
    for (const HeadingCell& cell : lines.front().cells)
      groups = groups || (cell.first < cell.last && says_span(cell.pieces.front().text));
    for (const HeadingLine& line : lines.subspan(1)) {
      for (const HeadingCell& cell : line.cells) groups = groups && !says_span(cell.pieces.front().text);
    }
    return groups;
  }

  // "January 1 –" over "June 30,".
  [[nodiscard]] static bool begins_span(const HeadingLine& line) {
    return std::all_of(line.cells.begin(), line.cells.end(), [](const HeadingCell& cell) {
      const std::string_view text = cell.pieces.front().text;
      return text.ends_with('-') || text.ends_with("\u2013") || text.ends_with("\u2014") ||
             text.ends_with(" to");
    });
  }

  // Whether some lines have pieces of some columns only, and together of every column: "December" and "31,"
  // with "March 31," of the next column on a line between them.
  [[nodiscard]] bool interleave(std::span<const HeadingLine> lines) const {
    std::vector<bool> partly(columns_);
    bool any = false;
    for (const HeadingLine& line : lines) {
      if (line.cells.size() == columns_) continue;
      any = true;
      for (const HeadingCell& cell : line.cells) partly[only_column(cell)] = true;
    }
    const bool every = std::find(partly.begin(), partly.end(), false) == partly.end();
    return (any && every) || begins_span(lines.front()) || cuts_dates(lines);
  }

  // "September" over "30, 2022" beside "June 30," over "2022".
  [[nodiscard]] bool cuts_dates(std::span<const HeadingLine> lines) const {
    for (std::size_t at = 0; at + 1 < lines.size(); ++at) {
      bool cut = false, whole = false;
      for (const HeadingCell& cell : lines[at].cells) {
        const std::string_view text = cell.pieces.front().text;
        if (!names_month(text)) continue;
        (std::any_of(text.begin(), text.end(), is_digit) ? whole : cut) = true;
      }
      if (cut && whole) return true;
    }
    return false;
  }

  [[nodiscard]] HeadingLine stacked(std::span<const HeadingLine> lines) const {
    HeadingLine out;
    out.line = lines.front().line;
    for (const HeadingLine& line : lines) {
      if (line.label) out.label = line.label;
    }
    for (std::size_t column = 0; column < columns_; ++column) {
      HeadingCell stack{{}, column, column};
      for (const HeadingLine& line : lines) {
        for (const HeadingCell& cell : line.cells) {
          if (only_column(cell) == column) stack.pieces.push_back(cell.pieces.front());
        }
      }
      if (!stack.pieces.empty()) out.cells.push_back(std::move(stack));
    }
    return out;
  }

  // ---------------------------------------------------------------- pieces to columns

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

  // How far a heading is from standing over these columns, in half characters: centred over them, or flush
  // right with the one.
  [[nodiscard]] std::uint32_t off_group(const Piece& piece, std::size_t begin, std::size_t end) const {
    const std::uint32_t middle = apart(extents_[begin].left + extents_[end - 1].right, piece.middle2());
    const bool alone = end - begin == 1 && (begin == 0 || extents_[begin - 1].right < piece.left);
    return alone ? std::min(middle, 2 * apart(extents_[begin].right, piece.right)) : middle;
  }

  static constexpr std::uint32_t kFar = std::numeric_limits<std::uint32_t>::max() / 2;
  static constexpr std::uint32_t kBare = 12;  // what a column without a heading costs, in half characters

  // How far all are off where they stand over equally many columns, each by two fifths of a column off their
  // middle at most: it is half a column where groups of three and of one are. kFar where they do not.
  [[nodiscard]] std::uint32_t off_equal_groups(const std::vector<Piece>& pieces) const {
    if (pieces.size() < 2 || columns_ % pieces.size() != 0) return kFar;
    const std::size_t size = columns_ / pieces.size();
    const std::size_t all = extents_.back().middle2() - extents_.front().middle2();
    std::uint32_t sum = 0;
    for (std::size_t at = 0; at < pieces.size(); ++at) {
      const std::uint32_t off = off_group(pieces[at], at * size, (at + 1) * size);
      if (std::size_t{off} * 5 * (columns_ - 1) > all * 2) return kFar;
      sum += off;
    }
    return sum;
  }

  // The columns that each piece stands over: groups of neighbours whose middles are nearest to the pieces'.
  [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> groups_under(
      const std::vector<Piece>& pieces) const {
    const std::size_t count = pieces.size();
    std::vector<std::pair<std::size_t, std::size_t>> groups(count);
    for (std::size_t at = 0; at < count; ++at)
      groups[at] = {std::min(at, columns_ - 1), std::min(at, columns_ - 1)};
    if (count >= columns_ || columns_ > kMostPlaced) return groups;
    const std::uint32_t off_equal = off_equal_groups(pieces);
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
          if (!translates_.empty() && translates_[begin]) continue;
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
    if (off_equal == kFar) return groups;
    // Unequal groups only of spans, where they leave no column bare and fit far better.
    const bool years =
        std::all_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return year(piece.text); });
    std::size_t covered = years ? columns_ + 1 : 0;
    for (const auto& [begin, last] : groups) covered += last - begin + 1;
    if (covered == columns_ && cost[count * width + columns_] + kBare < off_equal) return groups;
    const std::size_t size = columns_ / count;
    for (std::size_t at = 0; at < count; ++at) groups[at] = {at * size, (at + 1) * size - 1};
    return groups;
  }

  const std::vector<Piece>& extents_;
  std::size_t columns_;
  std::uint32_t margin_;
  std::vector<bool> translates_;  // the column before; empty where no line says so
};

}  // namespace

std::vector<HeadingLine> place_headings(std::span<const TextLine* const> lines,
                                        const std::vector<Piece>& extents, std::uint32_t margin) {
  return Headings(extents, margin).place(lines);
}

HeadingLine stack_headings(std::span<const TextLine* const> lines, const std::vector<Piece>& extents) {
  // Pieces that share a part of the line, taken together.
  struct Stack {
    Piece all;
    std::vector<Piece> pieces;
  };
  std::vector<Stack> stacks;
  for (const TextLine* line : lines) {
    for (const Piece& piece : line->pieces) {
      Stack joined{piece, {}};
      const auto apart_from = std::stable_partition(stacks.begin(), stacks.end(), [&](const Stack& stack) {
        return stack.all.right <= piece.left || piece.right <= stack.all.left;
      });
      for (auto stack = apart_from; stack != stacks.end(); ++stack) {
        joined.all.left = std::min(joined.all.left, stack->all.left);
        joined.all.right = std::max(joined.all.right, stack->all.right);
        joined.pieces.insert(joined.pieces.end(), stack->pieces.begin(), stack->pieces.end());
      }
      joined.pieces.push_back(piece);
      stacks.erase(apart_from, stacks.end());
      stacks.push_back(std::move(joined));
    }
  }
  std::sort(stacks.begin(), stacks.end(),
            [](const Stack& a, const Stack& b) { return a.all.left < b.all.left; });
  HeadingLine out;
  out.line = lines.front();
  for (Stack& stack : stacks) {
    std::size_t nearest = 0;
    for (std::size_t at = 1; at < extents.size(); ++at) {
      if (apart(extents[at].right, stack.all.right) < apart(extents[nearest].right, stack.all.right))
        nearest = at;
    }
    const bool of_labels = !extents.empty() && stack.all.right < extents.front().left;
    if (extents.empty() || of_labels || (!out.cells.empty() && out.cells.back().first == nearest)) continue;
    out.cells.push_back({std::move(stack.pieces), nearest, nearest});
  }
  return out;
}

}  // namespace kcfin::read_room
