// Figures are taken from the end of the line as long as there are any, each with its marks.
#include "read/run_together.h"

#include <algorithm>
#include <cstdint>

#include "read/aligned_headings.h"
#include "read/cell_heading_words.h"
#include "read/grid.h"
#include "read/html_attributes.h"
#include "read/line_looks.h"
#include "read/lines.h"
#include "read/prose_text.h"
#include "read/text_line.h"
#include "values/ascii.h"
#include "values/text.h"

namespace kcfin::read_room {
namespace {

// A line's last words, as far as they are figures with their marks, from the first to the last; what stands
// before them is the label.
struct Row {
  std::string_view label;
  std::vector<Piece> figures;
};

bool all_years(const Row& row) {
  return std::all_of(row.figures.begin(), row.figures.end(),
                     [](const Piece& figure) { return year(figure.text); });
}

// "3)" of "(Note 3)".
bool closes_another(std::string_view word) {
  return word.find(')') != std::string_view::npos && word.find('(') == std::string_view::npos;
}

// "13," in front of "15": numbers of notes.
bool goes_on_with_note(std::string_view word) {
  return word.size() <= 3 && word.size() > 1 && word.back() == ',' &&
         std::all_of(word.begin(), word.end() - 1, is_digit);
}

// "USD 138.62 150.93": the row is named by the currency, where none of its other figures has a mark.
void name_by_mark(Row& row) {
  if (!row.label.empty() || row.figures.size() < 2) return;
  const auto mark_of = [](std::string_view text) {
    return text.substr(0, text.find_first_of(" (-0123456789"));
  };
  std::string_view& first = row.figures.front().text;
  const std::string_view mark = mark_of(first);
  if (mark.size() < 3 || !std::all_of(mark.begin(), mark.end(), ascii::capital) ||
      std::any_of(row.figures.begin() + 1, row.figures.end(),
                  [&](const Piece& figure) { return figure.text.starts_with(mark); }))
    return;
  row.label = mark;
  first = trimmed(first.substr(mark.size()));
}

Row row_of(std::string_view line) {
  Row row;
  constexpr std::size_t kWidest = 16 << 10;  // bytes; what is wider is text, whatever stands in it
  if (line.size() > kWidest) return row;
  std::vector<Piece> words = words_of({line, 0, 0, false});
  std::size_t end = words.size();
  while (end > 0) {
    Piece figure = words[end - 1];
    std::size_t begin = end - 1;
    if (begin > 0 && trails_figure(figure.text) && figure_or_nothing(words[begin - 1].text))
      figure = joined(words[--begin], figure);
    else if (!figure_or_nothing(figure.text) || closes_another(figure.text))
      break;
    if (begin > 0 && leads_figure(words[begin - 1].text)) figure = joined(words[--begin], figure);
    row.figures.push_back(figure);
    end = begin;
  }
  std::reverse(row.figures.begin(), row.figures.end());
  if (row.figures.size() > 1 && year(row.figures.front().text)) {
    // "March 31, 2026 169,539 0.4": the row is named by its date.
    if (end > 1 && goes_on_with_note(words[end - 1].text) && names_month(words[end - 2].text)) {
      ++end;
      row.figures.erase(row.figures.begin());
    }
  } else if (!row.figures.empty() && !all_years(row)) {
    while (end > 0 && goes_on_with_note(words[end - 1].text))
      row.figures.front() = joined(words[--end], row.figures.front());
  }
  if (end > 0) row.label = joined(words.front(), words[end - 1]).text;
  name_by_mark(row);
  return row;
}

constexpr std::size_t kLongestHeader = 24;  // beside a heading of notes

// The most blanks between two of its pieces that belong to no mark of a figure.
bool close_together(std::string_view line, const Row& row) {
  const auto begin = [&](std::string_view text) {
    return static_cast<std::size_t>(text.data() - line.data());
  };
  std::size_t end = begin(row.label) + row.label.size();
  constexpr std::size_t kMost = 2;
  std::size_t blanks = 1;
  for (const Piece& figure : row.figures) {
    if (begin(figure.text) - end > blanks) return false;
    end = begin(figure.text) + figure.text.size();
    blanks = kMost;
  }
  return true;
}

// What the lines around a line tell of a number behind its label.
enum class Around : std::uint8_t {
  nothing,
  rows,   // between two rows it is a figure, however small it is
  prose,  // the next line goes on with it: "came to 169,539", "million yen"
};

// A label and the figures behind it, or dates beside each other; the line itself where it is neither.
std::vector<std::string_view> cells_of(std::string_view line, const Row& row, Around around) {
  const std::string_view text = trimmed(line);
  if (row.figures.empty()) {
    // "ASSETS Notes".
    const std::size_t blank = text.find(' ');
    const bool heads = blank <= kLongestHeader && names_notes(text.substr(blank + 1));
    if (!heads) return {line};
    return {text.substr(0, blank), text.substr(blank + 1)};
  }
  const bool years = all_years(row), notes = names_notes(row.label);
  if (years && !row.label.empty() && !notes) {
    // "June 30, 2024 December 31, 2023".
    const std::vector<Piece> dates = dates_and_units({text, 0, 0, false}, true);
    if (dates.size() < 2) return {line};
    std::vector<std::string_view> cells;
    for (const Piece& date : dates) cells.push_back(date.text);
    return cells;
  }
  const bool lone = !years && row.figures.size() == 1 && !row.label.empty() && around != Around::rows;
  if (lone && (around == Around::prose || !surely_figure(row.figures.front().text))) return {line};
  std::vector<std::string_view> cells;
  if (!row.label.empty()) cells.push_back(row.label);
  for (const Piece& figure : row.figures) cells.push_back(figure.text);
  return cells;
}

}  // namespace

bool run_together(std::string_view part, const Source& source) {
  constexpr std::size_t kSample = 40'000, kFewest = 12;
  std::size_t rows = 0, close = 0, seen = 0;
  Lines lines(part, source);
  for (Line line; seen < kSample && lines.next(line); ++seen) {
    const std::string_view text = trimmed(line.text);
    if (text.empty() || !(is_digit(text.back()) || text.back() == ')' || text.back() == '%')) continue;
    const Row row = row_of(text);
    if (row.figures.size() < 2 || row.label.empty() || all_years(row) ||
        std::none_of(row.figures.begin(), row.figures.end(),
                     [](const Piece& figure) { return surely_figure(figure.text); }))
      continue;
    ++rows;
    close += close_together(text, row) ? 1 : 0;
  }
  return rows >= kFewest && close * 10 >= rows * 9;
}

std::vector<std::vector<std::string_view>> cells_run_together(std::span<const std::string_view> lines) {
  std::vector<Row> rows;
  rows.reserve(lines.size());
  for (const std::string_view line : lines) rows.push_back(row_of(trimmed(line)));
  const auto several = [&](std::size_t at) { return rows[at].figures.size() > 1 && !all_years(rows[at]); };
  std::vector<std::vector<std::string_view>> cells;
  cells.reserve(lines.size());
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const bool more = at + 1 < lines.size();
    const bool amid = at > 0 && more && several(at - 1) && several(at + 1);
    const bool prose = more && rows[at + 1].figures.empty() && starts_lower(trimmed(lines[at + 1]));
    cells.push_back(cells_of(lines[at], rows[at],
                             amid    ? Around::rows
                             : prose ? Around::prose
                                     : Around::nothing));
  }
  return cells;
}

}  // namespace kcfin::read_room
