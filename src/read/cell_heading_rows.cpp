// Headings that follow each other and are of one sort are a row: as many as there are columns stand over them
// one by one, half or a third as many over groups of them.
#include <algorithm>
#include <array>
#include <string>

#include "read/cell_heading_words.h"
#include "read/cell_headings.h"
#include "read/grid.h"
#include "values/text.h"

namespace kcfin::read_room {
namespace {

using Sort = CellHeading::Sort;

// Stands over one column, as a rule.
bool single(Sort sort) {
  return sort == Sort::year || sort == Sort::date || sort == Sort::name || sort == Sort::unit;
}

// How many headings from `at` on are of one sort.
std::size_t run_of_sort(std::span<const CellHeading> headings, std::size_t at) {
  std::size_t end = at + 1;
  while (end < headings.size() && headings[end].sort == headings[at].sort) ++end;
  return end - at;
}

bool any_year(std::span<const CellHeading> headings) {
  return std::any_of(headings.begin(), headings.end(),
                     [](const CellHeading& heading) { return holds_year(heading.cell.text); });
}

// What stands behind as many headings as there are columns: a header of the rows, which ends in a colon, or a
// name behind years or behind names that begin with "Total".
bool is_of_rows(std::span<const CellHeading> headings, std::size_t at, const CellHeading& last) {
  const std::string_view text = last.cell.text;
  if (text.ends_with(':') || (column_name(headings[at].cell.text) && last.sort == Sort::name)) return true;
  const bool years = headings[at].sort == Sort::year && headings[at + 1].sort == Sort::year;
  return years && last.sort != Sort::unit && !holds_year(text) && !names_month(text) && !column_name(text);
}

// How many headings from `at` on stand over single columns each, whatever they name.
std::size_t run_of_singles(std::span<const CellHeading> headings, std::size_t at) {
  std::size_t end = at;
  while (end < headings.size() && single(headings[end].sort)) ++end;
  // Units below periods are a row of their own; "Amount" and "%" in turn are one.
  const bool periods = at < end && (headings[at].sort == Sort::year || headings[at].sort == Sort::date);
  if (periods && headings[end - 1].sort == Sort::unit && headings[end - 1].cell.text != "%") return 0;
  return end - at;
}

// Where groups of columns begin, by the years over them: "2025", "2024", "2025", "2024", "2024" are of three.
// Empty where no row of years stands over the columns.
std::vector<std::size_t> groups_of_years(std::span<const CellHeading> headings, std::size_t columns) {
  for (std::size_t at = 0; at < headings.size(); at += run_of_sort(headings, at)) {
    if (headings[at].sort != Sort::year || run_of_sort(headings, at) != columns) continue;
    const std::span<const CellHeading> years = headings.subspan(at, columns);
    const auto name = [&](std::size_t i) { return years[i].cell.text; };
    std::size_t second = 1;
    while (second < columns && name(second) == name(0)) ++second;
    const bool latest_first = second < columns && name(second) < name(0);
    std::vector<std::size_t> begins{0};
    for (std::size_t i = 1; i < columns; ++i) {
      if (latest_first ? name(i) >= name(i - 1) : name(i) <= name(i - 1)) begins.push_back(i);
    }
    return begins;
  }
  return {};
}

// "Dec. 31, 2018" as a count of months; 0 where the text is no such date.
int month_of(std::string_view text) {
  constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
  constexpr std::size_t kLetters = 3, kYear = 4;
  if (text.size() < kLetters + kYear || !year(text.substr(text.size() - kYear))) return 0;
  const std::string first = lower(text.substr(0, kLetters));
  const auto month = std::find(kMonths.begin(), kMonths.end(), std::string_view(first));
  if (month == kMonths.end()) return 0;
  int months = static_cast<int>(month - kMonths.begin()) + 1;
  for (std::size_t i = 0, unit = 12000; i < kYear; ++i, unit /= 10)
    months += static_cast<int>(unit) * (text[text.size() - kYear + i] - '0');
  return months;
}

// The same by dates: five that go back in time, and then two that do, are of five and two.
std::vector<std::size_t> groups_of_dates(std::span<const CellHeading> headings, std::size_t columns) {
  for (std::size_t at = 0; at < headings.size(); at += run_of_sort(headings, at)) {
    if (headings[at].sort != Sort::date || run_of_sort(headings, at) != columns) continue;
    std::vector<int> months;
    for (const CellHeading& heading : headings.subspan(at, columns))
      months.push_back(month_of(heading.cell.text));
    if (columns < 2 || std::find(months.begin(), months.end(), 0) != months.end()) return {};
    const bool latest_first = months[1] < months[0];
    std::vector<std::size_t> begins{0};
    for (std::size_t i = 1; i < columns; ++i)
      if (latest_first ? months[i] >= months[i - 1] : months[i] <= months[i - 1]) begins.push_back(i);
    return begins;
  }
  return {};
}

// The same where names tell: "Reported", "Corrections", "Restated", "Reported", "Restated" are of three and
// two.
std::vector<std::size_t> groups_of_names(std::span<const CellHeading> headings, std::size_t columns) {
  for (std::size_t at = 0; at < headings.size(); at += run_of_sort(headings, at)) {
    if (headings[at].sort != Sort::name || run_of_sort(headings, at) != columns) continue;
    std::vector<std::size_t> begins;
    for (std::size_t i = 0; i < columns; ++i)
      if (headings[at + i].cell.text == headings[at].cell.text) begins.push_back(i);
    if (begins.size() > 1) return begins;
  }
  return {};
}

bool names_period(std::string_view text) { return year(text) || holds_year(text) || names_month(text); }

// A heading to each group of columns, the first of which stands in grid column `first`.
std::vector<RawCell> over_groups(std::span<const CellHeading> headings, std::span<const std::size_t> groups,
                                 std::size_t columns, std::size_t first) {
  std::vector<RawCell> cells;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const std::size_t next = i + 1 < headings.size() ? groups[i + 1] : columns;
    cells.push_back(headings[i].cell);
    cells.back().column = static_cast<std::uint16_t>(first + groups[i]);
    cells.back().span = static_cast<std::uint16_t>(next - groups[i]);
  }
  return cells;
}

}  // namespace

std::size_t headed_columns(std::span<const CellHeading> headings) {
  std::size_t most = 0;
  for (std::size_t at = 0; at < headings.size(); at += run_of_sort(headings, at)) {
    const Sort sort = headings[at].sort;
    if (sort == Sort::year || sort == Sort::date || sort == Sort::unit)
      most = std::max(most, run_of_sort(headings, at));
  }
  return most;
}

namespace {

RawCell placed(RawCell cell, std::size_t column, std::size_t span) {
  cell.column = static_cast<std::uint16_t>(column);
  cell.span = static_cast<std::uint16_t>(span);
  return cell;
}

// A heading to equally many columns each, the first of which stand in grid column `first`; behind those in
// `cells`.
std::vector<RawCell> over_equal(std::span<const CellHeading> headings, std::size_t columns, std::size_t first,
                                std::vector<RawCell> cells = {}) {
  const std::size_t span = columns / headings.size();
  for (std::size_t i = 0; i < headings.size(); ++i)
    cells.push_back(placed(headings[i].cell, first + i * span, span));
  return cells;
}

// "Change", "2024", "2023", "Amount", "%": how many years stand before the columns that the change is over; 0
// where the headings from `at` on are not of that sort.
std::size_t years_before_changes(std::span<const CellHeading> headings, std::size_t at, std::size_t columns) {
  constexpr std::array<std::string_view, 3> kChanges{"change", "changes", "variance"};
  const std::string name = lower(headings[at].cell.text);
  if (std::find(kChanges.begin(), kChanges.end(), name) == kChanges.end() ||
      at + columns >= headings.size() || headings[at + 1].sort != CellHeading::Sort::year)
    return 0;
  const std::size_t years = run_of_sort(headings, at + 1);
  if (years >= columns) return 0;
  for (std::size_t i = at + 1 + years; i <= at + columns; ++i) {
    const bool named = headings[i].sort == CellHeading::Sort::name || headings[i].cell.text == "%";
    if (!named) return 0;
  }
  return years;
}

// All of them in one cell over all columns.
RawCell together(std::span<const CellHeading> headings, std::size_t columns, Builder& builder) {
  std::string text;
  for (const CellHeading& heading : headings) text.append(text.empty() ? "" : " ").append(heading.cell.text);
  RawCell cell = placed(headings.front().cell, 1, columns);
  cell.text = builder.keep(text);
  return cell;
}

}  // namespace

std::vector<RawRow> heading_rows(std::span<const CellHeading> headings, std::size_t columns,
                                 Builder& builder) {
  std::vector<RawRow> rows;
  const auto add = [&](std::vector<RawCell> cells) {
    RawRow row;
    row.line = cells.front().at.line;
    row.columns = static_cast<std::uint16_t>(columns + 1);
    row.cells = std::move(cells);
    rows.push_back(std::move(row));
  };
  // The numbers of notes stand in the first column, under a heading of their own.
  const auto notes = std::count_if(headings.begin(), headings.end(),
                                   [](const CellHeading& heading) { return heading.sort == Sort::note; });
  const std::size_t noted = notes == 1 && columns > 2 ? 1 : 0;
  const std::size_t over = columns - noted;
  std::vector<std::size_t> groups = groups_of_years(headings, over);
  if (groups.empty()) groups = groups_of_dates(headings, over);
  if (groups.empty()) groups = groups_of_names(headings, over);
  for (std::size_t at = 0; at < headings.size();) {
    const Sort sort = headings[at].sort;
    if (sort == Sort::label) {
      add({placed(headings[at++].cell, 0, 1)});
      continue;
    }
    if (const std::size_t years = years_before_changes(headings, at, over); years != 0) {
      add({placed(headings[at].cell, 1 + noted + years, over - years)});
      add(over_equal(headings.subspan(at + 1, over), over, 1 + noted));
      at += 1 + over;
      continue;
    }
    // Dates and names of columns side by side: "2024", "2023", "Change".
    const std::size_t singles = run_of_singles(headings, at);  // 0: of one sort only
    const std::size_t same = run_of_sort(headings, at);
    // One year behind names and dates without one is that of all: "Total", "Dec. 31", "Sept. 30", "2018".
    const bool year_behind = singles == over + 1 && over > 1 && headings[at + over].sort == Sort::year &&
                             !any_year(headings.subspan(at, over));
    if (year_behind) {
      add(over_equal(headings.subspan(at, over), over, 1 + noted));
      add({placed(headings[at + over].cell, 1 + noted, over)});
      at += singles;
      continue;
    }
    if (singles == over + 1 && over > 1 && !names_period(headings[at].cell.text) &&
        !column_name(headings[at].cell.text)) {
      // The name of the labels, before those of the columns.
      add(over_equal(headings.subspan(at + 1, over), over, 1 + noted, {placed(headings[at].cell, 0, 1)}));
      at += singles;
      continue;
    }
    if (singles == over + 1 && over > 1 && is_of_rows(headings, at, headings[at + over])) {
      add(over_equal(headings.subspan(at, over), over, 1 + noted));
      add({placed(headings[at + over].cell, 0, 1)});
      at += singles;
      continue;
    }
    std::size_t end =
        at + (singles != 0 && singles % over == 0 && singles > same && same % over != 0 ? over : same);
    if (sort == Sort::note && noted == 1) {
      add({placed(headings[at].cell, 1, 1)});
      at = end;
      continue;
    }
    // More than one row of a sort: what is too much stands over the rest.
    if (end - at > over) end = at + ((end - at) % over == 0 ? over : (end - at) % over);
    const std::size_t count = end - at;
    const std::span<const CellHeading> run = headings.subspan(at, count);
    if (count > 1 && count == groups.size()) {
      add(over_groups(run, groups, over, 1 + noted));
    } else if (over % count == 0) {
      add(over_equal(run, over, 1 + noted));
    } else if (sort != Sort::audit) {
      add({together(run, columns, builder)});
    }
    at = end;
  }
  return rows;
}

}  // namespace kcfin::read_room
