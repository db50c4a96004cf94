// From the lowest row upwards: a heading stands over whole groups of those below it.
#include "read/bare_headings.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "read/grid.h"
#include "read/html_attributes.h"
#include "read/line_looks.h"
#include "read/text_line.h"

namespace kcfin::read_room {
namespace {

using Spans = std::vector<std::size_t>;  // over how many columns each heading stands; 0 for none
using Cells = std::vector<RawCell>;

constexpr std::size_t kYear = 4;

bool of_percent(std::string_view text) {
  return text.find('%') != std::string_view::npos || contains_lower(text, "percent");
}

bool of_change(std::string_view text) { return contains_lower(text, "change") || of_percent(text); }

bool names_span(std::string_view text) {
  return text != "%" && !contains_lower(text, "change") && names_period_or_unit(text);
}

std::size_t years_in(std::string_view text) {
  std::size_t found = 0;
  for (std::size_t at = 0; at + kYear <= text.size(); ++at) {
    if (!year(text.substr(at, kYear))) continue;
    ++found;
    at += kYear - 1;
  }
  return found;
}

// "(in thousands of USD)", "Dollars in millions, except per share data": of the table, above its labels.
bool unit_of_table(std::string_view text) {
  constexpr std::array<std::string_view, 5> kUnits = {"in thousands", "in millions", "in billions",
                                                      "thousands of", "millions of"};
  return years_in(text) == 0 && std::any_of(kUnits.begin(), kUnits.end(), [&](std::string_view unit) {
           return contains_lower(text, unit);
         });
}

class Headings {
 public:
  Headings(std::span<RawRow> rows, const std::vector<bool>& percent) : rows_(rows), percent_(percent) {}

  void set() {
    for (std::size_t at = rows_.size(); at-- > 0;) set(at);
  }

 private:
  void set(std::size_t at) {
    RawRow& row = rows_[at];
    if (row.cells.empty() || row.cells.size() > percent_.size()) return;
    const bool of_labels = heads_labels(at);
    const Cells over(row.cells.begin() + (of_labels ? 1 : 0), row.cells.end());
    const Cells below = at + 1 < rows_.size() ? over_columns(rows_[at + 1].cells) : Cells{};
    row.columns = static_cast<std::uint16_t>(percent_.size() + 1);
    std::size_t first = 1;
    const Spans spans = spans_of(over, below);
    // Which columns a heading stands over cannot be told: it names none.
    if (spans.empty()) {
      row.cells.clear();
      return;
    }
    Cells placed(row.cells.begin(), row.cells.begin() + (of_labels ? 1 : 0));
    for (std::size_t i = 0; i < over.size(); ++i) {
      placed.push_back(over[i]);
      placed.back().column = static_cast<std::uint16_t>(first + gaps_[i]);
      placed.back().span = static_cast<std::uint16_t>(spans[i]);
      first += gaps_[i] + spans[i];
    }
    row.cells = std::move(placed);
  }

  static Cells over_columns(const Cells& cells) {
    Cells out;
    std::copy_if(cells.begin(), cells.end(), std::back_inserter(out),
                 [](const RawCell& cell) { return cell.column > 0; });
    return out;
  }

  // The first of its cells stands over the labels: a unit beside dates, or words above such a one.
  [[nodiscard]] bool heads_labels(std::size_t at) const {
    const Cells& cells = rows_[at].cells;
    if (cells.size() < 2) return false;
    const std::string_view text = cells.front().text;
    if (unit_of_table(text))
      return std::any_of(cells.begin() + 1, cells.end(),
                         [](const RawCell& cell) { return names_span(cell.text); });
    const bool above =
        at + 1 < rows_.size() && !rows_[at + 1].cells.empty() && rows_[at + 1].cells.front().column == 0;
    return above && !names_period_or_unit(text) && cells.size() < percent_.size();
  }

  // Over how many columns each cell stands; gaps_ tells what is left out before each.
  Spans spans_of(const Cells& cells, const Cells& below) {
    gaps_.assign(cells.size(), 0);
    const std::size_t columns = percent_.size();
    if (cells.size() == columns) return Spans(columns, 1);
    if (Spans spans = beside_percent(cells); !spans.empty()) return spans;
    // "2025 / 2024 | 2024 / 2023" say of the changes what their columns do, and of the amounts nothing.
    if (std::all_of(cells.begin(), cells.end(),
                    [](const RawCell& cell) { return compares_years(cell.text); }))
      return {};
    if (Spans spans = amounts_with_theirs(cells); agree(spans, below)) return spans;
    if (Spans spans = alone_or_alike(cells); agree(spans, below)) return spans;
    return over_runs(cells, below);
  }

  [[nodiscard]] std::size_t percentages() const {
    return static_cast<std::size_t>(std::count(percent_.begin(), percent_.end(), true));
  }

  // "2026 | 2025 | %": the sign stands over the percentages, the years over the columns before them.
  Spans beside_percent(const Cells& cells) {
    const auto marks =
        std::count_if(cells.begin(), cells.end(), [](const RawCell& c) { return of_percent(c.text); });
    if (marks == 0 || static_cast<std::size_t>(marks) != percentages()) return {};
    std::size_t column = 0, left_out = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (of_percent(cells[i].text)) {
        while (!percent_[column]) ++column, ++left_out;
      } else if (column >= percent_.size() || percent_[column]) {
        return {};
      }
      gaps_[i] = left_out;
      left_out = 0;
      ++column;
      if (i + 1 < cells.size() && column >= percent_.size()) return {};
    }
    return Spans(cells.size(), 1);
  }

  // "2025 | 2024" over an amount and its percentage each; a "Change" behind them is over what is left.
  [[nodiscard]] Spans amounts_with_theirs(const Cells& cells) const {
    if (percent_.front() || percentages() == 0 || cells.empty()) return {};
    const bool change = of_change(cells.back().text);
    const std::size_t dates = cells.size() - (change ? 1 : 0);
    if (dates == 0 || dates != percent_.size() - percentages()) return {};
    Spans spans;
    std::size_t column = 0;
    for (std::size_t i = 0; i + 1 < dates; ++i) {
      std::size_t width = 1;
      while (column + width < percent_.size() && percent_[column + width]) ++width;
      spans.push_back(width);
      column += width;
    }
    const std::size_t left = percent_.size() - column;
    const std::size_t last = spans.empty() ? (change ? 1 : left) : spans.back();
    if (last > left || (change && last == left)) return {};
    spans.push_back(last);
    if (change) spans.push_back(left - last);
    return spans;
  }

  // "Years ended December 31, | Change": the period has the years, the other one column. Else all alike.
  [[nodiscard]] Spans alone_or_alike(const Cells& cells) const {
    const std::size_t columns = percent_.size();
    const auto period = [](const RawCell& cell) { return names_span(cell.text); };
    if (std::count_if(cells.begin(), cells.end(), period) == 1) {
      Spans spans(cells.size(), 1);
      spans[static_cast<std::size_t>(std::find_if(cells.begin(), cells.end(), period) - cells.begin())] =
          columns - cells.size() + 1;
      return spans;
    }
    return columns % cells.size() == 0 ? Spans(cells.size(), columns / cells.size()) : Spans{};
  }

  // Under no heading a year stands twice.
  [[nodiscard]] bool agree(const Spans& spans, const Cells& below) const {
    if (spans.empty()) return false;
    if (below.size() != percent_.size()) return true;
    std::size_t first = 0;
    for (const std::size_t span : spans) {
      for (std::size_t a = first; a < first + span; ++a)
        for (std::size_t b = a + 1; b < first + span; ++b)
          if (year(below[a].text) && below[a].text == below[b].text) return false;
      first += span;
    }
    return true;
  }

  // "June 30, | March 31," over "2026 | 2025 | 2026": a date has the years up to where they go up again;
  // "Three months ended | Six months ended" over "June 30, | March 31, | June 30,", the dates up to where one
  // comes again.
  [[nodiscard]] Spans over_runs(const Cells& cells, const Cells& below) const {
    if (below.size() <= cells.size()) return {};
    const bool years =
        std::all_of(below.begin(), below.end(), [](const RawCell& cell) { return year(cell.text); });
    const bool dates = std::all_of(below.begin(), below.end(), [](const RawCell& cell) {
      return years_in(cell.text) == 0 && names_span(cell.text);
    });
    if (!years && !dates) return {};
    Spans spans;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < below.size(); ++i) {
      const bool again = years ? i > begin && below[i].text >= below[i - 1].text
                               : std::any_of(below.begin() + static_cast<std::ptrdiff_t>(begin),
                                             below.begin() + static_cast<std::ptrdiff_t>(i),
                                             [&](const RawCell& cell) { return cell.text == below[i].text; });
      if (i == 0 || again) {
        spans.push_back(0);
        begin = i;
      }
      spans.back() += below[i].span;
    }
    const bool reach =
        below.front().column == 1 && below.back().column + below.back().span == percent_.size() + 1;
    return reach && spans.size() == cells.size() ? spans : Spans{};
  }

  std::span<RawRow> rows_;
  const std::vector<bool>& percent_;
  std::vector<std::size_t> gaps_;
};

}  // namespace

bool compares_years(std::string_view text) {
  if (text.size() < 2 * kYear + 1 || !year(text.substr(0, kYear)) || !year(text.substr(text.size() - kYear)))
    return false;
  const std::string_view joint = trimmed(text.substr(kYear, text.size() - 2 * kYear));
  return joint == "/" || joint == "vs." || joint == "vs" || joint == "to" || joint == "v." ||
         joint == "versus";
}

void set_bare_headings(std::span<RawRow> rows, const std::vector<bool>& percent) {
  Headings(rows, percent).set();
}

}  // namespace kcfin::read_room
