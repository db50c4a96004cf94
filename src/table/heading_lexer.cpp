// A scanner over the words of a heading. Words that run together ("Jun 30,Mar 31,20232024") are told
// apart by their own form, not by the blanks between them.
#include "table/heading_lexer.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "table/heading_days.h"
#include "table/heading_money.h"
#include "table/heading_phrases.h"
#include "table/heading_spans.h"
#include "table/heading_text.h"
#include "values/recent.h"
#include "values/text.h"

namespace kcfin::table {
namespace {

// "(in millions, except percentages and per share data)": what is excepted is no word of the heading.
bool exception(HeadingText& heading) {
  if (!heading.word_at(heading.at, "except") || is_letter(heading.before())) return false;
  heading.at = std::min({heading.text.find(')', heading.at), heading.text.find(", for the ", heading.at),
                         heading.text.find(';', heading.at), heading.text.size()});
  return true;
}

bool note(HeadingText& heading) {
  if (is_letter(heading.before())) return false;
  const std::string_view text = heading.rest();
  const bool plural = text.starts_with("notes");
  if (!plural && !text.starts_with("note") && !(text == "not")) return false;
  const std::size_t size = plural ? 5 : std::min<std::size_t>(4, text.size());
  if (text.size() > size && is_letter(text[size])) return false;
  heading.at += size;
  // "(Note 2(d))" behind a currency is a reference, not a column of notes.
  const std::size_t next = heading.skip_blanks(heading.at);
  const bool year =
      next + 4 <= heading.text.size() && is_year(std::string_view(heading.text).substr(next, 4));
  if (next < heading.text.size() && is_digit(heading.text[next]) && !year) {
    heading.at = next;
    while (heading.at < heading.text.size() && heading.text[heading.at] != ')' &&
           heading.text[heading.at] != ' ')
      ++heading.at;
    while (heading.at < heading.text.size() && heading.text[heading.at] == ')') ++heading.at;
    heading.emit(Word::audited);
  } else {
    heading.emit(Word::notes);
  }
  return true;
}

bool read_phrase(HeadingText& heading) {
  const Phrase* phrase = phrase_at(heading.rest(), heading.before());
  if (phrase == nullptr) return false;
  heading.at += phrase->text.size();
  heading.emit(phrase->word, phrase->value);
  return true;
}

// Years, which may run together; other digits belong to no heading.
bool digits(HeadingText& heading) {
  if (!is_digit(heading.text[heading.at])) return false;
  std::size_t end = heading.at;
  while (end < heading.text.size() && is_digit(heading.text[end])) ++end;
  std::string_view run = std::string_view(heading.text).substr(heading.at, end - heading.at);
  const bool figure = end < heading.text.size() && (heading.text[end] == ',' || heading.text[end] == '.') &&
                      end + 1 < heading.text.size() && is_digit(heading.text[end + 1]);
  heading.at = end;
  std::vector<int> years;
  while (run.size() >= 4 && is_year(run.substr(0, 4))) {
    years.push_back((run[0] - '0') * 1000 + (run[1] - '0') * 100 + (run[2] - '0') * 10 + (run[3] - '0'));
    run.remove_prefix(4);
  }
  // One stray digit behind a year is a footnote mark.
  if (years.empty() || figure || run.size() > 1) {
    if (run.size() > 2 || figure) {
      heading.out.figures_left = true;
      while (heading.at < heading.text.size() &&
             (is_digit(heading.text[heading.at]) || heading.text[heading.at] == ',' ||
              heading.text[heading.at] == '.'))
        ++heading.at;
    }
    return true;
  }
  for (const int year : years) heading.emit(Word::year, year);
  heading.year_end = heading.at;
  return true;
}

void skip_word(HeadingText& heading) {
  bool letters = false;
  const std::size_t start = heading.at;
  while (heading.at < heading.text.size() &&
         (is_letter(heading.text[heading.at]) || (heading.text[heading.at] & 0x80) != 0 ||
          heading.text[heading.at] == '\'')) {
    letters = true;
    ++heading.at;
  }
  if (heading.at == start) ++heading.at;
  static constexpr std::array<std::string_view, 16> kFillers = {
      "for",    "the",    "and",   "of",   "in",    "at",     "on",      "ended",
      "ending", "months", "month", "year", "years", "period", "quarter", "with"};
  const std::string_view word = std::string_view(heading.text).substr(start, heading.at - start);
  if (letters && std::find(kFillers.begin(), kFillers.end(), word) == kFillers.end())
    heading.out.words_left = true;
}

// "Q1-24 % Q4-23 % QoQ %": right behind a year the percentages of its amounts, as another "%" goes with the
// change.
bool percent_of_amounts(const HeadingText& heading) {
  const auto& tokens = heading.out.tokens;
  bool behind_year = false;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (tokens[i].word != Word::percent) continue;
    if (tokens[i - 1].word == Word::change) return behind_year;
    behind_year |= tokens[i - 1].word == Word::year;
  }
  return false;
}

// "%" beside "change" is a change in per cent, not two columns.
void settle_changes(HeadingText& heading) {
  auto& tokens = heading.out.tokens;
  const auto has = [&](Word word) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) { return token.word == word; });
  };
  if (has(Word::change) && !percent_of_amounts(heading))
    std::erase_if(tokens, [](const Token& token) { return token.word == Word::percent; });
  std::erase_if(tokens, [seen = false](const Token& token) mutable {
    const bool again = token.word == Word::change && seen;
    seen = seen || token.word == Word::change;
    return again;
  });
}

void step(HeadingText& heading) {
  const char c = heading.text[heading.at];
  if (c == ' ' || c == ',' || c == '(' || c == ')' || c == ':' || c == '.' || c == '/' || c == '-' ||
      c == '"' || c == '*') {
    ++heading.at;
    return;
  }
  if (exception(heading) || read_month_span(heading) || read_numeric_date(heading) || read_weeks(heading) ||
      read_duration(heading) || read_month_day(heading) || note(heading) || read_ordinal_part(heading) ||
      read_phrase(heading) || read_months_of_year(heading) || read_short_period(heading) ||
      read_money(heading) || digits(heading))
    return;
  skip_word(heading);
}

}  // namespace

bool is_year(std::string_view text) {
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) && is_digit(text[2]) &&
         is_digit(text[3]);
}

const Lexed& lex_heading(std::string_view text) {
  thread_local Recent<Lexed> recent;
  return recent.of(text, [](std::string_view fresh, Lexed& out) {
    HeadingText heading;
    heading.text = words_apart(fresh);
    while (heading.at < heading.text.size()) step(heading);
    settle_changes(heading);
    out = std::move(heading.out);
  });
}

void settle_numeric_dates(std::vector<Token>& tokens, Token::Order order) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].order != Token::Order::either) continue;
    if (order == Token::Order::month_first || order == Token::Order::day_first) {
      if (order == Token::Order::day_first) std::swap(tokens[i].month, tokens[i].day);
      tokens[i].order = order;
      continue;
    }
    const auto at = tokens.begin() + static_cast<std::ptrdiff_t>(i);
    tokens.erase(at, at + (i + 1 < tokens.size() && tokens[i + 1].word == Word::year ? 2 : 1));
    --i;
  }
}

}  // namespace kcfin::table
