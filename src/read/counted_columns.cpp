// A table begins at a line of years and nothing else. Its rows end in as many figures; the words before them
// are the label. Only where several rows do, each with one blank between figures, is anything changed.
#include "read/counted_columns.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "read/aligned_headings.h"
#include "read/cell_heading_words.h"
#include "read/grid.h"
#include "read/html_attributes.h"
#include "read/line_looks.h"
#include "read/page.h"
#include "read/prose_text.h"
#include "read/viewed_rows.h"
#include "values/text.h"

namespace kcfin::read_room {
namespace {

constexpr std::uint32_t kWidth = 40;  // of a column that is set

bool one_blank_between(std::span<const Piece> words) {
  for (std::size_t at = 1; at < words.size(); ++at)
    if (words[at].left != words[at - 1].right + 1) return false;
  return true;
}

// "5", "5,6", "21(c)", "21(a)(i)".
bool note_number(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits == 0 || digits > 2 || text.size() > 9) return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(digits), text.end(),
                     [](char c) {
                       return c == '(' || c == ')' || c == ',' || is_digit(c) || (c >= 'a' && c <= 'z');
                     }) &&
         !surely_figure(text);
}

class Finder {
 public:
  explicit Finder(std::vector<TextLine>& lines) : lines_(&lines) {}

  void run() {
    for (std::size_t at = 0; at < lines_->size(); ++at)
      if (read_years((*lines_)[at]) || read_dates(at)) at = table(at);
  }

 private:
  // "Note 2025 2024".
  bool read_years(const TextLine& line) {
    if (line.blank() || !is_digit(line.text().back()) || has(line.text(), "  ")) return false;
    std::vector<Piece> words = words_in(line);
    if (!one_blank_between(words)) return false;
    notes_ = !words.empty() && names_notes(words.front().text);
    if (notes_) words.erase(words.begin());
    constexpr std::size_t kNumeral = 3;  // "Note V 2025 2024"
    if (notes_ && words.size() > 2 && words.front().text.size() <= kNumeral) words.erase(words.begin());
    bool years = words.size() > 1 &&
                 std::all_of(words.begin(), words.end(), [](const Piece& word) { return year(word.text); });
    if (!years && words.size() > 1) {
      // "Dec. 31, 2024 June 30, 2025".
      std::vector<Piece> dates = dates_and_units(joined(words.front(), words.back()), true);
      years = dates.size() > 1 && std::all_of(dates.begin(), dates.end(), [](const Piece& date) {
                constexpr std::size_t kYear = 4;
                return date.text.size() > kYear && year(date.text.substr(date.text.size() - kYear));
              });
      words = std::move(dates);
    }
    if (years) years_ = std::move(words);
    return years;
  }

  // "Mar. 31, 2020" over "Mar. 31, 2019", a line each, as a viewer of tagged statements prints them. There a
  // blank cell is a blank.
  bool read_dates(std::size_t at) {
    constexpr std::size_t kMost = 24;
    std::vector<Piece> dates;
    for (; at + dates.size() < lines_->size() && dates.size() < kMost;) {
      const std::optional<Piece> date = date_alone((*lines_)[at + dates.size()]);
      if (!date) break;
      dates.push_back(*date);
    }
    dated_ = dates.size() > 1;
    if (!dated_) return false;
    notes_ = false;
    years_ = std::move(dates);
    return true;
  }
  // Sets the table apart whose years stand at `heading`, one of them a line where they are dated; returns its
  // last line.
  std::size_t table(std::size_t heading) {
    constexpr std::size_t kMostWords = 10;  // lines without a figure, one after the other
    constexpr std::size_t kFewestRows = 3;
    CountedRows rows;
    const bool dated = std::exchange(dated_, false);
    const std::size_t below = heading + (dated ? years_.size() : 1);
    std::size_t last = heading, at = below;
    notes_ = notes_ || notes_below(heading);
    for (std::size_t words = 0; at < lines_->size() && words <= kMostWords; ++at) {
      const TextLine& line = (*lines_)[at];
      if (line.blank()) continue;
      const std::vector<Piece> years = years_;
      const bool notes = notes_;
      const bool next = read_years(line) || read_dates(at);
      years_ = years;
      notes_ = notes;
      if (next) break;
      CountedRow row = dated ? viewed_row(line, years_.size()) : row_of(line);
      if (row.figures.empty()) {
        if (sentence(line)) break;
        ++words;
        continue;
      }
      words = 0;
      last = at;
      rows.emplace_back(at, std::move(row));
    }
    if (dated) {
      tell_short_rows(rows);
      used_ = leave_unused_out(rows, years_.size());
      if (used_.empty()) return heading + years_.size() - 1;
      set_dated(heading, last, rows);
      return last;
    }
    const auto full = std::count_if(rows.begin(), rows.end(), [&](const auto& row) {
      return row.second.figures.size() == years_.size();
    });
    if (std::cmp_less(full, kFewestRows) || full * 2 < std::ssize(rows)) return heading;
    set(heading, last, rows);
    // Between the pages of a statement.
    for (std::size_t between = last + 1; between < std::min(at, lines_->size()); ++between)
      if (page_number((*lines_)[between].text())) (*lines_)[between].pieces.clear();
    return last;
  }

  // "Note RMB'000 RMB'000" under the years.
  [[nodiscard]] bool notes_below(std::size_t heading) const {
    constexpr std::size_t kHeadings = 3;
    for (std::size_t at = heading + 1; at < lines_->size() && at <= heading + kHeadings; ++at) {
      const std::vector<Piece> words = words_in((*lines_)[at]);
      if (!words.empty() && names_notes(words.front().text)) return true;
    }
    return false;
  }

  static bool sentence(const TextLine& line) {
    const std::string_view text = line.text();
    return std::count(text.begin(), text.end(), ' ') >= 4 && ends_sentence(text) && !text.ends_with(':');
  }

  [[nodiscard]] CountedRow row_of(const TextLine& line) const {
    CountedRow row;
    std::vector<Piece> words = words_in(line);
    std::size_t end = words.size();
    while (end > 0 && row.figures.size() < years_.size()) {
      Piece figure = words[end - 1];
      std::size_t begin = end - 1;
      if (begin > 0 && trails_figure(figure.text) && figure_or_nothing(words[begin - 1].text))
        figure = joined(words[--begin], figure);
      else if (!figure_or_nothing(figure.text))
        break;
      if (begin > 0 && leads_figure(words[begin - 1].text)) figure = joined(words[--begin], figure);
      if (end < words.size() && words[end].left != words[end - 1].right + 1) return {};
      figure.figure = true;
      row.figures.insert(row.figures.begin(), figure);
      end = begin;
    }
    if (end > 0 && end < words.size() && words[end].left != words[end - 1].right + 1) return {};
    const auto is_year = [](const Piece& figure) { return year(figure.text); };
    if (std::all_of(row.figures.begin(), row.figures.end(), is_year)) return {};
    // Fewer figures than columns are any only where they can be nothing else.
    if (row.figures.size() < years_.size() &&
        !std::all_of(row.figures.begin(), row.figures.end(),
                     [](const Piece& figure) { return surely_figure(figure.text); }))
      return {};
    while (notes_ && end > 0 && note_number(words[end - 1].text)) --end;
    if (end > 0) row.label = joined(words.front(), words[end - 1]);
    return row;
  }

  // ---------------------------------------------------------------- as a viewer prints them

  void set_dated(std::size_t heading, std::size_t last, const CountedRows& rows) {
    first_ = kWidth;
    for (const auto& [at, row] : rows) first_ = std::max(first_, row.label.right + 8);
    const std::vector<std::size_t> groups = runs_of_days(years_);
    const std::vector<Piece> all = std::exchange(years_, {});
    std::size_t column = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      std::vector<Piece>& pieces = (*lines_)[heading + i].pieces;
      pieces.clear();
      if (!used_[i]) continue;
      pieces.push_back(at_column(all[i], column++));
      years_.push_back(all[i]);
    }
    set_spans(heading, groups);
    for (const auto& [at, row] : rows) {
      TextLine& line = (*lines_)[at];
      line.pieces = {row.label};
      line.counted = row.columns.empty();
      for (std::size_t i = 0; i < row.figures.size(); ++i)
        line.pieces.push_back(at_column(row.figures[i], line.counted ? i : row.columns[i]));
    }
    for (std::size_t at = heading + all.size(), row = 0; at <= last; ++at) {
      if (row < rows.size() && rows[row].first == at) {
        ++row;
      } else if (!(*lines_)[at].blank()) {
        set_words((*lines_)[at], false);
      }
    }
  }

  // "3 Months Ended 6 Months Ended" over dates that go on in one direction, each over its own.
  void set_spans(std::size_t heading, const std::vector<std::size_t>& groups) const {
    if (heading == 0 || (*lines_)[heading - 1].blank()) return;
    TextLine& line = (*lines_)[heading - 1];
    const std::vector<Piece> spans = spans_of(words_in(line));
    if (spans.empty()) return;
    if (spans.size() != 1 && spans.size() != groups.size()) return;
    std::vector<Piece> set;
    for (std::size_t span = 0, date = 0, column = 0; span < spans.size(); ++span) {
      const std::size_t dates = spans.size() == 1 ? used_.size() : groups[span];
      const auto first = used_.begin() + static_cast<std::ptrdiff_t>(date);
      const auto columns =
          static_cast<std::size_t>(std::count(first, first + static_cast<std::ptrdiff_t>(dates), true));
      if (columns != 0) set.push_back(over(spans[span], column, columns));
      column += columns;
      date += dates;
    }
    line.pieces = std::move(set);
  }

  [[nodiscard]] Piece at_column(Piece piece, std::size_t column) const {
    const std::uint32_t width = piece.width();
    piece.right = first_ + static_cast<std::uint32_t>(column + 1) * kWidth;
    piece.left = piece.right - std::min(width, kWidth - 2);
    return piece;
  }

  // ---------------------------------------------------------------- with columns run together

  void set(std::size_t heading, std::size_t last, const CountedRows& rows) {
    first_ = kWidth;
    for (const auto& [at, row] : rows) first_ = std::max(first_, row.label.right + 8);
    set_over(heading);
    stand((*lines_)[heading], years_);
    auto row = rows.begin();
    for (std::size_t at = heading + 1; at <= last; ++at) {
      TextLine& line = (*lines_)[at];
      if (row != rows.end() && row->first == at) {
        std::vector<Piece> figures = row->second.figures;
        line.counted = true;
        stand(line, figures);
        if (!row->second.label.text.empty()) line.pieces.insert(line.pieces.begin(), row->second.label);
        ++row;
      } else if (!line.blank()) {
        set_words(line, at < rows.front().first);
      }
    }
  }

  // Right under each other, a column for each.
  void stand(TextLine& line, std::vector<Piece> pieces) const {
    for (std::size_t at = 0; at < pieces.size(); ++at) pieces[at] = at_column(pieces[at], at);
    line.pieces = std::move(pieces);
  }

  // "€ million € million" as two, "RMB RMB US$" as three; empty where the words are not so many.
  static std::vector<Piece> in_pieces(const std::vector<Piece>& words, std::size_t count) {
    if (words.size() == count) {
      const bool all = std::all_of(words.begin(), words.end(),
                                   [](const Piece& word) { return names_period_or_unit(word.text); });
      return all ? words : std::vector<Piece>{};
    }
    const std::size_t size = words.size() / count;
    if (size < 2 || size * count != words.size()) return {};
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < words.size(); at += size) {
      pieces.push_back(joined(words[at], words[at + size - 1]));
      if (pieces.back().text != pieces.front().text) return {};
    }
    return pieces;
  }

  // A line among the rows, or, above them, one of their units.
  void set_words(TextLine& line, bool above) const {
    if (page_number(line.text())) {
      line.pieces.clear();
      return;
    }
    std::vector<Piece> words = words_in(line);
    std::vector<Piece> units(words.begin() + (names_notes(words.front().text) ? 1 : 0), words.end());
    units = in_pieces(units, years_.size());
    const bool unit = std::any_of(units.begin(), units.end(),
                                  [](const Piece& piece) { return names_period_or_unit(piece.text); });
    if (above && unit) {
      stand(line, units);
      return;
    }
    if (above && words.size() == 1 && contains_lower(words.front().text, "audited")) {
      set_over_groups(line, words, {years_.size()});
      return;
    }
    for (Piece& word : words) word.figure = false;
    line.pieces = {joined(words.front(), words.back())};
  }

  // ---------------------------------------------------------------- the spans over the years

  void set_over(std::size_t heading) const {
    if (heading == 0 || (*lines_)[heading - 1].blank()) return;
    const bool days = set_days((*lines_)[heading - 1]);
    if (!days || heading > 1) set_spans_over(heading - (days ? 1 : 0));
  }

  // "September 30, December 31," over "1997 1996".
  bool set_days(TextLine& line) const {
    const std::vector<Piece> words = words_in(line);
    const std::vector<Piece> days = dates_and_units(joined(words.front(), words.back()), false);
    if (days.size() != years_.size() ||
        !std::all_of(days.begin(), days.end(), [](const Piece& day) { return names_month(day.text); }))
      return false;
    stand(line, days);
    return true;
  }

  void set_spans_over(std::size_t heading) const {
    if ((*lines_)[heading - 1].blank()) return;
    TextLine& line = (*lines_)[heading - 1];
    std::vector<Piece> words = words_in(line);
    if (!words.empty() && names_notes(words.front().text)) words.erase(words.begin());
    const std::vector<Piece> spans = spans_of(words);
    if (!spans.empty()) set_over_groups(line, spans, groups(spans.size()));
  }

  // "Years ended 31 December Six months ended 30 June": two. None where the line says anything else first.
  static std::vector<Piece> spans_of(const std::vector<Piece>& words) {
    const auto is = [&](std::size_t at, std::initializer_list<std::string_view> forms) {
      return std::any_of(forms.begin(), forms.end(),
                         [&](std::string_view form) { return equal_lower(words[at].text, form); });
    };
    std::vector<std::size_t> starts;
    for (std::size_t at = 1; at < words.size(); ++at) {
      if (!is(at, {"ended"})) continue;
      std::size_t start = at - 1;
      if (!is(start, {"year", "years", "months", "weeks", "quarter", "quarters", "period"})) return {};
      if (is(start, {"months", "weeks"}) && start > 0) --start;
      if (start > 0 && is(start - 1, {"the"})) --start;
      if (start > 0 && is(start - 1, {"for"})) --start;
      starts.push_back(start);
    }
    if (starts.empty() || starts.front() != 0) return {};
    std::vector<Piece> spans;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : words.size();
      if (end - starts[i] > 8) return {};
      spans.push_back(joined(words[starts[i]], words[end - 1]));
    }
    return spans;
  }

  // How many years each span has: those that go on in one direction, or equally many.
  [[nodiscard]] std::vector<std::size_t> groups(std::size_t spans) const {
    if (spans == 1) return {years_.size()};
    if (spans == years_.size()) return std::vector<std::size_t>(spans, 1);
    std::vector<std::size_t> runs{1};
    const bool falling = years_[1].text < years_[0].text;
    for (std::size_t at = 1; at < years_.size(); ++at) {
      const bool on = falling ? years_[at].text < years_[at - 1].text : years_[at].text > years_[at - 1].text;
      on ? void(++runs.back()) : runs.push_back(1);
    }
    return runs.size() == spans ? runs : std::vector<std::size_t>{};
  }

  void set_over_groups(TextLine& line, const std::vector<Piece>& spans,
                       const std::vector<std::size_t>& groups) const {
    if (groups.size() != spans.size()) return;
    std::vector<Piece> set;
    std::size_t column = 0;
    for (std::size_t i = 0; i < spans.size(); column += groups[i++])
      set.push_back(over(spans[i], column, groups[i]));
    line.pieces = std::move(set);
  }

  // In the middle over so many columns.
  [[nodiscard]] Piece over(Piece piece, std::size_t column, std::size_t columns) const {
    const auto width = static_cast<std::uint32_t>(columns) * kWidth;
    const std::uint32_t middle =
        first_ + static_cast<std::uint32_t>(column) * kWidth + kWidth / 2 + width / 2;
    const std::uint32_t half = std::min(piece.width(), width) / 2;
    piece.left = middle - half;
    piece.right = middle + half;
    piece.figure = false;
    return piece;
  }

  std::vector<TextLine>* lines_;
  std::vector<Piece> years_;  // of the table at hand
  bool notes_ = false;        // numbers of notes stand before the figures
  bool dated_ = false;        // they are dates, one a line
  std::vector<bool> used_;    // which of these have figures below them
  std::uint32_t first_ = 0;   // where the columns begin
};

}  // namespace

void set_counted_columns(std::vector<TextLine>& lines) { Finder(lines).run(); }

}  // namespace kcfin::read_room
