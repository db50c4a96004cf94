// From the first label upward: periods, units and names, with the names and unit lines that stand between
// them.
#include "read/cell_headings.h"

#include <algorithm>
#include <array>
#include <string>

#include "read/cell_heading_words.h"
#include "read/grid.h"
#include "read/html_guard.h"
#include "read/line_looks.h"
#include "read/prose_text.h"
#include "values/text.h"

namespace kcfin::read_room {
namespace {

using Sort = CellHeading::Sort;
constexpr std::size_t kLongest = 72;

}  // namespace

bool unit_line(std::string_view text) {
  return text.size() <= 120 && text.starts_with('(') && text.ends_with(')') && names_period_or_unit(text);
}

bool could_name_a_column(const StreamCell& cell) {
  constexpr std::size_t kLongestName = 36;
  return cell.kind == StreamCell::Kind::text && cell.text().size() <= kLongestName &&
         !ends_sentence(cell.text()) && !contains_lower(cell.text(), "statement") &&
         !contains_lower(cell.text(), "balance sheet") && !contains_lower(cell.text(), "inc.") &&
         !contains_lower(cell.text(), "limited");
}

bool heading_cell(const StreamCell& cell) {
  if (cell.year()) return true;
  if (cell.figure()) return false;
  const std::string_view text = cell.text();
  if (unit(text) || audit_mark(text) || names_notes(text) || column_name(text) || dates_in_brackets(text))
    return true;
  return text.size() <= kLongest && text.front() != '(' && !ends_sentence(text) &&
         names_period_or_unit(text) && !contains_lower(text, "statement") &&
         !contains_lower(text, "balance sheet") && !contains_lower(text, "results of operations") &&
         !text.starts_with("Schedule of ") && !text.starts_with("Summary of ");
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
  if (unit(text) || names_notes(text) || dates_in_brackets(text)) return true;
  constexpr std::size_t kLongestAlone = 40;
  if (text.size() > kLongestAlone || ends_sentence(text)) return false;
  if (fiscal_alone(text) || quarter_alone(text)) return true;
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
  if (begin > from && dates_in_brackets(cells[begin].text()) && could_name_a_column(cells[begin - 1]))
    --begin;
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
    // "Current" over "(March 31, 2026)".
    const bool its_brackets = at > 0 && dates_in_brackets(text) &&
                              cells[at].first == cells[at - 1].last + 1 &&
                              sort_of(cells[at - 1].text()) == Sort::name;
    const bool its_end = at > 0 && cells[at - 1].last + 1 == cells[at].first && names_notes(text) &&
                         names_notes(cells[at - 1].text());  // "Note", "Ref."
    if (!found.empty() && (one_cell || its_year || its_day || its_date || its_brackets || its_end)) {
      RawCell& before = found.back().cell;
      before.text = builder.keep(std::string(before.text) + " " + std::string(text));
      found.back().sort = its_brackets ? Sort::date : sort_of(before.text);
      continue;
    }
    found.push_back({cells[at].raw, sort_of(text)});
  }
  return found;
}

}  // namespace kcfin::read_room
