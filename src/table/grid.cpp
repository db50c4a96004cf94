// Takes a raw table apart row by row: titles, headings, bodies.
#include "table/grid.h"

#include <algorithm>
#include <string>

#include "table/days_below.h"
#include "table/heading_joins.h"
#include "table/row_look.h"
#include "table/unit_line.h"
#include "table/value_columns.h"
#include "table/year_labels.h"
#include "words/balance_label.h"

namespace kcfin::table {
namespace {

BodyRow body_row(const RawRow& raw, const NumberStyle& style) {
  BodyRow row;
  row.raw = &raw;
  for (const RawCell& cell : raw.cells) {
    Scanned scanned = scan_raw(cell, style);
    const bool label = row.label == nullptr && row.cells.empty() && cell.column == 0 && !figure_like(scanned);
    if (label) {
      row.label = &cell;
    } else {
      row.cells.push_back({&cell, std::move(scanned)});
    }
  }
  return row;
}

// The rows of one text that end a draft may be the title of the next one in the same grid.
std::vector<const RawRow*> title_at_end(const Draft& draft) {
  std::vector<const RawRow*> out;
  for (auto row = draft.body.rbegin(); row != draft.body.rend() && row->raw->cells.size() == 1; ++row)
    out.push_back(row->raw);
  std::reverse(out.begin(), out.end());
  return out;
}

// "Revenues | Segment profit" right before the row of years: names over groups of columns.
std::vector<const RawRow*> names_at_end(const Draft& draft) {
  constexpr std::size_t kLongestName = 60;
  std::vector<const RawRow*> out;
  for (auto row = draft.body.rbegin(); row != draft.body.rend() && out.empty(); ++row) {
    const bool names = (row->label == nullptr || scale_statement(row->label->text).scale_power >= 0) &&
                       row->cells.size() > 1 &&
                       std::all_of(row->cells.begin(), row->cells.end(), [&](const BodyCell& cell) {
                         return cell.scanned.form == Form::words && cell.raw->text.size() <= kLongestName;
                       });
    if (!names) break;
    out.push_back(row->raw);
  }
  return out;
}

// The rows above a heading's first that begin its phrase, "Three" over "Months" over "Ended", are no title.
void take_begun_phrase(Draft& draft) {
  constexpr std::size_t kMostRows = 3;
  const std::vector<RawCell> first = draft.heading.front().cells;
  for (const RawCell& cell : first) {
    std::string whole(cell.text);
    for (std::size_t rows = 1; rows <= kMostRows && rows <= draft.title.size(); ++rows) {
      const auto begin = draft.title.end() - static_cast<std::ptrdiff_t>(rows);
      const RawCell& above = (*begin)->cells.front();
      if (cell.column == 0 || above.column != cell.column) break;
      whole.insert(0, " ").insert(0, above.text);
      const Sense sense = sense_of(whole);
      if (sense.left > 0 || sense.tokens <= sense_of(cell.text).tokens) continue;
      std::vector<HeadingRow> heading;
      for (auto row = begin; row != draft.title.end(); ++row)
        heading.push_back({*row, {(*row)->cells.begin(), (*row)->cells.end()}, {}});
      draft.heading.insert(draft.heading.begin(), heading.begin(), heading.end());
      draft.title.erase(begin, draft.title.end());
      return;
    }
  }
}

bool says_period(const Token& token) {
  switch (token.word) {
    case Word::months:
    case Word::month_day:
    case Word::year:
    case Word::quarter:
    case Word::half:
    case Word::full_year:
    case Word::as_of:
      return true;
    case Word::to_date:
      return token.value != 0;
    default:
      return false;
  }
}

// What a heading, or a text in the body, says of periods.
struct PeriodWords {
  bool year = false, rest = false, other = false;  // a year, other words of a period, words of anything else
};

PeriodWords period_words(const Lexed& lexed) {
  PeriodWords out;
  out.other = lexed.words_left || lexed.figures_left || lexed.tokens.empty();
  for (const Token& token : lexed.tokens) {
    out.year |= token.word == Word::year;
    out.rest |= says_period(token) && token.word != Word::year && token.word != Word::as_of;
    out.other |= !says_period(token) && token.word != Word::audited;
  }
  return out;
}

// The row of a heading that is a period over the labels, and nothing else.
bool opens_period_alone(const HeadingRow& row) {
  if (row.cells.size() != 1 || row.cells.front().column != 0) return false;
  const PeriodWords own = period_words(lex_heading(row.cells.front().text));
  return !own.other && own.rest;
}

// "Six months ended June 30, 2024:" between the rows of a table whose heading names segments, "Six months
// ended June 30" where it names years: the rows below are of another period than those above.
bool opens_period(const RawRow& row, const Draft& draft) {
  constexpr std::size_t kLongest = 60;
  if (row.cells.size() != 1 || row.cells.front().column != 0 || row.cells.front().text.size() > kLongest)
    return false;
  const PeriodWords own = period_words(lex_heading(row.cells.front().text));
  if (own.other || !own.rest) return false;
  // "Balance at April 1, 2023" above it: a statement of changes, whose balances belong together.
  if (std::any_of(draft.body.begin(), draft.body.end(), [](const BodyRow& above) {
        return above.label != nullptr && words::names_balance(above.label->text);
      }))
    return false;
  PeriodWords heading;
  for (const HeadingRow& above : draft.heading) {
    if (above.cells.size() == 1 && opens_period_alone(above)) continue;
    for (const RawCell& cell : above.cells) {
      const PeriodWords words = period_words(lex_heading(cell.text));
      heading.year |= words.year;
      heading.rest |= words.rest;
    }
  }
  return !heading.rest && heading.year != own.year;
}

// The heading goes on over the rows of another period: without the period of those above.
std::vector<HeadingRow> heading_without_period(const Draft& draft) {
  std::vector<HeadingRow> out;
  for (const HeadingRow& row : draft.heading) {
    if (!opens_period_alone(row))
      out.push_back({row.raw, {row.raw->cells.begin(), row.raw->cells.end()}, {}});
  }
  return out;
}

bool year_alone(const HeadingRow& row) {
  if (row.cells.size() != 1) return false;
  const PeriodWords words = period_words(lex_heading(row.cells.front().text));
  return words.year && !words.rest && !words.other;
}

// "2023" alone between the rows of a table whose heading names the quarters of "2024": the rows below are of
// its quarters of that year.
void take_heading_above(Draft& draft, const std::vector<HeadingRow>& above) {
  if (draft.heading.size() != 1 || !year_alone(draft.heading.front())) return;
  std::vector<HeadingRow> heading;
  bool names = false;
  std::size_t years = 0;
  for (const HeadingRow& row : above) {
    if (year_alone(row)) {
      ++years;
      continue;
    }
    for (const RawCell& cell : row.cells)
      if (period_words(lex_heading(cell.text)).year) return;
    names = names || row.cells.size() > 1;
    heading.push_back(row);
  }
  if (!names || years != 1) return;
  heading.push_back(std::move(draft.heading.front()));
  draft.heading = std::move(heading);
  draft.goes_on = true;
}

void finish(Draft& draft, std::vector<Draft>& out, std::deque<std::string>& joined, bool heading_follows) {
  const std::vector<const RawRow*> names =
      heading_follows ? names_at_end(draft) : std::vector<const RawRow*>{};
  draft.body.resize(draft.body.size() - names.size());
  std::vector<const RawRow*> title = title_at_end(draft);
  join_spans_below(draft.heading, joined);
  join_phrases_below(draft.heading, joined);
  for (std::size_t r = 0; r < draft.heading.size(); ++r) {
    HeadingRow& row = draft.heading[r];
    // "31 | 31,": the days of two months, not a phrase that a border cuts.
    const bool days = r > 0 && is_row_of_days(*row.raw, draft.heading[r - 1]);
    if (!days) {
      join_cut_words(row, joined);
      join_cut_phrases(row, joined);
    }
    for (const RawCell& cell : row.cells) row.lexed.push_back(lex_heading(cell.text));
    if (days) join_days(draft.heading[r - 1], row);
  }
  take_years_for_labels(draft);
  draft.value_columns = find_value_columns(draft);
  if (draft.spans_known) move_periods_over_groups(draft.heading, draft.value_columns);
  if (draft.value_columns.empty()) title.insert(title.begin(), draft.title.begin(), draft.title.end());
  if (!draft.value_columns.empty()) out.push_back(std::move(draft));
  draft = Draft{};
  draft.title = std::move(title);
  for (const RawRow* row : names) draft.heading.push_back({row, {row->cells.begin(), row->cells.end()}, {}});
}

}  // namespace

bool continue_heading(Draft& draft, const Draft& before) {
  const auto first_label = [](const Draft& of) -> std::string_view {
    for (const BodyRow& row : of.body) {
      if (!row.cells.empty()) return row.label == nullptr ? std::string_view{} : row.label->text;
    }
    return {};
  };
  const bool only_period =
      !draft.heading.empty() && std::all_of(draft.heading.begin(), draft.heading.end(), opens_period_alone);
  if (!only_period || draft.value_columns.size() < 2 || draft.value_columns != before.value_columns ||
      first_label(draft).empty() || first_label(draft) != first_label(before))
    return false;
  std::vector<HeadingRow> names;
  for (const HeadingRow& row : before.heading) {
    HeadingRow own;
    own.raw = row.raw;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (row.cells[c].column == 0 || row.cells[c].column < draft.value_columns.front()) continue;
      const PeriodWords words = period_words(row.lexed[c]);
      if (words.year || words.rest) return false;
      own.cells.push_back(row.cells[c]);
      own.lexed.push_back(row.lexed[c]);
    }
    if (!own.cells.empty()) names.push_back(std::move(own));
  }
  if (names.empty()) return false;
  draft.heading.insert(draft.heading.begin(), names.begin(), names.end());
  return true;
}

std::vector<Draft> take_apart(const RawTable& raw, const NumberStyle& style,
                              std::deque<std::string>& joined) {
  std::vector<Draft> out;
  Draft draft;
  bool figures_above = false;     // in the body of the draft at hand
  std::vector<HeadingRow> above;  // the heading of the draft before it
  for (const RawRow& row : raw.rows) {
    const bool in_heading = draft.body.empty();
    const bool days = in_heading && !draft.heading.empty() && is_row_of_days(row, draft.heading.back());
    const RowLook look =
        days ? RowLook::heading : look_of(row, {in_heading, !draft.heading.empty(), figures_above}, style);
    if (look == RowLook::body && !in_heading && opens_period(row, draft)) {
      std::vector<HeadingRow> heading = heading_without_period(draft);
      draft.spans_known = raw.spans_known;
      finish(draft, out, joined, true);
      draft.goes_on = figures_above;
      heading.insert(heading.end(), draft.heading.begin(), draft.heading.end());
      heading.push_back({&row, {row.cells.begin(), row.cells.end()}, {}});
      draft.heading = std::move(heading);
      figures_above = false;
      continue;
    }
    if (look == RowLook::body) {
      if (in_heading) take_heading_above(draft, above);
      BodyRow body = body_row(row, style);
      figures_above = figures_above || !body.cells.empty();
      if (body.label != nullptr || !body.cells.empty()) draft.body.push_back(std::move(body));
      continue;
    }
    if (look == RowLook::unit_line || in_heading) {
      draft.heading.push_back({&row, {row.cells.begin(), row.cells.end()}, {}});
      if (look == RowLook::unit_line) {
        auto& cells = draft.heading.back().cells;
        const bool labelled = std::erase_if(cells, [](const RawCell& cell) { return cell.column == 0; }) > 0;
        BodyRow body;
        body.raw = &row;
        if (labelled) body.label = &row.cells.front();
        if (labelled) draft.body.push_back(std::move(body));
      }
      continue;
    }
    draft.spans_known = raw.spans_known;
    above = draft.heading;
    finish(draft, out, joined, true);
    figures_above = false;
    draft.heading.push_back({&row, {row.cells.begin(), row.cells.end()}, {}});
    if (draft.heading.size() == 1) take_begun_phrase(draft);
  }
  draft.spans_known = raw.spans_known;
  finish(draft, out, joined, false);
  return out;
}

}  // namespace kcfin::table
