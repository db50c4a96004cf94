// Tells the rows of a heading from those of a body by their words: a row with figures is none of a heading.
#include "table/row_look.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "table/heading_lexer.h"
#include "table/unit_line.h"
#include "values/text.h"

namespace kcfin::table {
namespace {

// A word that only headings have.
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

HeadingLook look_at(const RawRow& raw, const NumberStyle& style) {
  HeadingLook look;
  for (const RawCell& cell : raw.cells) {
    const Lexed& lexed = lex_heading(cell.text);
    const bool any = std::any_of(lexed.tokens.begin(), lexed.tokens.end(), strong);
    if (cell.column == 0 && raw.cells.size() > 1) {
      look.label_strong = any && !lexed.words_left;
      if (!look.label_strong) continue;
    }
    const Scanned scanned = scan_raw(cell, style);
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

// As many percent signs as figures, and a figure at least.
bool percentages_alone(std::string_view text) {
  std::size_t figures = 0, signs = 0;
  bool inside = false;  // a figure
  for (const char c : text) {
    const bool goes_on = is_digit(c) || (inside && (c == '.' || c == ','));
    figures += goes_on && !inside ? 1 : 0;
    signs += c == '%' ? 1 : 0;
    inside = goes_on;
  }
  return figures > 0 && signs == figures;
}

}  // namespace

Scanned scan_raw(const RawCell& cell, const NumberStyle& style) {
  Scanned scanned = scan_cell(cell.text, style);
  if (!cell.unplaced) return scanned;
  // One figure or several, of columns that nothing tells. "55% 56%" are percentages, "516 2.9%" an amount and
  // what it is a percentage of.
  scanned.percent = percentages_alone(cell.text);
  if (scanned.form == Form::figure || scanned.form == Form::dash || scanned.form == Form::several) {
    scanned.form = Form::damaged;
    scanned.candidates.clear();
  }
  return scanned;
}

RowLook look_of(const RawRow& raw, const RowPlace& place, const NumberStyle& style) {
  if (raw.cells.empty()) return RowLook::body;
  if (raw.cells.back().column > 0 && surely_figure(raw.cells.back().text)) return RowLook::body;
  if (!place.in_heading && raw.cells.size() == 1 && raw.cells.front().column == 0) return RowLook::body;
  if (!place.in_heading && says_scale_only(raw)) return RowLook::unit_line;
  const HeadingLook look = look_at(raw, style);
  const std::string_view label = label_of(raw);
  const Lexed& label_words = lex_heading(label);
  const bool label_free = label.empty() || !label_words.words_left || raw.cells.size() == 1;
  if (look.figures > 0) return RowLook::body;
  if (look.strong > 0 && !label.empty() && label_words.words_left && units_only(raw))
    return place.in_heading || label.back() == ':' ? RowLook::unit_line : RowLook::body;
  if (raw.cells.size() == 1 && !label.empty()) {
    // One cell alone: a title or a period inside the heading; a section's header in the body.
    const bool any = std::any_of(label_words.tokens.begin(), label_words.tokens.end(), strong);
    return place.in_heading && any && (!label_words.words_left || scale_statement(label).scale_power >= 0)
               ? RowLook::heading
               : RowLook::body;
  }
  if (label_free && look.strong > 0 && look.strong >= look.words) return RowLook::heading;
  if (!place.in_heading && heads_beside_label(raw, label_words, place.figures_above)) return RowLook::heading;
  // "For the year ended December 31, 2023 | Timber | Paper | Total", under a title in the same grid.
  if (!place.in_heading && look.words > 0 && look.strong == 1 && look.label_strong &&
      says_whole_period(label_words))
    return RowLook::heading;
  // Other words over the columns; one alone only under a heading.
  if (place.in_heading && look.words + look.strong > 0 && (raw.cells.size() > 1 || place.headed))
    return RowLook::heading;
  return RowLook::body;
}

}  // namespace kcfin::table
