// Headings that follow each other and are of one sort are a row: as many as there are columns stand over them
// one by one, half or a third as many over groups of them.
#include "read/cell_headings.h"

#include <algorithm>
#include <array>
#include <string>

#include "read/grid.h"
#include "read/html_guard.h"
#include "read/line_looks.h"
#include "read/prose_text.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin::read_room {
namespace {

using Sort = CellHeading::Sort;

constexpr std::size_t kLongest = 72;

bool unit(std::string_view text) {
  constexpr std::array<std::string_view, 8> kUnits{"RMB'000", "US$'000",     "HK$'000",   "%",
                                                   "Yen",     "Million yen", "$ million", "Shares"};
  return words::currency_alone(text) != nullptr ||
         std::find(kUnits.begin(), kUnits.end(), text) != kUnits.end();
}

bool audit_mark(std::string_view text) {
  return contains_lower(text, "audited") &&
         text.size() <= std::string_view("(as restated, unaudited)").size();
}

// Columns of changes and of adjustments.
bool column_name(std::string_view text) {
  constexpr auto kNames = std::to_array<std::string_view>({"q/q",         "y/y",
                                                           "change",      "% change",
                                                           "change %",    "variance",
                                                           "total",       "reported",
                                                           "as reported", "adjusted",
                                                           "as adjusted", "adjustments",
                                                           "restated",    "(restated)",
                                                           "as restated", "actual",
                                                           "increase",    "at cer",
                                                           "at cer*",     "(decrease)",
                                                           "growth",      "constant currency",
                                                           "n/a"});
  return text.size() <= 20 && std::find(kNames.begin(), kNames.end(), lower(text)) != kNames.end();
}

bool names_month(std::string_view text) {
  const std::string lowered = lower(text);
  return AskedText(lowered).has_any(
      {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});
}

bool holds_year(std::string_view text) {
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    const bool alone =
        (at == 0 || !is_digit(text[at - 1])) && (at + 4 == text.size() || !is_digit(text[at + 4]));
    if (alone && year(text.substr(at, 4))) return true;
  }
  return false;
}

// "June 30," or "June 30": a date whose year stands in the next cell.
bool lacks_year(std::string_view text) {
  return names_month(text) && !holds_year(text) && text.size() <= 32 &&
         std::any_of(text.begin(), text.end(), is_digit);
}

// "€ million", "In thousands of US dollars": a unit of the whole table, where no date or year stands with it.
bool scale_alone(std::string_view text) {
  return (contains_lower(text, "million") || contains_lower(text, "thousand")) &&
         std::none_of(text.begin(), text.end(), is_digit) && !contains_lower(text, "ended");
}

Sort sort_of(std::string_view text) {
  if (unit(text)) return Sort::unit;
  if (year(text)) return Sort::year;
  if (audit_mark(text)) return Sort::audit;
  if (names_notes(text)) return Sort::note;
  if (text.starts_with('(') || scale_alone(text)) return Sort::label;
  if (contains_lower(text, "ended") || contains_lower(text, "as of") || contains_lower(text, "as at"))
    return holds_year(text) ? Sort::date : Sort::phrase;
  return names_period_or_unit(text) && !column_name(text) ? Sort::date : Sort::name;
}

// "Q2 2026", "2Q24", "FY2009", "1H 2024".
bool fiscal_alone(std::string_view text) {
  constexpr std::size_t kLongestFiscal = 12;
  static constexpr std::string_view kLetters = "QHFY";
  if (text.size() < 4 || text.size() > kLongestFiscal) return false;
  const bool only = text.find_first_not_of("0123456789QHFY' ") == std::string_view::npos;
  return only && text.find_first_of(kLetters) != std::string_view::npos &&
         std::count_if(text.begin(), text.end(), is_digit) >= 3;
}

}  // namespace

bool unit_line(std::string_view text) {
  return text.size() <= 120 && text.starts_with('(') && text.ends_with(')') && names_period_or_unit(text);
}

bool could_name_a_column(const StreamCell& cell) {
  constexpr std::size_t kLongestName = 32;
  return cell.kind == StreamCell::Kind::text && cell.text().size() <= kLongestName &&
         !ends_sentence(cell.text()) && !contains_lower(cell.text(), "statement") &&
         !contains_lower(cell.text(), "balance sheet") && !contains_lower(cell.text(), "inc.") &&
         !contains_lower(cell.text(), "limited");
}

bool heading_cell(const StreamCell& cell) {
  if (cell.year()) return true;
  if (cell.figure()) return false;
  const std::string_view text = cell.text();
  if (unit(text) || audit_mark(text) || names_notes(text) || column_name(text)) return true;
  return text.size() <= kLongest && text.front() != '(' && !ends_sentence(text) &&
         names_period_or_unit(text) && !contains_lower(text, "statement") &&
         !contains_lower(text, "balance sheet") && !contains_lower(text, "results of operations");
}

namespace {

// "MonthsEndedAug.31.10": a line's end was lost with its tags.
bool glued_ended(std::string_view text) {
  constexpr std::array<std::string_view, 4> kGlued{"monthsended", "yearended", "quarterended", "weeksended"};
  return std::any_of(kGlued.begin(), kGlued.end(),
                     [&](std::string_view glued) { return contains_lower(text, glued); });
}

}  // namespace

bool heading_alone(const StreamCell& cell) {
  if (cell.year()) return true;
  if (cell.figure()) return false;
  const std::string_view text = cell.text();
  if (unit(text) || names_notes(text)) return true;
  constexpr std::size_t kLongestAlone = 40;
  if (text.size() > kLongestAlone || ends_sentence(text)) return false;
  if (fiscal_alone(text)) return true;
  const bool ended = contains_lower(text, " ended") || glued_ended(text) || contains_lower(text, "as of") ||
                     contains_lower(text, "as at");
  const std::string_view first = text.substr(0, 3);
  return (ended && (contains_lower(text, "month") || contains_lower(text, "year") ||
                    contains_lower(text, "quarter") || names_month(text))) ||
         (names_month(first) && (holds_year(text) || lacks_year(text)));
}

bool period_alone(const StreamCell& cell) {
  return cell.kind == StreamCell::Kind::text && heading_alone(cell) && holds_year(cell.text());
}

bool period_heading(const StreamCell& cell) {
  return cell.kind == StreamCell::Kind::text && heading_cell(cell) && sort_of(cell.text()) == Sort::date &&
         holds_year(cell.text());
}

bool names_a_column_at_length(const StreamCell& cell) {
  const std::string_view text = cell.text();
  return cell.kind == StreamCell::Kind::text && text.size() <= kLongest && text.front() != '(' &&
         !ends_sentence(text) && !text.ends_with(':') && (!heading_cell(cell) || column_name(text));
}

CellHeadings headings_above(std::span<const StreamCell> cells, std::size_t label, std::size_t from) {
  constexpr std::size_t kSections = 6;
  constexpr std::size_t kBetween = 3;
  std::size_t end = label;
  while (end > from && !heading_cell(cells[end - 1])) {
    const StreamCell& above = cells[end - 1];
    const bool section = above.kind == StreamCell::Kind::text && above.text().size() <= 120 &&
                         (!ends_sentence(above.text()) || above.text().ends_with(':'));
    // The unit line under the headings is one of them.
    if (unit_line(above.text()) && end - 1 > from && heading_cell(cells[end - 2])) break;
    if (!section || label - end >= kSections) break;
    --end;
  }
  const bool unit_below = end > from + 1 && unit_line(cells[end - 1].text()) && heading_cell(cells[end - 2]);
  if (end == from || (!unit_below && !heading_cell(cells[end - 1]))) return {label, label};
  std::size_t begin = unit_below ? end - 1 : end;
  while (begin > from) {
    if (heading_cell(cells[begin - 1])) {
      --begin;
      continue;
    }
    // Names of columns and unit lines between other headings.
    std::size_t above = begin - 1;
    while (above > from && begin - above < kBetween && !heading_cell(cells[above - 1]) &&
           (could_name_a_column(cells[above]) || unit_line(cells[above].text())))
      --above;
    const bool between = above > from && heading_alone(cells[above - 1]) &&
                         (could_name_a_column(cells[above]) || unit_line(cells[above].text()));
    if (!between) break;
    begin = above;
  }
  return {begin, end};
}

namespace {

// "December" over "31, 2023".
bool month_alone(std::string_view text) {
  constexpr std::size_t kLongestMonth = 10;
  return names_month(text) && text.size() <= kLongestMonth && text.find(' ') == std::string_view::npos &&
         std::none_of(text.begin(), text.end(), is_digit);
}
bool day_with_year(std::string_view text) {
  const std::size_t comma = text.find(", ");
  return (comma == 1 || comma == 2) && is_digit(text.front()) && is_digit(text[comma - 1]) &&
         year(text.substr(comma + 2));
}

// "Three months ended", "June 30, 2010", "Three months ended", "June 30, 2009": each phrase goes with a date.
bool phrases_with_dates(std::span<const StreamCell> cells) {
  std::size_t phrases = 0, dates = 0;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    const Sort sort = cells[at].kind == StreamCell::Kind::text ? sort_of(cells[at].text()) : Sort::year;
    if (sort == Sort::year) return false;
    dates += sort == Sort::date ? 1 : 0;
    if (sort != Sort::phrase) continue;
    ++phrases;
    if (at + 1 == cells.size() || sort_of(cells[at + 1].text()) != Sort::date) return false;
  }
  return phrases > 1 && phrases == dates;
}

}  // namespace

std::vector<CellHeading> heading_cells(std::span<const StreamCell> cells, bool spaced, Builder& builder) {
  // A date without its year goes on in the next cell only if every such date does, and no second year
  // follows: "Year ended June 30," stands over "2024" and "2023".
  bool years_follow = true;
  for (std::size_t at = 0; at < cells.size(); ++at)
    if (lacks_year(cells[at].text()))
      years_follow = years_follow && at + 1 < cells.size() && cells[at + 1].year() &&
                     (at + 2 == cells.size() || !cells[at + 2].year());
  // "Three months ended", "June 30," and again "Six months ended", "June 30,".
  bool dates_follow = true;
  for (std::size_t at = 0; at < cells.size(); ++at)
    if (cells[at].kind == StreamCell::Kind::text && sort_of(cells[at].text()) == Sort::phrase)
      dates_follow = dates_follow && at + 1 < cells.size() && lacks_year(cells[at + 1].text()) &&
                     (at + 2 == cells.size() || !lacks_year(cells[at + 2].text()));
  const bool dates_in_turn = phrases_with_dates(cells);
  std::vector<CellHeading> found;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    const std::string_view text = cells[at].text();
    const bool next_line = spaced && at > 0 && cells[at].first == cells[at - 1].last + 1;
    const bool its_year =
        at > 0 && cells[at].year() && lacks_year(cells[at - 1].text()) && (next_line || years_follow);
    const bool one_cell = at > 0 && sort_of(cells[at - 1].text()) == Sort::phrase && lacks_year(text) &&
                          (next_line || (dates_follow && !years_follow));
    const bool its_day = at > 0 && month_alone(cells[at - 1].text()) && day_with_year(text);
    const bool its_date = at > 0 && dates_in_turn && sort_of(cells[at - 1].text()) == Sort::phrase;
    const bool its_end = at > 0 && cells[at - 1].last + 1 == cells[at].first && names_notes(text) &&
                         names_notes(cells[at - 1].text());  // "Note", "Ref."
    if (!found.empty() && (one_cell || its_year || its_day || its_date || its_end)) {
      RawCell& before = found.back().cell;
      before.text = builder.keep(std::string(before.text) + " " + std::string(text));
      found.back().sort = sort_of(before.text);
      continue;
    }
    found.push_back({cells[at].raw, sort_of(text)});
  }
  return found;
}

namespace {

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
    if (singles == over + 1 && over > 1 && !names_period(headings[at].cell.text)) {
      // The name of the labels, before those of the columns.
      add(over_equal(headings.subspan(at + 1, over), over, 1 + noted, {placed(headings[at].cell, 0, 1)}));
      at += singles;
      continue;
    }
    // Behind as many as there are columns, the first two of them periods, a name is the rows' and no
    // column's.
    if (singles == over + 1 && run_of_sort(headings, at) > 1 && headings[at + over].sort != Sort::unit &&
        !names_period(headings[at + over].cell.text) && !column_name(headings[at + over].cell.text)) {
      add(over_equal(headings.subspan(at, over), over, 1 + noted));
      add({placed(headings[at + over].cell, 0, 1)});
      at += singles;
      continue;
    }
    const std::size_t same = run_of_sort(headings, at);
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
    if (over % count == 0) {
      add(over_equal(headings.subspan(at, count), over, 1 + noted));
    } else if (count > 1 && count == groups.size()) {
      add(over_groups(headings.subspan(at, count), groups, over, 1 + noted));
    } else if (sort != Sort::audit) {
      std::string text;
      for (std::size_t i = at; i < end; ++i)
        text.append(text.empty() ? "" : " ").append(headings[i].cell.text);
      RawCell together = placed(headings[at].cell, 1, columns);
      together.text = builder.keep(text);
      add({together});
    }
    at = end;
  }
  return rows;
}

}  // namespace kcfin::read_room
