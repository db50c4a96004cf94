// Lines to cells.
#include "read/cell_stream.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "read/grid.h"
#include "read/markup.h"
#include "read/page.h"
#include "read/prose_text.h"
#include "read/run_together.h"
#include "read/text_line.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin::read_room {
namespace {

constexpr std::size_t kLongestFigure = 32;

bool asterisk(std::string_view text) { return text == "*" || text == "**" || text == "NM" || text == "N.M."; }

// "-€555m", "$1.7bn".
bool scaled_amount(std::string_view text) {
  for (const std::string_view minus : {"-", "\u2212", "("})
    if (text.starts_with(minus)) text.remove_prefix(minus.size());
  for (const std::string_view end : {")", "m", "bn", "k"})
    if (text.ends_with(end)) text.remove_suffix(end.size());
  const words::CurrencyForm* money = words::currency_at(text, words::kMarks);
  return money != nullptr && money->text.size() < text.size() &&
         figure_or_nothing(text.substr(money->text.size()));
}

// "4, 5", "12, 14": the numbers of notes.
bool note_numbers(std::string_view text) {
  if (text.size() > 12 || text.find(", ") == std::string_view::npos) return false;
  for (;;) {
    const std::size_t end = std::min(text.find(", "), text.size());
    const std::string_view number = text.substr(0, end);
    if (number.empty() || number.size() > 2 || !std::all_of(number.begin(), number.end(), is_digit))
      return false;
    if (end == text.size()) return true;
    text.remove_prefix(end + 2);
  }
}

// "2016 (1)" with the mark of a footnote, "2 0 2 3" with its digits set apart; empty where it is neither.
std::string plain_year(std::string_view text) {
  constexpr std::size_t kYear = 4, kApart = 7;
  std::string year(text.substr(0, kYear));
  if (text.size() == kApart && is_digit(text[0]) && text[1] == ' ' && text[3] == ' ' && text[5] == ' ')
    year = {text[0], text[2], text[4], text[6]};
  else if (text.size() <= kYear || text[kYear] != ' ' || !lone_mark(text.substr(kYear + 1)))
    return {};
  return read_room::year(year) ? year : std::string{};
}

// "(in thousands)", "(unaudited)": a cell of its own.
bool unit_line_like(std::string_view text) { return text.starts_with('(') && text.ends_with(')'); }

std::uint32_t indent_of(const Line& line) {
  return static_cast<std::uint32_t>(std::min(line.text.find_first_not_of(" \t"), line.text.size()));
}

bool open_bracket(std::string_view text) {
  return std::count(text.begin(), text.end(), '(') > std::count(text.begin(), text.end(), ')');
}

class Streamer {
 public:
  Streamer(std::string_view part, bool together, Builder& builder) : builder_(&builder), together_(together) {
    if (together) {
      split_lines(part);
      return;
    }
    Lines lines(part, builder.source());
    // A stroke alone on its line ends a cell; one that ends none is a blank cell.
    bool open = false, ended = false;
    for (Line line; lines.next(line);) {
      const std::string_view text = bare(line.text);
      if (blank_cells(text)) {
        if (std::exchange(open, false)) {
          ended = true;
          continue;  // what follows is the next cell's
        }
        line.text = line.text.substr(0, 0);
      } else if (!text.empty()) {
        const std::string_view cell = without_stroke(text);
        const bool stroke = cell.size() < text.size(), begins = stroke && text.front() == '|';
        if (stroke) line.text = cell;
        ended = ended || begins;
        open = !stroke || begins;
        add(line, cell, std::exchange(ended, stroke && !begins), stroke);
        continue;
      }
      add(line, {}, std::exchange(ended, false), text == "|");
    }
  }

  CellStream run() {
    signs_have_cells_ = signs_have_cells();
    for (std::uint32_t at = 0; at < stream_.lines.size(); ++at) {
      const std::string_view text = texts_[at];
      if (text.empty()) {
        if (trimmed(stream_.lines[at].text).empty()) ++empty_;
        ++place_;
        continue;
      }
      take(at, text);
    }
    return std::move(stream_);
  }

 private:
  using Kind = StreamCell::Kind;

  void add(const Line& line, std::string_view text, bool ended, bool stroke) {
    stream_.lines.push_back(line);
    texts_.push_back(text);
    ended_.push_back(ended);
    stroke_.push_back(stroke);
  }

  // "Additional", "Paid-in", "Capital" between two strokes on lines of their own: the lines of one cell.
  [[nodiscard]] bool between_strokes(std::uint32_t first, std::uint32_t at) const {
    constexpr std::size_t kLongestLine = 40;
    constexpr std::uint32_t kMostLines = 4;
    if (!(ended_[first] || (first > 0 && stroke_[first - 1])) || stroke_[first]) return false;
    std::uint32_t end = first;
    for (; end < texts_.size() && !texts_[end].empty() && (end == first || !ended_[end]); ++end) {
      if (stroke_[end] || texts_[end].size() > kLongestLine || end >= first + kMostLines) return false;
    }
    return at < end && end < texts_.size() && (ended_[end] || stroke_[end]);
  }

  // Each cell of a row takes a line of its own.
  void split_lines(std::string_view part) {
    Lines lines(part, builder_->source());
    std::vector<Line> all;
    std::vector<std::string_view> texts;
    for (Line line; lines.next(line);) {
      // The number of the page is no figure.
      if (page_number(trimmed(line.text))) line.text = line.text.substr(0, 0);
      all.push_back(line);
      texts.push_back(line.text);
    }
    const std::vector<std::vector<std::string_view>> cells = cells_run_together(texts);
    for (std::size_t at = 0; at < all.size(); ++at) {
      for (const std::string_view cell : cells[at]) {
        all[at].text = cell;
        add(all[at], bare(cell), false, false);
      }
    }
  }

  // Where blank cells left no line, a bracket or a percent sign on a line of its own is no cell either: the
  // figures that have none are followed by the next cell at once.
  [[nodiscard]] bool signs_have_cells() const {
    std::size_t plain = 0, followed = 0;
    for (std::size_t at = 0; at + 1 < texts_.size(); ++at) {
      if (texts_[at].empty() || !lone_figure(texts_[at]) || trails_figure(texts_[at + 1])) continue;
      ++plain;
      followed += texts_[at + 1].empty() ? 0 : 1;
    }
    return plain == 0 || followed * 10 < plain * 9;
  }

  [[nodiscard]] bool directly_after(std::uint32_t at) const {
    return !stream_.cells.empty() && stream_.cells.back().last + 1 == at && !ended_[at];
  }

  void take(std::uint32_t at, std::string_view text) {
    if ((!together_ && closes_figure(at, text)) || goes_on_with_label(at, text)) return;
    StreamCell cell;
    cell.first = cell.last = at;
    cell.place = place_++;
    cell.marks = marks_;
    cell.empty_before = static_cast<std::uint16_t>(std::min<std::uint32_t>(empty_, 1000));
    empty_ = 0;
    cell.raw = builder_->cell_of(text, stream_.lines[at]);
    if (cell.raw.text.empty()) return;
    if (const std::string year = plain_year(cell.raw.text); !year.empty())
      cell.raw.text = builder_->keep(year);
    const std::string_view shown = cell.raw.text;
    cell.kind = read_room::year(shown) ? Kind::year : lone_figure(shown) ? Kind::figure : Kind::text;
    if (cell.kind == Kind::figure && !together_ && opened_by_mark(cell)) return;
    stream_.cells.push_back(cell);
  }

  // ")" or "%" on a line of its own ends the figure before it.
  bool closes_figure(std::uint32_t at, std::string_view text) {
    constexpr std::uint32_t kNear = 3;  // lines
    if (!trails_figure(text) || asterisk(text) || stream_.cells.empty()) return false;
    StreamCell& before = stream_.cells.back();
    if (!before.figure() || at - before.last > kNear) return false;
    if (text.front() == ')' && before.raw.text.find('(') == std::string_view::npos) return false;
    if (text.front() == ')' && before.raw.text.ends_with(')')) return false;
    before.raw.text = builder_->keep(std::string(before.raw.text) + std::string(text));
    if (signs_have_cells_) ++place_;  // it stands where a figure without it leaves a blank
    before.last = at;
    return true;
  }

  // "$" or "(" on a line of its own opens the figure that follows.
  bool opened_by_mark(StreamCell& cell) {
    constexpr std::uint32_t kNear = 3;
    if (stream_.cells.empty()) return false;
    StreamCell& mark = stream_.cells.back();
    if (mark.kind != Kind::text || !leads_figure(mark.raw.text) || cell.first - mark.last > kNear)
      return false;
    cell.raw.text = builder_->keep(std::string(mark.raw.text) + std::string(cell.raw.text));
    if (mark.raw.text == "(") cell.raw.at = mark.raw.at;
    cell.place = mark.place;
    cell.marks = ++marks_;
    place_ = cell.place + 1;
    cell.first = mark.first;
    stream_.cells.back() = cell;
    return true;
  }

  // A text that the next line goes on with. Where the source was wrapped, its first line stands further in.
  bool goes_on_with_label(std::uint32_t at, std::string_view text) {
    if (!directly_after(at)) return false;
    StreamCell& before = stream_.cells.back();
    const std::string_view first = before.raw.text;
    constexpr std::uint32_t kMostLines = 8;
    if (leads_figure(text) || at - before.first >= kMostLines) return false;
    const std::uint32_t own = indent_of(stream_.lines[at]);
    const std::uint32_t above = indent_of(stream_.lines[before.first]);
    const bool wrapped = above >= 4 && own < above;
    const bool figure = lone_figure(text) || read_room::year(text);
    if (figure && !wrapped) return false;
    // "$0.128" begins a line of a label, where words follow it.
    if (before.kind != Kind::text && (figure || !wrapped)) return false;
    if (lone_mark(text) && !wrapped) return false;
    const bool letter = (text.front() | 0x20) >= 'a' && (text.front() | 0x20) <= 'z';
    const bool amid = (starts_lower(text) && !ends_sentence(first)) || open_bracket(first) ||
                      (letter && left_open(first) && !first.ends_with(','));
    const bool one_cell = !figure && !unit_line_like(text) && between_strokes(before.first, at);
    const bool ordinal =
        text == "Quarter" && (first == "First" || first == "Second" || first == "Third" || first == "Fourth");
    if (!wrapped && !one_cell && !ordinal && !(amid && first.size() + text.size() <= 200)) return false;
    Assembler joined(builder_->source());
    for (std::uint32_t line = before.first; line <= at; ++line) {
      const Line& piece = stream_.lines[line];
      builder_->source().remember(piece.start, piece.number);
      if (line > before.first) joined.line_break();
      add_marked_up(bare(piece.text), builder_->source(), joined);
    }
    before.raw.text = builder_->keep(joined.text());
    before.last = at;
    before.kind = Kind::text;
    return true;
  }

  Builder* builder_;
  bool together_;  // the signs of a figure stand with it
  CellStream stream_;
  std::vector<std::string_view> texts_;  // of the lines, without blanks and strokes
  std::vector<bool> ended_;              // a stroke ended the cell before this line
  std::vector<bool> stroke_;             // it has a stroke, or is one
  std::uint32_t place_ = 0;
  bool signs_have_cells_ = true;
  std::uint32_t marks_ = 0;
  std::uint32_t empty_ = 0;  // lines without a character since the last cell
};

}  // namespace

bool blank_cells(std::string_view text) {
  return text == "|" || (text.find("||") != std::string_view::npos &&
                         text.find_first_not_of("| ") == std::string_view::npos);
}

bool lone_figure(std::string_view text) {
  if (text.size() > 1 && text.front() == '*' && is_digit(text.back())) text.remove_prefix(1);  // "*268,291"
  if (text.empty() || text.size() > kLongestFigure) return false;
  return figure_or_nothing(text) || scaled_amount(text) || asterisk(text) || note_numbers(text) ||
         text == "\uFF0D" || text == "- %" || text == "\u2014 %" || text == "\u2013 %";
}

bool lone_mark(std::string_view text) {
  if (text.size() < 3 || text.size() > 4 || text.front() != '(' || text.back() != ')') return false;
  const std::string_view inner = text.substr(1, text.size() - 2);
  return std::all_of(inner.begin(), inner.end(), is_digit) ||
         (inner.size() == 1 && inner.front() >= 'a' && inner.front() <= 'z');
}

std::string_view without_stroke(std::string_view text) {
  const std::size_t stroke = text.find('|');
  if (text.size() < 2 || stroke == std::string_view::npos ||
      text.find('|', stroke + 1) != std::string_view::npos)
    return text;
  if (stroke == 0) {
    text.remove_prefix(1);
  } else if (stroke + 1 == text.size() && text[stroke - 1] == ' ') {
    text.remove_suffix(1);
  }
  return bare(text);
}

CellStream cell_stream(std::string_view part, bool together, Builder& builder) {
  return Streamer(part, together, builder).run();
}

}  // namespace kcfin::read_room
