// Phrases of a heading, put together from their cells.
#include "table/heading_joins.h"

#include <algorithm>

#include "values/text.h"

namespace kcfin::table {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); }

// How many cells from `first` on hold the pieces of one text, "Thre", "e Months Ende" and "d": none of the
// words is a heading's where they stand alone, all are together. 1 for a cell that stands by itself.
std::size_t pieces_of_text(const HeadingRow& row, std::size_t first, std::string& whole) {
  constexpr std::size_t kMost = 8;
  whole = row.cells[first].text;
  if (row.cells[first].column == 0 || !lex_heading(whole).words_left) return 1;
  for (std::size_t next = first + 1; next < row.cells.size() && next < first + kMost; ++next) {
    const RawCell &left = row.cells[next - 1], &right = row.cells[next];
    if (left.text.empty() || right.text.empty() || !is_letter(left.text.back()) ||
        !is_lower(right.text.front()) || right.column != left.column + left.span)
      return 1;
    whole += right.text;
    if (!lex_heading(whole).words_left) return next - first + 1;
  }
  return 1;
}

bool begins_with_word(std::string_view text, std::string_view word) {
  return text.starts_with(word) && (text.size() == word.size() || !is_letter(text[word.size()]));
}

// "ended June 30," beside "For the six months": no heading begins so.
bool goes_on_from(std::string_view right, std::string_view left) {
  const std::string next = lower(right), before = lower(left);
  const bool more = begins_with_word(next, "ended") || begins_with_word(next, "ending") ||
                    begins_with_word(next, "months") || begins_with_word(next, "month");
  if (!more || before.find("end") != std::string::npos) return false;
  return before.find("month") != std::string::npos || before.ends_with("year") ||
         before.ends_with("quarter") || before.ends_with("half") || sense_of(before).tokens == 0;
}

// The text that two cells make, where a border cuts a phrase in two: "For the six months" | "ended June 30,",
// "June 3" | "0,". Empty where each says something of its own.
std::string cut_phrase(std::string_view left, std::string_view right) {
  if (left.empty() || right.empty() || left.size() + right.size() > 120) return {};
  std::string glued = std::string(left) + std::string(right);
  std::string spaced = std::string(left) + " " + std::string(right);
  if (goes_on_from(right, left)) return left.back() == '-' ? glued : spaced;
  const Sense first = sense_of(left), second = sense_of(right), apart = first + second;
  // "June 3" | "0,", "For the" | "six months ended".
  const bool digits = is_digit(left.back()) && is_digit(right.front());
  if (digits && second.tokens == 0 && sense_of(glued).tokens >= first.tokens) return glued;
  const bool fillers = first.tokens == 0 && first.left == 0 && is_letter(left.front());
  if (fillers && second.tokens > 0) return spaced;
  if (sense_of(glued).more_than(apart)) return glued;
  return sense_of(spaced).more_than(apart) ? spaced : std::string();
}

// How many days of a month a text names.
std::ptrdiff_t dates_in(std::string_view text) {
  const Lexed& lexed = lex_heading(text);
  return std::count_if(lexed.tokens.begin(), lexed.tokens.end(),
                       [](const Token& token) { return token.word == Word::month_day && token.day != 0; });
}

bool opens_span(std::string_view text) {
  const std::string lowered = lower(text);
  for (const std::string_view joint : {" to", " through", " thru", " until"}) {
    if (lowered.ends_with(joint)) return months_in(text) > 0 || lex_heading(text).tokens.size() > 1;
  }
  return false;
}

}  // namespace

Sense sense_of(std::string_view text) {
  const Lexed& lexed = lex_heading(text);
  Sense sense;
  for (const Token& token : lexed.tokens) sense.tokens += token.guessed ? 0 : 1;
  sense.left = (lexed.words_left ? 1 : 0) + (lexed.figures_left ? 1 : 0);
  return sense;
}

bool month_without_day(const Token& token) { return token.word == Word::month_day && token.day == 0; }

std::ptrdiff_t months_in(std::string_view text) {
  const Lexed& lexed = lex_heading(text);
  return std::count_if(lexed.tokens.begin(), lexed.tokens.end(), month_without_day);
}

void join_cut_words(HeadingRow& row, std::deque<std::string>& joined) {
  std::string whole;
  for (std::size_t i = 0; i + 1 < row.cells.size(); ++i) {
    const std::size_t count = pieces_of_text(row, i, whole);
    if (count == 1) continue;
    const RawCell& last = row.cells[i + count - 1];
    RawCell& cell = row.cells[i];
    joined.push_back(whole);
    cell.text = joined.back();
    cell.span = static_cast<std::uint16_t>(last.column + last.span - cell.column);
    const auto begin = row.cells.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    row.cells.erase(begin, begin + static_cast<std::ptrdiff_t>(count) - 1);
  }
}

void join_cut_phrases(HeadingRow& row, std::deque<std::string>& joined) {
  for (std::size_t i = 0; i + 1 < row.cells.size();) {
    RawCell& left = row.cells[i];
    const RawCell& right = row.cells[i + 1];
    const bool beside = right.column == left.column + left.span && left.column > 0;
    std::string whole = beside ? cut_phrase(left.text, right.text) : std::string();
    if (whole.empty()) {
      ++i;
      continue;
    }
    joined.push_back(std::move(whole));
    left.text = joined.back();
    left.span = static_cast<std::uint16_t>(right.column + right.span - left.column);
    row.cells.erase(row.cells.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

void join_spans_below(std::vector<HeadingRow>& heading, std::deque<std::string>& joined) {
  for (std::size_t r = 0; r + 1 < heading.size(); ++r) {
    for (RawCell& cell : heading[r].cells) {
      if (!opens_span(cell.text)) continue;
      // Over several columns it opens the span of each.
      bool any = false;
      for (RawCell& below : heading[r + 1].cells) {
        const bool within =
            below.column >= cell.column && below.column + below.span <= cell.column + cell.span;
        const bool own = below.column == cell.column && below.span == cell.span;
        if (!own && !(within && months_in(below.text) + dates_in(below.text) == 1)) continue;
        joined.push_back(std::string(cell.text) + " " + std::string(below.text));
        below.text = joined.back();
        any = true;
      }
      if (any) cell.text = {};
    }
  }
}

void join_phrases_below(std::vector<HeadingRow>& heading, std::deque<std::string>& joined) {
  constexpr std::size_t kLongest = 40;
  for (std::size_t r = 0; r + 1 < heading.size(); ++r) {
    for (RawCell& cell : heading[r].cells) {
      if (cell.column == 0 || cell.text.empty() || cell.text.size() > kLongest) continue;
      const auto below = std::find_if(
          heading[r + 1].cells.begin(), heading[r + 1].cells.end(),
          [&](const RawCell& other) { return other.column == cell.column && other.span == cell.span; });
      if (below == heading[r + 1].cells.end() || below->text.size() > kLongest) continue;
      std::string whole = std::string(cell.text) + " " + std::string(below->text);
      const Sense above = sense_of(cell.text), own = sense_of(below->text), both = sense_of(whole);
      const bool goes_on = lower(below->text) == "ended" || lower(below->text) == "ending";
      const bool phrase = both.left == 0 && both.tokens > above.tokens + own.tokens;
      if (own.tokens > 0 || (!phrase && !(goes_on && above.tokens == 1 && above.left == 0))) continue;
      joined.push_back(std::move(whole));
      below->text = joined.back();
      cell.text = {};
    }
  }
}

namespace {

// How many columns have names of their own before these begin anew; 0 where they do not.
std::size_t names_repeat_after(const HeadingRow& row, const std::vector<std::uint16_t>& columns) {
  std::vector<std::string_view> names;
  for (const std::uint16_t column : columns) {
    const auto own = std::find_if(row.cells.begin(), row.cells.end(), [&](const RawCell& cell) {
      return cell.column <= column && column < cell.column + cell.span && !cell.text.empty();
    });
    if (own == row.cells.end()) return 0;
    names.push_back(own->text);
  }
  const auto again = std::find(names.begin() + 1, names.end(), names.front());
  const auto group = static_cast<std::size_t>(again - names.begin());
  if (again == names.end() || group < 2 || names.size() % group != 0) return 0;
  for (std::size_t at = 0; at < names.size(); ++at) {
    const bool once =
        at >= group ||
        std::count(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(group), names[at]) == 1;
    if (!once || names[at] != names[at % group]) return 0;
  }
  return group;
}

bool says_a_period(const Lexed& lexed) {
  return !lexed.words_left && !lexed.figures_left &&
         std::any_of(lexed.tokens.begin(), lexed.tokens.end(), [](const Token& token) {
           return token.word == Word::year || token.word == Word::month_day || token.word == Word::months;
         });
}

}  // namespace

void move_periods_over_groups(std::vector<HeadingRow>& heading, const std::vector<std::uint16_t>& columns) {
  if (heading.size() < 2 || columns.size() < 4) return;
  const std::size_t group = names_repeat_after(heading.back(), columns);
  if (group == 0) return;
  for (std::size_t r = 0; r + 1 < heading.size(); ++r) {
    std::vector<RawCell*> periods;
    bool others = false;
    for (std::size_t c = 0; c < heading[r].cells.size(); ++c) {
      const bool period = says_a_period(heading[r].lexed[c]);
      others = others || (!period && heading[r].cells[c].column != 0);
      if (period) periods.push_back(&heading[r].cells[c]);
    }
    if (others || periods.size() * group != columns.size() || periods.front()->column == 0 ||
        periods.front()->column + periods.front()->span > columns.front())
      continue;
    for (std::size_t at = 0; at < periods.size(); ++at) {
      const std::uint16_t first = columns[at * group], last = columns[(at + 1) * group - 1];
      periods[at]->column = first;
      periods[at]->span = static_cast<std::uint16_t>(last - first + 1);
    }
  }
}

}  // namespace kcfin::table
