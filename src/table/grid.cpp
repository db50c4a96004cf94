// Tells heading rows from body rows by their words, and finds the columns that hold figures by counting.
#include "table/grid.h"

#include <algorithm>
#include <map>
#include <string>

#include "table/heading_joins.h"
#include "table/unit_line.h"
#include "table/year_labels.h"
#include "values/text.h"
#include "words/balance_label.h"

namespace kcfin::table {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); }

bool figure_like(const Scanned& scanned) {
  return scanned.form == Form::figure || scanned.form == Form::dash || scanned.form == Form::damaged ||
         scanned.form == Form::several;
}

bool strong(const Token& token) {
  switch (token.word) {
    case Word::months:
    case Word::month_day:
    case Word::quarter:
    case Word::half:
    case Word::full_year:
    case Word::unit:
    case Word::change:
    case Word::share:
    case Word::notes:
    case Word::as_of:
    case Word::percent:
    case Word::scale:
    case Word::count:
      return true;
    case Word::year:
      return true;
    case Word::to_date:
      return token.value != 0;
    case Word::per_share:
    case Word::audited:
      return false;
  }
  return false;
}

// What a row says as a heading.
struct HeadingLook {
  int strong = 0;   // cells with a heading word
  int words = 0;    // cells with other words only
  int figures = 0;  // cells that are figures and no years
  bool label_strong = false;
};

// What a cell's text is; a figure or a dash whose column nothing tells is damaged, and may stand for nothing.
Scanned scan(const RawCell& cell, const NumberStyle& style) {
  Scanned scanned = scan_cell(cell.text, style);
  if (cell.unplaced && (scanned.form == Form::figure || scanned.form == Form::dash)) {
    scanned.form = Form::damaged;
    scanned.candidates.clear();
  }
  return scanned;
}

HeadingLook look_at(const RawRow& raw, const NumberStyle& style) {
  HeadingLook look;
  for (const RawCell& cell : raw.cells) {
    const Lexed& lexed = lex_heading(cell.text);
    const bool any = std::any_of(lexed.tokens.begin(), lexed.tokens.end(), strong);
    if (cell.column == 0 && raw.cells.size() > 1) {
      look.label_strong = any && !lexed.words_left;
      if (!look.label_strong) continue;
    }
    const Scanned scanned = scan(cell, style);
    // "$7" is no year, whatever two digits may be.
    const bool priced = scanned.bare_dollar || scanned.money[0] != 0;
    const bool year_only = any && !lexed.figures_left && !priced;
    if ((scanned.form == Form::figure && !(year_only && !scanned.percent && !scanned.grouped)) ||
        scanned.form == Form::dash) {
      ++look.figures;
    } else if (any && !lexed.figures_left) {
      ++look.strong;
    } else if (scanned.form == Form::words || any) {
      ++look.words;
    }
  }
  return look;
}

std::string_view label_of(const RawRow& raw) {
  return !raw.cells.empty() && raw.cells.front().column == 0 ? raw.cells.front().text : std::string_view{};
}

// A period with its year.
bool says_whole_period(const Lexed& lexed) {
  const auto has_word = [&](Word word) {
    return std::any_of(lexed.tokens.begin(), lexed.tokens.end(),
                       [&](const Token& token) { return token.word == word; });
  };
  return has_word(Word::year) &&
         (has_word(Word::month_day) || has_word(Word::quarter) || has_word(Word::half));
}

enum class RowLook : std::uint8_t { heading, unit_line, body };

// A unit line that sits on a row of the body: "Revenues: | RMB | RMB | US$".
bool units_only(const RawRow& raw) {
  int units = 0;
  for (const RawCell& cell : raw.cells) {
    if (cell.column == 0) continue;
    const Lexed& lexed = lex_heading(cell.text);
    if (lexed.words_left || lexed.figures_left || lexed.tokens.empty()) return false;
    for (const Token& token : lexed.tokens) {
      if (token.word != Word::unit && token.word != Word::scale && token.word != Word::percent &&
          token.word != Word::audited)
        return false;
    }
    ++units;
  }
  return units > 0;
}

// "(in thousands)" on a row between others that has lost its label.
bool says_scale_only(const RawRow& raw) {
  return std::all_of(raw.cells.begin(), raw.cells.end(), [](const RawCell& cell) {
    if (cell.column == 0) return false;
    const Lexed& lexed = lex_heading(cell.text);
    return !lexed.words_left && !lexed.figures_left && !lexed.tokens.empty() &&
           std::all_of(lexed.tokens.begin(), lexed.tokens.end(),
                       [](const Token& token) { return token.word == Word::scale; });
  });
}

// Digits with separators, a point or parentheses, and nothing else: no heading has such a cell. Most rows
// are told by this alone, without reading their words.
bool surely_figure(std::string_view text) {
  bool digit = false, mark = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digit = true;
    } else if (c == ',' || c == '.' || c == '(' || c == ')' || c == '%') {
      mark = true;
    } else if (c != ' ' && c != '$' && c != '-') {
      return false;
    }
  }
  return digit && mark && scan_cell(text, NumberStyle{.grouping = Grouping::indian}).form == Form::figure;
}

// "REVENUES | 2023 | 2022 | 2021": every cell beside the label is a year or a date.
bool dates_only(const RawRow& raw) {
  int dates = 0;
  for (const RawCell& cell : raw.cells) {
    if (cell.column == 0) continue;
    const Lexed& lexed = lex_heading(cell.text);
    if (lexed.words_left || lexed.figures_left || lexed.tokens.empty()) return false;
    for (const Token& token : lexed.tokens) {
      if (token.word != Word::year && token.word != Word::month_day) return false;
    }
    ++dates;
  }
  return dates >= 2;
}

// Years that follow each other, as those of a heading do.
bool years_in_turn(const RawRow& raw) {
  int before = 0;
  for (const RawCell& cell : raw.cells) {
    if (cell.column == 0) continue;
    const std::vector<Token>& tokens = lex_heading(cell.text).tokens;
    if (tokens.size() != 1 || tokens.front().word != Word::year) return false;
    const int year = tokens.front().value;
    if (before != 0 && year != before - 1 && year != before + 1) return false;
    before = year;
  }
  return before != 0;
}

// A row of years or dates whose label says something too, once the body has begun: after titles alone it is
// the heading; among figures it is one where the label is a heading's, or the years follow each other.
bool heads_beside_label(const RawRow& raw, const Lexed& label_words, bool figures_above) {
  return dates_only(raw) && (!figures_above || years_in_turn(raw) ||
                             std::any_of(label_words.tokens.begin(), label_words.tokens.end(), strong));
}

RowLook classify(const RawRow& raw, bool in_heading, bool headed, bool figures_above,
                 const NumberStyle& style) {
  if (raw.cells.empty()) return RowLook::body;
  if (raw.cells.back().column > 0 && surely_figure(raw.cells.back().text)) return RowLook::body;
  if (!in_heading && raw.cells.size() == 1 && raw.cells.front().column == 0) return RowLook::body;
  if (!in_heading && says_scale_only(raw)) return RowLook::unit_line;
  const HeadingLook look = look_at(raw, style);
  const std::string_view label = label_of(raw);
  const Lexed& label_words = lex_heading(label);
  const bool label_free = label.empty() || !label_words.words_left || raw.cells.size() == 1;
  if (look.figures > 0) return RowLook::body;
  if (look.strong > 0 && !label.empty() && label_words.words_left && units_only(raw))
    return in_heading || label.back() == ':' ? RowLook::unit_line : RowLook::body;
  if (raw.cells.size() == 1 && !label.empty()) {
    // One cell alone: a title or a period inside the heading; a section's header in the body.
    const bool any = std::any_of(label_words.tokens.begin(), label_words.tokens.end(), strong);
    return in_heading && any && (!label_words.words_left || scale_statement(label).scale_power >= 0)
               ? RowLook::heading
               : RowLook::body;
  }
  if (label_free && look.strong > 0 && look.strong >= look.words) return RowLook::heading;
  if (!in_heading && heads_beside_label(raw, label_words, figures_above)) return RowLook::heading;
  // "For the year ended December 31, 2023 | Timber | Paper | Total", under a title in the same grid.
  if (!in_heading && look.words > 0 && look.strong == 1 && look.label_strong &&
      says_whole_period(label_words))
    return RowLook::heading;
  // Other words over the columns; one alone only under a heading.
  if (in_heading && look.words + look.strong > 0 && (raw.cells.size() > 1 || headed)) return RowLook::heading;
  return RowLook::body;
}

BodyRow body_row(const RawRow& raw, const NumberStyle& style) {
  BodyRow row;
  row.raw = &raw;
  for (const RawCell& cell : raw.cells) {
    Scanned scanned = scan(cell, style);
    const bool label = row.label == nullptr && row.cells.empty() && cell.column == 0 && !figure_like(scanned);
    if (label) {
      row.label = &cell;
    } else {
      row.cells.push_back({&cell, std::move(scanned)});
    }
  }
  return row;
}

// "7", "2.16", "5, 14", "12(b)": what stands under "Notes".
bool note_number(std::string_view text) {
  int digits = 0;
  bool any = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    digits = digit ? digits + 1 : 0;
    if (digits > 2 ||
        (!digit && !is_letter(c) && std::string_view(" .,;&()-/").find(c) == std::string_view::npos))
      return false;
    any |= digit;
  }
  return any;
}

const RawCell* cell_above(const std::vector<RawCell>& cells, std::uint16_t column) {
  const auto above = std::find_if(cells.begin(), cells.end(), [&](const RawCell& cell) {
    return cell.column <= column && column < cell.column + cell.span;
  });
  return above == cells.end() ? nullptr : &*above;
}

// Whether a heading stands over a grid column.
bool headed(const Draft& draft, std::uint16_t column) {
  return std::any_of(draft.heading.begin(), draft.heading.end(),
                     [&](const HeadingRow& row) { return cell_above(row.cells, column) != nullptr; });
}

// Grid columns that hold figures. A column of note numbers is none.
std::vector<std::uint16_t> find_value_columns(const Draft& draft) {
  struct Count {
    int figures = 0, notes = 0;
  };
  std::map<std::uint16_t, Count> counts;
  int rows = 0;
  for (const BodyRow& row : draft.body) {
    bool any = false;
    for (const BodyCell& cell : row.cells) {
      if (!figure_like(cell.scanned)) continue;
      Count& count = counts[cell.raw->column];
      ++count.figures;
      if (note_number(cell.raw->text)) ++count.notes;
      any = true;
    }
    if (any) ++rows;
  }
  std::vector<std::uint16_t> columns;
  for (const auto& [column, count] : counts) columns.push_back(column);
  if (columns.empty()) return columns;

  // Note numbers: a column under "Notes" with nothing else in it.
  for (const HeadingRow& row : draft.heading) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const bool notes = std::any_of(row.lexed[i].tokens.begin(), row.lexed[i].tokens.end(),
                                     [](const Token& token) { return token.word == Word::notes; });
      const std::uint16_t column = row.cells[i].column;
      const auto found = counts.find(column);
      if (notes && found != counts.end() && found->second.notes == found->second.figures)
        std::erase(columns, column);
    }
  }
  // So is the first of them where it holds nothing else and is the only one without a heading.
  const auto only_notes = [&](std::uint16_t column) {
    return counts[column].notes == counts[column].figures;
  };
  if (draft.spans_known && columns.size() > 1 && only_notes(columns.front()) &&
      !headed(draft, columns.front()) &&
      std::all_of(columns.begin() + 1, columns.end(),
                  [&](std::uint16_t column) { return headed(draft, column) && !only_notes(column); }))
    columns.erase(columns.begin());
  // A column that hardly any row uses is a cell gone astray, where enough others are used.
  int most = 0;
  for (const std::uint16_t column : columns) most = std::max(most, counts[column].figures);
  std::erase_if(columns, [&](std::uint16_t column) { return counts[column].figures * 8 < most; });
  return columns;
}

// "31," in a cell of its own, the rest of a date whose month stands above it; several where cells ran
// together, "31, 31,". Empty for anything else.
std::vector<int> days_alone(std::string_view text) {
  std::vector<int> days;
  bool open = false;  // more digits may follow
  for (const char c : text) {
    if (is_digit(c)) {
      if (!open) days.push_back(0);
      days.back() = days.back() * 10 + (c - '0');
      open = true;
      if (days.back() > 31) return {};
    } else if (c == ',' || c == ' ') {
      open = false;
    } else {
      return {};
    }
  }
  return std::find(days.begin(), days.end(), 0) == days.end() ? days : std::vector<int>{};
}

bool month_without_day(const Token& token) { return token.word == Word::month_day && token.day == 0; }

// "December | December" over "31, | 31,": every cell is the day of a month above, or there are as many days
// as months.
bool is_row_of_days(const RawRow& raw, const HeadingRow& above) {
  std::ptrdiff_t days = 0, months = 0;
  bool under_months = true;
  for (const RawCell& cell : raw.cells) {
    const std::vector<int> own = days_alone(cell.text);
    if (own.empty()) return false;
    days += static_cast<std::ptrdiff_t>(own.size());
    const RawCell* month = cell_above(above.cells, cell.column);
    under_months = under_months && own.size() == 1 && month != nullptr && months_in(month->text) == 1;
  }
  if (days == 0 || under_months) return days > 0;
  for (const RawCell& cell : above.cells) months += months_in(cell.text);
  return days == months;
}

// Gives the months of a heading row the days that stand in the row below it: those below them, or, where
// cells ran together, in their order.
void join_days(HeadingRow& months, HeadingRow& days) {
  std::vector<Token*> open;
  std::vector<int> all;
  for (std::size_t i = 0; i < months.cells.size(); ++i) {
    for (Token& token : months.lexed[i].tokens) {
      if (month_without_day(token)) open.push_back(&token);
    }
  }
  for (const RawCell& cell : days.cells) {
    for (const int day : days_alone(cell.text)) all.push_back(day);
  }
  for (std::size_t i = 0; open.size() == all.size() && i < all.size(); ++i) {
    open[i]->day = static_cast<std::uint8_t>(all[i]);
    open[i]->guessed = false;
  }
  for (std::size_t i = 0; open.size() != all.size() && i < months.cells.size(); ++i) {
    for (Token& token : months.lexed[i].tokens) {
      const RawCell* day =
          month_without_day(token) ? cell_above(days.cells, months.cells[i].column) : nullptr;
      if (day == nullptr) continue;
      const std::vector<int> own = days_alone(day->text);
      if (own.empty()) continue;
      token.day = static_cast<std::uint8_t>(own.front());
      token.guessed = false;
    }
  }
  for (Lexed& lexed : days.lexed) lexed = Lexed{};
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
  bool figures_above = false;  // in the body of the draft at hand
  for (const RawRow& row : raw.rows) {
    const bool in_heading = draft.body.empty();
    const bool days = in_heading && !draft.heading.empty() && is_row_of_days(row, draft.heading.back());
    const RowLook look =
        days ? RowLook::heading : classify(row, in_heading, !draft.heading.empty(), figures_above, style);
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
