// Finding the tables in aligned text.
//
// A table is a run of lines that end in figures, with lines of words among them and lines of headings over
// them. Pages may break in it. It ends where a sentence, a title or the next table's headings begin.
#include "read/aligned_text.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "read/aligned_table.h"
#include "read/counted_columns.h"
#include "read/grid.h"
#include "read/line_looks.h"
#include "read/page.h"
#include "read/prose_text.h"
#include "read/side_by_side.h"
#include "read/text_line.h"
#include "values/text.h"

namespace kcfin::read_room {
namespace {

// A stretch of lines that is read as one; texts longer than this are cut between paragraphs.
constexpr std::size_t kStretch = 50'000;
constexpr std::size_t kLongestStretch = 5 * kStretch;

// Numbers of pages, running heads: lines that belong to the page and not to the text.
class Pages {
 public:
  explicit Pages(const std::vector<TextLine>& lines) : furniture_(lines.size()) {
    std::unordered_map<std::string_view, std::size_t> heads;
    bool top = true;
    for (std::size_t at = 0; at < lines.size(); ++at) {
      if (number(lines, at)) furniture_[at] = true;
      top = top || lines[at].new_page || (at > 0 && furniture_[at - 1]);
      if (!top || lines[at].blank() || furniture_[at]) continue;
      // The first of its kind is a title.
      if (lines[at].one_piece() && heads[lines[at].text()]++ > 0) furniture_[at] = true;
      top = false;
    }
  }

  [[nodiscard]] bool furniture(std::size_t at) const { return furniture_[at]; }

 private:
  static bool number(const std::vector<TextLine>& lines, std::size_t at) {
    if (lines[at].blank() || lines[at].right() - lines[at].indent() > 20 || !page_number(lines[at].text()))
      return false;
    const bool last = at + 1 == lines.size();
    if (last || lines[at + 1].new_page) return true;
    const bool first = at == 0 || lines[at].new_page;
    return lines[at + 1].blank() && (first || lines[at - 1].blank());
  }

  std::vector<bool> furniture_;
};

// Where a table is: the lines of its headings and of its rows.
struct Region {
  std::size_t begin = 0;  // the first line of either
  std::size_t end = 0;    // after the last row
  std::vector<std::size_t> headings;
  std::vector<std::size_t> rows;
  bool ruled = false;  // a rule across the page closes the headings
};

class Stretch {
 public:
  Stretch(std::vector<TextLine> lines, const Setting& setting, const ReadLimits& limits, Builder& builder)
      : lines_(std::move(lines)),
        pages_(lines_),
        setting_(setting),
        limits_(limits),
        builder_(&builder),
        prose_(setting, builder) {
    find_ruled_headings();
  }

  std::optional<Error> read() {
    std::size_t at = 0;
    while (const auto region = next_region(at)) {
      prose(at, region->begin);
      prose_.finish();
      if (auto error = table(*region)) return error;
      at = region->end;
    }
    prose(at, lines_.size());
    prose_.finish();
    return std::nullopt;
  }

 private:
  void prose(std::size_t from, std::size_t to) {
    for (std::size_t at = from; at < to; ++at) {
      if (lines_[at].new_page) prose_.page_break();
      if (!pages_.furniture(at)) prose_.add(lines_[at]);
    }
  }

  [[nodiscard]] bool skipped(std::size_t at) const { return lines_[at].blank() || pages_.furniture(at); }
  [[nodiscard]] bool row_of_figures(std::size_t at) const {
    return !pages_.furniture(at) && !ruled_[at] && figure_row(lines_[at]);
  }

  // "Weighted average number of ordinary shares used in computing per share amounts (in millions):" right
  // between two rows of figures: a header, however long.
  [[nodiscard]] bool header_between_rows(std::size_t at) const {
    return at > 0 && at + 1 < lines_.size() && lines_[at].text().ends_with(':') && row_of_figures(at - 1) &&
           row_of_figures(at + 1);
  }

  // A line of running text: a sentence, or a full line of words.
  [[nodiscard]] bool sentence(std::size_t at, const FigureArea& area) const {
    const TextLine& line = lines_[at];
    if (!line.one_piece() || header_between_rows(at)) return false;
    const std::string_view text = line.text();
    const auto spaces = std::count(text.begin(), text.end(), ' ');
    if (spaces >= 4 && ends_sentence(text) && !text.ends_with(':')) return true;
    if (spaces >= 9 && line.right() * 100 > setting_.margin * 85) return true;
    return spaces >= 6 && line.right() > area.left + (area.right - area.left) / 2;
  }

  // Lines over a rule across the page, up to a blank one: several texts side by side, or one beside the
  // labels.
  void find_ruled_headings() {
    constexpr std::size_t kMostLines = 14;
    constexpr std::uint32_t kWidest = 40;  // of one text
    ruled_.assign(lines_.size(), false);
    for (std::size_t rule = 1; rule < lines_.size(); ++rule) {
      if (!lines_[rule].blank() || !drawn_across(lines_[rule].line.text)) continue;
      std::size_t top = rule;
      bool beside = false, wide = false;
      while (top > 0 && rule - top < kMostLines && !lines_[top - 1].blank()) {
        const TextLine& line = lines_[--top];
        beside = beside || !line.one_piece() || line.indent() >= kWidest / 2;
        for (const Piece& piece : line.pieces) wide = wide || piece.width() > kWidest;
      }
      const bool open = top > 0 && !lines_[top - 1].blank();
      if (!beside || wide || open) continue;
      const std::size_t end = headings_below(rule);
      for (std::size_t at = top; at < end; ++at) ruled_[at] = !lines_[at].blank();
    }
  }

  // Where headings end that go on below their rule: lines without a label that name a period and hold no
  // figure.
  [[nodiscard]] std::size_t headings_below(std::size_t rule) const {
    constexpr std::uint32_t kLabels = 8;  // where labels start at the latest
    bool period = false;
    std::size_t end = rule + 1;
    for (; end < lines_.size() && !lines_[end].blank() && lines_[end].indent() >= kLabels; ++end) {
      const std::vector<Piece>& pieces = lines_[end].pieces;
      if (std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) {
            return surely_figure(piece.text) || (piece.figure && !year(piece.text));
          }))
        break;
      period = period ||
               std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return year(piece.text); });
    }
    return period ? end : rule;
  }

  // The ruled headings above the first row, with nothing between but words of the rows.
  bool take_ruled_headings(Region& region, std::size_t first, std::size_t from) const {
    std::size_t at = first;
    while (at > from && !ruled_[at - 1]) {
      if (row_of_figures(--at)) return false;
    }
    std::size_t top = at;
    while (top > from && (ruled_[top - 1] || (top < at && top > 1 && ruled_[top - 2]))) --top;
    if (top == at || first - at > 20) return false;
    for (std::size_t line = top; line < at; ++line) {
      if (ruled_[line]) region.headings.push_back(line);
    }
    region.begin = top;
    region.ruled = true;
    return true;
  }

  // What no row of the table goes on behind. "Adjustments:" may carry the unit of the rows below it.
  [[nodiscard]] bool begins_other(std::size_t at, std::uint32_t margin, const FigureArea& area) const {
    const TextLine& line = lines_[at];
    const bool header =
        line.pieces.size() > 1 && line.indent() <= margin + 4 && line.pieces[0].text.ends_with(':');
    return ruled_[at] || (!header && (heading_row(line, area) || headings_only(line))) ||
           sentence(at, area) || title(at, margin, area);
  }

  // Names over each figure of the rows that follow, below a line of words between blank lines: another table,
  // whose columns have names and no periods.
  [[nodiscard]] bool begins_named(std::size_t at, std::size_t last) const {
    constexpr std::size_t kFew = 3, kBelow = 4;  // columns; lines to the first row
    const TextLine& line = lines_[at];
    if (line.pieces.size() < kFew || !set_apart_between(last, at)) return false;
    for (std::size_t row = at + 1; row < lines_.size() && row <= at + kBelow; ++row) {
      if (!row_of_figures(row)) continue;
      FigureArea area;
      area.include(lines_[row]);
      const bool beside = line.pieces.front().middle2() / 2 + area.slack() < area.left;  // over the labels
      return !beside && line.pieces.size() + 1 == lines_[row].pieces.size() && names_over_columns(line, area);
    }
    return false;
  }

  // A line of words alone, with blank lines around it.
  [[nodiscard]] bool set_apart_between(std::size_t last, std::size_t at) const {
    for (std::size_t line = last + 2; line + 1 < at; ++line) {
      if (!skipped(line) && lines_[line].one_piece() && skipped(line - 1) && skipped(line + 1)) return true;
    }
    return false;
  }

  // Words that stand in the middle of the page, not where labels do.
  [[nodiscard]] bool title(std::size_t at, std::uint32_t margin, const FigureArea& area) const {
    const TextLine& line = lines_[at];
    return line.one_piece() && line.indent() > margin + 16 && line.indent() * 3 > area.left;
  }

  [[nodiscard]] std::optional<Region> next_region(std::size_t from) const {
    for (std::size_t at = from; at < lines_.size(); ++at) {
      if (!row_of_figures(at)) continue;
      Region region = region_from(at, from);
      if (is_table(region)) return region;
      at = region.end - 1;
    }
    return std::nullopt;
  }

  [[nodiscard]] Region region_from(std::size_t first, std::size_t from) const {
    Region region;
    FigureArea area;
    std::uint32_t margin = lines_[first].pieces.size() > 1 ? lines_[first].indent() : 0;
    std::size_t last = first;
    std::size_t words = 0;
    std::size_t blanks = 0;
    for (std::size_t at = first; at < lines_.size(); ++at) {
      constexpr std::size_t kMostWords = 8;
      constexpr std::size_t kMostBlanks = 12;
      if (skipped(at)) {
        if (++blanks > kMostBlanks) break;
      } else if (row_of_figures(at)) {
        area.include(lines_[at]);
        if (lines_[at].pieces.size() > 1) margin = std::min(margin, lines_[at].indent());
        last = at;
        words = blanks = 0;
      } else if (++words > kMostWords || begins_other(at, margin, area) || begins_named(at, last)) {
        break;
      }
    }
    headings(region, first, from, area, margin);
    for (std::size_t at = region.begin; at <= last; ++at) {
      const bool heading =
          std::find(region.headings.begin(), region.headings.end(), at) != region.headings.end();
      if (!skipped(at) && !heading) region.rows.push_back(at);
    }
    region.end = last + 1;
    // The rest of the last row's label.
    while (region.end < lines_.size() && !skipped(region.end) && lines_[region.end].one_piece() &&
           rest_of_label(region.end, area)) {
      region.rows.push_back(region.end++);
    }
    return region;
  }

  [[nodiscard]] bool rest_of_label(std::size_t at, const FigureArea& area) const {
    const TextLine& before = lines_[at - 1];
    const bool unlabelled = before.pieces.front().figure && before.pieces.front().left >= area.left;
    return !sentence(at, area) && lines_[at].right() < area.right && !lines_[at].pieces.front().figure &&
           (starts_lower(lines_[at].text()) || unlabelled);
  }

  // Looks upward from the first row: words that belong to the rows, then the headings.
  void headings(Region& region, std::size_t first, std::size_t from, const FigureArea& area,
                std::uint32_t margin) const {
    if (take_ruled_headings(region, first, from)) return;
    constexpr std::size_t kMostLines = 14;
    std::size_t top = first;  // of the words right above the figures
    std::size_t words = 0;
    std::size_t at = first;
    while (at > from && first - at < kMostLines) {
      --at;
      if (skipped(at)) continue;
      if (heading_row(lines_[at], area) || names_every_column(at, first, area)) break;
      if (row_of_figures(at) || sentence(at, area) || title(at, margin, area) || ++words > 6) {
        at = from;
        break;
      }
      top = at;
    }
    if (at < lines_.size() && at >= from && !skipped(at) && at < first &&
        (heading_row(lines_[at], area) || names_every_column(at, first, area))) {
      std::size_t lowest = at;
      while (lowest + 1 < first && !skipped(lowest + 1) && lines_[lowest + 1].pieces.size() > 1 &&
             names_over_columns(lines_[lowest + 1], area))
        ++lowest;
      heading_block(region, lowest, from, area);
      region.begin = region.headings.front();
      return;
    }
    // Names of columns right over the first figures.
    const bool named = first > from && !skipped(first - 1) && lines_[first - 1].pieces.size() > 1 &&
                       names_over_columns(lines_[first - 1], area);
    if (named) heading_block(region, first - 1, from, area);
    region.begin = named ? region.headings.front() : words_without_headings(top, first);
  }

  // Names, one over each figure of the first row: "Brazil", "Mexico", "Others", "Total".
  [[nodiscard]] bool names_every_column(std::size_t at, std::size_t first, const FigureArea& area) const {
    constexpr std::size_t kFew = 3;
    const std::vector<Piece>& pieces = lines_[at].pieces;
    const auto figures = std::count_if(lines_[first].pieces.begin(), lines_[first].pieces.end(),
                                       [](const Piece& piece) { return piece.figure; });
    return pieces.size() >= kFew && std::cmp_equal(pieces.size(), figures) &&
           names_over_columns(lines_[at], area);
  }

  // "Number of" over "Employees".
  [[nodiscard]] static bool stands_on(const TextLine& above, const TextLine& below) {
    constexpr std::uint32_t kOff = 8;  // in half characters
    const Piece& own = above.pieces.front();
    return below.pieces.size() > 1 &&
           std::any_of(below.pieces.begin(), below.pieces.end(), [&](const Piece& piece) {
             return own.middle2() < piece.middle2() + kOff && piece.middle2() < own.middle2() + kOff;
           });
  }

  void heading_block(Region& region, std::size_t lowest, std::size_t from, const FigureArea& area) const {
    std::size_t blanks = 0;
    std::vector<std::size_t> names;  // lines of other words over the columns, not yet known to be headings
    const auto take_names = [&] {
      for (const std::size_t line : names) region.headings.insert(region.headings.begin(), line);
      names.clear();
    };
    for (std::size_t at = lowest + 1; at > from;) {
      --at;
      if (skipped(at)) {
        if (!trimmed(lines_[at].line.text).empty() && lines_[at].blank())
          continue;  // a rule under headings, or a tag
        if (++blanks > 2) break;
        continue;
      }
      if (heading_row(lines_[at], area)) {
        take_names();
        region.headings.insert(region.headings.begin(), at);
      } else if ((blanks == 0 && names_over_columns(lines_[at], area)) ||
                 heading_of_labels(lines_[at], area)) {
        names.push_back(at);
      } else {
        break;
      }
      blanks = 0;
    }
    // Above the last period only where they stand side by side or over a column: a text alone is a title.
    while (!names.empty() && lines_[names.back()].one_piece() &&
           !stands_on(lines_[names.back()], lines_[names.back() + 1]))
      names.pop_back();
    take_names();
    // The unit of the whole table, over all of its headings, goes with its title.
    while (region.headings.size() > 1 && lines_[region.headings.front()].one_piece() &&
           lines_[region.headings.front()].text().starts_with('('))
      region.headings.erase(region.headings.begin());
  }

  // Without headings only words that stand right over the figures are the table's.
  [[nodiscard]] std::size_t words_without_headings(std::size_t top, std::size_t first) const {
    std::size_t begin = first;
    while (begin > top && !skipped(begin - 1) && first - begin < 3) --begin;
    const bool opens =
        begin < first && (lines_[first - 1].text().ends_with(':') || starts_lower(lines_[first].text()) ||
                          lines_[first].pieces.front().figure);
    return opens ? begin : first;
  }

  // Separators, a percent sign, brackets: what numbers of pages and the like do not have.
  [[nodiscard]] static bool marked_as_figure(std::string_view text) {
    return text.find_first_of(",.%(' ") != std::string_view::npos ||
           text.find("\u2019") != std::string_view::npos;
  }

  // Two rows of figures or more, or one under headings, with a figure among them that could be nothing else.
  [[nodiscard]] bool is_table(const Region& region) const {
    std::size_t rows = 0;
    std::size_t most = 0;
    bool sure = false;
    for (const std::size_t at : region.rows) {
      if (!row_of_figures(at)) continue;
      ++rows;
      std::size_t figures = 0;
      for (const Piece& piece : lines_[at].pieces) {
        figures += piece.figure ? 1 : 0;
        sure = sure || (piece.figure && marked_as_figure(piece.text) &&
                        std::any_of(piece.text.begin(), piece.text.end(), is_digit));
      }
      most = std::max(most, figures);
    }
    // Below a thousand figures have no marks; dated columns of them are a table all the same.
    constexpr std::size_t kSeveral = 3;
    const bool dated = std::any_of(region.headings.begin(), region.headings.end(), [&](std::size_t at) {
      return lines_[at].pieces.size() > 1 && headings_only(lines_[at]);
    });
    if (!sure) return dated && rows >= kSeveral && most > 1;
    return rows > 1 || (most > 1 && !region.headings.empty());
  }

  std::optional<Error> table(const Region& region) {
    std::vector<const TextLine*> headings;
    for (const std::size_t at : region.headings) headings.push_back(&lines_[at]);
    std::vector<const TextLine*> rows;
    std::vector<bool> adjacent;
    for (std::size_t i = 0; i < region.rows.size(); ++i) {
      rows.push_back(&lines_[region.rows[i]]);
      adjacent.push_back(i > 0 && region.rows[i] == region.rows[i - 1] + 1);
    }
    auto grid = aligned_grid(headings, rows, adjacent, region.ruled, limits_, *builder_);
    if (!grid) return grid.error();
    builder_->table(*std::move(grid));
    return std::nullopt;
  }

  std::vector<TextLine> lines_;
  Pages pages_;
  std::vector<bool> ruled_;  // which lines are headings over a rule across the page
  Setting setting_;
  ReadLimits limits_;
  Builder* builder_;
  Prose prose_;
};

}  // namespace

std::optional<Error> read_aligned_text(std::string_view part, const ReadLimits& limits, Builder& builder) {
  Lines lines(part, builder.source());
  const bool blank_groups = groups_by_blanks(part);
  std::vector<TextLine> stretch;
  std::optional<Setting> setting;
  const auto read_stretch = [&]() -> std::optional<Error> {
    if (!setting) setting = setting_of(stretch);
    for (Strip& strip : strips(std::move(stretch))) {
      if (!blank_groups) set_counted_columns(strip.lines);
      const Setting own = strip.beside ? Setting{true, strip.right} : *setting;
      if (auto error = Stretch(std::move(strip.lines), own, limits, builder).read()) return error;
    }
    return std::nullopt;
  };
  for (Line line; lines.next(line);) {
    stretch.push_back(text_line(line, blank_groups));
    const TextLine& last = stretch.back();
    const bool between = last.one_piece() && ends_sentence(last.text());
    if (stretch.size() < kStretch || (!between && stretch.size() < kLongestStretch)) continue;
    if (auto error = read_stretch()) return error;
    if (builder.overfull()) return builder.overfull_error();
    stretch = {};
  }
  return read_stretch();
}

}  // namespace kcfin::read_room
