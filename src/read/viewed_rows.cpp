// Where the blanks of some rows tell columns, all rows are read by theirs.
#include "read/viewed_rows.h"

#include <algorithm>
#include <string_view>

#include "read/aligned_headings.h"
#include "read/grid.h"
#include "read/line_looks.h"
#include "values/text.h"

namespace kcfin::read_room {
namespace {

constexpr std::size_t kYear = 4;  // digits

// "[1]", "[2],[3]": references to footnotes, in cells of their own.
bool reference(std::string_view text) {
  return text.size() > 2 && text.front() == '[' && text.back() == ']' &&
         text.find_first_not_of("[],0123456789") == std::string_view::npos;
}

}  // namespace

std::vector<Piece> words_in(const TextLine& line) {
  return line.blank() ? std::vector<Piece>{} : words_of({line.text(), line.indent(), 0, false});
}

std::optional<Piece> date_alone(const TextLine& line) {
  constexpr std::size_t kLongest = 20;
  if (line.blank() || line.text().size() > kLongest || !is_digit(line.text().back())) return std::nullopt;
  const std::vector<Piece> words = words_in(line);
  const std::vector<Piece> dates = dates_and_units(joined(words.front(), words.back()), true);
  if (dates.size() != 1) return std::nullopt;
  const std::string_view text = dates.front().text;
  const bool whole =
      text.size() == line.text().size() && text.size() > kYear + 2 && year(text.substr(text.size() - kYear));
  return whole ? std::optional<Piece>(dates.front()) : std::nullopt;
}

std::vector<std::size_t> runs_of_days(const std::vector<Piece>& dates) {
  const auto day = [&](std::size_t i) { return dates[i].text.substr(0, dates[i].text.size() - kYear); };
  const auto in_year = [&](std::size_t i) { return dates[i].text.substr(dates[i].text.size() - kYear); };
  std::vector<std::size_t> runs{1};
  for (std::size_t i = 1; i < dates.size(); ++i)
    day(i) == day(i - 1) && in_year(i) < in_year(i - 1) ? void(++runs.back()) : runs.push_back(1);
  return runs;
}

CountedRow viewed_row(const TextLine& line, std::size_t columns) {
  CountedRow row;
  std::vector<Piece> words = words_in(line);
  std::vector<std::size_t> left_out;  // columns before each figure, from the last figure on
  std::size_t end = words.size();
  const auto blanks_before = [&](std::size_t word) { return words[word].left - words[word - 1].right; };
  while (end > 0 && row.figures.size() < columns) {
    if (reference(words[end - 1].text)) {
      --end;
      continue;
    }
    if (!figure_or_nothing(words[end - 1].text)) break;
    std::size_t begin = end - 1;
    Piece figure = words[begin];
    if (begin > 0 && leads_figure(words[begin - 1].text)) figure = joined(words[--begin], figure);
    if (begin == 0 || blanks_before(begin) % 2 == 0) return {};
    figure.figure = true;
    left_out.push_back(blanks_before(begin) / 2);
    row.figures.insert(row.figures.begin(), figure);
    end = begin;
  }
  if (row.figures.empty() || end == 0 || reference(words.front().text)) return {};
  row.label = joined(words.front(), words[end - 1]);
  std::size_t column = 0;
  for (std::size_t i = 0; i < row.figures.size(); ++i, ++column) {
    column += left_out[left_out.size() - 1 - i];
    row.columns.push_back(column);
  }
  if (column > columns) return {};
  const std::string_view whole = line.line.text;
  const std::size_t trailing = whole.size() - std::min(whole.size(), whole.find_last_not_of(" \r\t") + 1);
  row.told = row.figures.size() == columns || row.columns.back() + 1 > row.figures.size() ||
             (trailing > 0 && trailing == 2 * (columns - column));
  return row;
}

// Blanks at the ends of lines may have been cut off: where others tell columns, a row without them begins
// with the first. Where none do, its columns are not known, and what may be no figures is no row.
void tell_short_rows(CountedRows& rows) {
  const bool blanks = std::any_of(rows.begin(), rows.end(), [](const auto& row) {
    return row.second.columns.back() + 1 > row.second.figures.size();
  });
  if (blanks) return;
  std::erase_if(rows, [](const auto& entry) {
    const CountedRow& row = entry.second;
    return !row.told && !std::all_of(row.figures.begin(), row.figures.end(),
                                     [](const Piece& figure) { return surely_figure(figure.text); });
  });
  for (auto& [at, row] : rows)
    if (!row.told) row.columns.clear();
}

std::vector<bool> leave_unused_out(CountedRows& rows, std::size_t columns) {
  constexpr std::size_t kFewestRows = 3;
  std::vector<bool> used(columns, false);
  std::size_t told = 0;
  for (const auto& [at, row] : rows) {
    told += row.columns.empty() ? 0 : 1;
    for (const std::size_t column : row.columns) used[column] = true;
  }
  if (told < kFewestRows || told * 2 < rows.size()) return {};
  std::vector<std::size_t> becomes(columns, 0);
  std::size_t count = 0;
  for (std::size_t column = 0; column < columns; ++column) {
    becomes[column] = count;
    count += used[column] ? 1 : 0;
  }
  for (auto& [at, row] : rows)
    for (std::size_t& column : row.columns) column = becomes[column];
  const bool full = std::any_of(rows.begin(), rows.end(),
                                [&](const auto& row) { return row.second.columns.size() == count; });
  return full ? used : std::vector<bool>{};
}

}  // namespace kcfin::read_room
