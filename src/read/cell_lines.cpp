// Rows from lines: a label, then as many figures as the table has columns.
#include "read/cell_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "read/aligned_table.h"
#include "read/grid.h"
#include "read/html_guard.h"
#include "read/line_looks.h"
#include "read/prose_text.h"
#include "read/text_line.h"

namespace kcfin::read_room {
namespace {

constexpr std::size_t kLongestLabel = 200;

bool unit(std::string_view text) {
  constexpr std::array<std::string_view, 13> kUnits{"RMB",     "US$", "USD", "HK$", "NT$", "EUR", "RMB'000",
                                                    "US$'000", "%",   "TWD", "INR", "JPY", "$"};
  return std::find(kUnits.begin(), kUnits.end(), text) != kUnits.end();
}

bool audit_mark(std::string_view text) {
  return contains_lower(text, "audited") && text.size() <= std::string_view("(unaudited)").size();
}

bool small_number(std::string_view text) {
  return text.size() <= 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

struct Item {
  Line line;
  std::string_view text;
  bool figure = false;
  bool year = false;
};

Item item_of(const Line& line) {
  Item item;
  item.line = line;
  item.text = trimmed(line.text);
  item.figure = item.text.size() <= 32 && figure_or_nothing(item.text);
  item.year = year(item.text);
  return item;
}

// A label and the figures after it.
struct Group {
  std::size_t label = 0;  // index of the item; the figures follow it
  std::size_t figures = 0;
};

class Reader {
 public:
  Reader(std::vector<Item> items, const ReadLimits& limits, Builder& builder)
      : items_(std::move(items)), limits_(limits), builder_(&builder) {}

  std::optional<Error> run() {
    std::size_t at = 0;
    while (at < items_.size()) {
      const std::size_t first = next_figures(at);
      if (first == items_.size()) break;
      std::size_t end = 0;
      const std::vector<Group> groups = table_at(first, at, end);
      const auto columns = column_count(groups);
      if (!columns)
        return Error{"one cell to a line: the rows of a table cannot be told with certainty",
                     items_[first].line.number};
      const std::size_t begin = groups.front().label;
      const std::size_t headings = headings_before(begin, at);
      paragraphs(at, headings);
      if (auto error = table(headings, begin, groups, *columns)) return error;
      at = end;
    }
    paragraphs(at, items_.size());
    return std::nullopt;
  }

 private:
  // A figure that is no year: the first of a row.
  [[nodiscard]] std::size_t next_figures(std::size_t from) const {
    for (std::size_t at = from; at < items_.size(); ++at)
      if (items_[at].figure && !items_[at].year) return at;
    return items_.size();
  }

  [[nodiscard]] bool label(std::size_t at) const {
    return !items_[at].figure && items_[at].text.size() <= kLongestLabel && !ends_sentence(items_[at].text);
  }

  [[nodiscard]] bool heading(std::size_t at) const {
    const Item& item = items_[at];
    return unit(item.text) || item.year || audit_mark(item.text) ||
           (item.text.size() <= 60 && names_period_or_unit(item.text) && !ends_sentence(item.text) &&
            item.text.front() != '(');
  }

  // "December 31, 2023 RMB'000": a heading that ends in its year or unit.
  [[nodiscard]] bool dated(std::size_t at) const {
    const Item& item = items_[at];
    if (item.figure || item.year || item.text.size() > 60) return false;
    for (std::size_t from = 0; from + 4 <= item.text.size(); ++from) {
      if (year(item.text.substr(from, 4))) return names_period_or_unit(item.text);
    }
    return false;
  }

  // Where the labels of a table start whose first figure this is: under its headings, if they are near.
  [[nodiscard]] std::size_t first_label(std::size_t first, std::size_t from) const {
    constexpr std::size_t kSections = 4;
    std::size_t at = first > from && label(first - 1) ? first - 1 : first;
    for (std::size_t up = at; up > from && at - up < kSections; --up) {
      if (heading(up - 1)) return up;
      if (items_[up - 1].figure || (!label(up - 1) && !items_[up - 1].text.ends_with(':'))) break;
    }
    return at;
  }

  // The groups from the figure at `first` on, up to a sentence or the next table's headings.
  [[nodiscard]] std::vector<Group> table_at(std::size_t first, std::size_t from, std::size_t& end) const {
    std::vector<Group> groups;
    std::size_t at = first_label(first, from);
    end = at;
    while (at < items_.size()) {
      Group group{at, 0};
      if (!items_[at].figure) {
        const bool section = items_[at].text.ends_with(':');
        if (!label(at) && !section) break;
        if (at + 1 < items_.size() && dated(at) && dated(at + 1)) break;
        if (unit(items_[at].text) || (names_period_or_unit(items_[at].text) && at + 1 < items_.size() &&
                                      (items_[at + 1].year || unit(items_[at + 1].text))))
          break;
        ++at;
      }
      while (at < items_.size() && items_[at].figure) {
        ++group.figures;
        ++at;
      }
      groups.push_back(group);
      if (group.figures != 0) end = at;
    }
    // Labels after the last figure are text.
    while (!groups.empty() && groups.back().figures == 0) groups.pop_back();
    return groups;
  }

  // The number of figures of every row; one more is the number of a note. Nothing where rows differ.
  static std::optional<std::size_t> column_count(const std::vector<Group>& groups) {
    std::map<std::size_t, std::size_t> counts;
    for (const Group& group : groups)
      if (group.figures != 0) ++counts[group.figures];
    if (counts.empty() || counts.size() > 1) return std::nullopt;
    return counts.begin()->first;
  }

  // How far up from the first row the headings reach: units, years, dates and the period over them.
  [[nodiscard]] std::size_t headings_before(std::size_t begin, std::size_t from) const {
    std::size_t at = begin;
    while (at > from && heading(at - 1)) --at;
    return at;
  }

  void paragraphs(std::size_t from, std::size_t to) {
    for (std::size_t at = from; at < to; ++at) builder_->paragraph_of(items_[at].text, items_[at].line);
  }

  std::optional<Error> table(std::size_t headings, std::size_t begin, const std::vector<Group>& groups,
                             std::size_t columns) {
    if (columns + 1 > limits_.max_columns)
      return Error{fmt::format("row of more than {} columns", limits_.max_columns),
                   items_[begin].line.number};
    if (groups.size() > limits_.max_rows)
      return Error{fmt::format("table of more than {} rows", limits_.max_rows), items_[begin].line.number};
    RawTable found;
    heading_rows(found, headings, begin, columns);
    for (const Group& group : groups) {
      const bool labelled = !items_[group.label].figure;
      std::vector<RawCell> cells;
      if (labelled) cells.push_back(cell(group.label, 0, 1));
      const std::size_t first = group.label + (labelled ? 1 : 0);
      for (std::size_t at = 0; at < group.figures; ++at) cells.push_back(cell(first + at, at + 1, 1));
      add(found, std::move(cells), columns);
    }
    builder_->table(std::move(found));
    return std::nullopt;
  }

  // What a heading line is: lines of one sort that follow each other are a row.
  enum class Sort : std::uint8_t { unit, year, date, phrase, audit };
  [[nodiscard]] Sort sort_of(std::size_t at) const {
    const std::string_view text = items_[at].text;
    if (unit(text)) return Sort::unit;
    if (items_[at].year) return Sort::year;
    if (audit_mark(text)) return Sort::audit;
    return contains_lower(text, "ended") || contains_lower(text, "as of") ? Sort::phrase : Sort::date;
  }

  // A row of as many texts as there are columns stands over them one by one, one of a half or a third over
  // groups of them. What is left over stands in one cell, for the order of its words to tell.
  void heading_rows(RawTable& found, std::size_t headings, std::size_t begin, std::size_t columns) {
    for (std::size_t at = headings; at < begin;) {
      std::size_t end = at + 1;
      while (end < begin && sort_of(end) == sort_of(at)) ++end;
      // More than one row of a sort: what is too much stands over the rest.
      if (end - at > columns) end = at + ((end - at) % columns == 0 ? columns : (end - at) % columns);
      const std::size_t count = end - at;
      std::vector<RawCell> cells;
      if (columns % count == 0) {
        for (std::size_t i = 0; i < count; ++i)
          cells.push_back(cell(at + i, i * (columns / count) + 1, columns / count));
      } else if (sort_of(at) != Sort::audit) {
        cells.push_back(together(at, end, columns));
      }
      if (!cells.empty()) add(found, std::move(cells), columns);
      at = end;
    }
  }

  [[nodiscard]] RawCell together(std::size_t from, std::size_t end, std::size_t columns) const {
    std::string text;
    for (std::size_t at = from; at < end; ++at) text.append(text.empty() ? "" : " ").append(items_[at].text);
    RawCell found = cell(from, 1, columns);
    found.text = builder_->keep(text);
    return found;
  }

  [[nodiscard]] RawCell cell(std::size_t item, std::size_t column, std::size_t span) const {
    RawCell found = builder_->cell_of(items_[item].text, items_[item].line);
    found.column = static_cast<std::uint16_t>(column);
    found.span = static_cast<std::uint16_t>(span);
    return found;
  }

  static void add(RawTable& table, std::vector<RawCell> cells, std::size_t columns) {
    RawRow row;
    row.line = cells.front().at.line;
    row.columns = static_cast<std::uint16_t>(columns + 1);
    row.cells = std::move(cells);
    table.rows.push_back(std::move(row));
  }

  std::vector<Item> items_;
  ReadLimits limits_;
  Builder* builder_;
};

}  // namespace

bool one_cell_a_line(std::string_view part, const Source& source) {
  constexpr std::size_t kSample = 20'000;
  constexpr std::size_t kFew = 12;
  std::size_t alone = 0;
  std::size_t beside = 0;
  std::size_t seen = 0;
  Lines lines(part, source);
  for (Line line; seen < kSample && lines.next(line); ++seen) {
    const Item item = item_of(line);
    if (item.text.empty()) continue;
    if (item.figure && !small_number(item.text)) {
      ++alone;
    } else if (item.text.find("  ") != std::string_view::npos && figure_row(text_line(line))) {
      ++beside;
    }
  }
  return alone >= kFew && alone > 4 * beside;
}

std::optional<Error> read_cell_lines(std::string_view part, const ReadLimits& limits, Builder& builder) {
  std::vector<Item> items;
  Lines lines(part, builder.source());
  for (Line line; lines.next(line);)
    if (Item item = item_of(line); !item.text.empty()) items.push_back(item);
  return Reader(std::move(items), limits, builder).run();
}

}  // namespace kcfin::read_room
