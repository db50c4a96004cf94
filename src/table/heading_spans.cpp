// Lengths of time in a heading: months, weeks, quarters, halves, spans of dates.
#include "table/heading_spans.h"

#include <array>
#include <string>

#include "table/heading_days.h"
#include "values/text.h"

namespace kcfin::table {
namespace {

// "three", "3" before "months"; 0 where the word is no number of months.
int month_count(std::string_view word) {
  if (word == "three" || word == "3") return 3;
  if (word == "six" || word == "6") return 6;
  if (word == "nine" || word == "9") return 9;
  if (word == "twelve" || word == "12") return 12;
  return 0;
}

// What joins the two dates of a span: how long it is, and whether it is a word.
std::size_t joint_at(const HeadingText& heading, std::size_t at, bool& word) {
  for (const std::string_view joint :
       {"to ", "through ", "thru ", "until ", "- ", "-", "\u2013 ", "\u2013", "\u2014 ", "\u2014"}) {
    if (!std::string_view(heading.text).substr(std::min(at, heading.text.size())).starts_with(joint))
      continue;
    word = is_letter(joint.front());
    return joint.size();
  }
  return 0;
}

// How many weeks are counted at the front of the text, "thirteen", "fifty-two", "39", and in how many
// characters; 0 where none are.
int week_count(const HeadingText& heading, std::size_t& size) {
  struct Count {
    std::string_view words;
    int weeks;
  };
  static constexpr std::array kCounts = {
      Count{"twelve", 12},       Count{"thirteen", 13},     Count{"fourteen", 14},
      Count{"sixteen", 16},      Count{"twenty-four", 24},  Count{"twenty-six", 26},
      Count{"twenty-seven", 27}, Count{"twenty-eight", 28}, Count{"thirty-six", 36},
      Count{"thirty-nine", 39},  Count{"forty", 40},        Count{"fifty-two", 52},
      Count{"fifty-three", 53}};
  const std::string_view text = heading.rest();
  if (is_digit(text.front())) {
    size = text.size() > 1 && is_digit(text[1]) ? 2 : 1;
    const int weeks = size == 2 ? (text[0] - '0') * 10 + (text[1] - '0') : text[0] - '0';
    return (text.size() > size && is_digit(text[size])) || weeks > 54 ? 0 : weeks;
  }
  for (const Count& count : kCounts) {
    if (!text.starts_with(count.words)) continue;
    size = count.words.size();
    return count.weeks;
  }
  return 0;
}

// The last quarter of "Q1-Q3", read from behind the first, and its words passed; 0 where there is none.
int last_quarter(HeadingText& heading) {
  std::string_view text = heading.rest();
  for (const std::string_view joint : {" - ", " to ", "-", "\u2013", " \u2013 "}) {
    if (!text.starts_with(joint)) continue;
    text.remove_prefix(joint.size());
    const bool quarter = text.size() >= 2 && text[0] == 'q' && text[1] >= '2' && text[1] <= '4' &&
                         (text.size() == 2 || !is_letter(text[2]));
    if (!quarter) return 0;
    heading.at += joint.size() + 2;
    return text[1] - '0';
  }
  return 0;
}

// The "24" of "1Q24" and "9M'24".
void brief_year_behind(HeadingText& heading) {
  std::size_t next = heading.skip_blanks(heading.at);
  if (next < heading.text.size() && heading.text[next] == '\'') ++next;
  std::size_t digits = 0;
  while (next + digits < heading.text.size() && is_digit(heading.text[next + digits])) ++digits;
  // "1Q251Q25" runs on into the next one.
  const std::size_t end = next + digits;
  const bool runs_on =
      digits == 3 && end < heading.text.size() && (heading.text[end] == 'q' || heading.text[end] == 'h');
  if (digits != 2 && !runs_on) return;
  heading.emit(Word::year, 2000 + (heading.text[next] - '0') * 10 + (heading.text[next + 1] - '0'));
  heading.at = next + 2;
  heading.year_end = heading.at;
}

}  // namespace

bool read_month_span(HeadingText& heading) {
  int first = 0, last = 0, day = 0, year = 0, end_day = 0, end_year = 0;
  if (is_letter(heading.before()) || (is_digit(heading.before()) && is_digit(heading.text[heading.at])))
    return false;
  std::size_t next = heading.at + day_of_span(heading, heading.at, first, day, year);
  if (first == 0) return false;
  const bool comma =
      day != 0 && next < heading.text.size() && heading.text[next] == ',';  // "June 23, to March 31, 2025"
  next += comma ? 1 : 0;
  while (next < heading.text.size() && heading.text[next] == ' ') ++next;
  bool word = false;
  const std::size_t joint = joint_at(heading, next, word);
  if (joint == 0 || (comma && !word)) return false;
  next += joint;
  const std::size_t rest_of_date = day_of_span(heading, next, last, end_day, end_year);
  if (rest_of_date == 0 || is_letter(heading.text[heading.at]) != is_letter(heading.text[next])) return false;
  // "December 31 - June 30" are two dates; "July 22 - September 30, 2023" is a span.
  if (day > 1 && (end_day == 0 || (!word && (end_year == 0 || year != 0)))) return false;
  // "December 31, 2024 to June 30, 2025": a balance's day and another's.
  if (day > 1 && day == month_end(year != 0 ? year : 2024, first).day) return false;
  int months = last - first + (day <= 1 || end_day - day >= 14 ? 1 : 0);
  if (year != 0 && end_year != 0)
    months += 12 * (end_year - year);
  else if (last < first || (last == first && end_day < day))
    months += 12;
  if (months == 0 && day > 1) months = 1;
  if (months < 1 || months > 12 || end_day > 31 || day > 31) return false;
  heading.at = next + rest_of_date;
  heading.emit(Word::months, months);
  if (day != 0 && end_day != 0) {
    heading.out.tokens.back().first_month = static_cast<std::uint8_t>(first);
    heading.out.tokens.back().first_day = static_cast<std::uint8_t>(day);
  }
  heading.emit(Word::month_day, 0, last, end_day);
  if (end_year != 0) heading.emit(Word::year, end_year);
  return true;
}

bool read_weeks(HeadingText& heading) {
  const char first = heading.text[heading.at];
  if ((first != 't' && first != 'f' && first != 's' && !is_digit(first)) || is_letter(heading.before()) ||
      is_digit(heading.before()))
    return false;
  std::size_t size = 0;
  const int weeks = week_count(heading, size);
  const std::size_t next = heading.skip_blanks(heading.at + size);
  if (weeks < 4 || (!heading.word_at(next, "weeks") && !heading.word_at(next, "week"))) return false;
  heading.at = heading.skip_blanks(next + (heading.word_at(next, "weeks") ? 5 : 4));
  if (heading.word_at(heading.at, "period")) heading.at = heading.skip_blanks(heading.at + 6);
  if (heading.word_at(heading.at, "ended")) heading.at += 5;
  // Quarters of 12 to 14 weeks, years of 52 or 53; any other count is that of the nearest months.
  const int quarters = (weeks * 4 + 26) / 52;
  const bool whole = weeks >= 12 * quarters && weeks <= 14 * quarters;
  heading.emit(Word::months, whole ? 3 * quarters : (weeks * 12 + 26) / 52);
  heading.out.tokens.back().weeks = static_cast<std::uint8_t>(weeks);
  return true;
}

bool read_duration(HeadingText& heading) {
  std::size_t end = heading.at;
  while (end < heading.text.size() && (is_letter(heading.text[end]) || is_digit(heading.text[end]))) ++end;
  const std::string_view word = std::string_view(heading.text).substr(heading.at, end - heading.at);
  int months = month_count(word);
  bool guessed = false;
  std::size_t next = heading.skip_blanks(end);
  if (months != 0) {
    if (heading.word_at(next, "months") || heading.word_at(next, "month")) {
      next = heading.skip_blanks(next + (heading.word_at(next, "months") ? 6 : 5));
    } else if (!is_digit(word.front()) &&
               (heading.word_at(next, "ended") || heading.word_at(next, "ending"))) {
      guessed = true;
    } else {
      return false;
    }
    if (heading.word_at(next, "period")) next = heading.skip_blanks(next + 6);
  } else if (word == "year" || word == "years") {
    months = 12;
  } else if (word == "quarter" || word == "quarters") {
    months = 3;
  } else if (word == "period" && (heading.word_at(next, "ended") || heading.word_at(next, "ending"))) {
    heading.at = next + (heading.word_at(next, "ending") ? 6 : 5);
    heading.emit(Word::to_date);
    return true;
  } else if (word == "half" && (heading.word_at(next, "year") || heading.word_at(next, "years"))) {
    months = 6;
    next = heading.skip_blanks(next + (heading.word_at(next, "years") ? 5 : 4));
  } else {
    return false;
  }
  const bool ended =
      heading.word_at(next, "ended") || heading.word_at(next, "ending") || heading.word_at(next, "end");
  if (!ended && month_count(word) == 0) return false;
  if (ended) next += heading.word_at(next, "ending") ? 6 : heading.word_at(next, "ended") ? 5 : 3;
  heading.at = next;
  heading.emit(Word::months, months, 0, 0, guessed);
  return true;
}

bool read_ordinal_part(HeadingText& heading) {
  static constexpr std::array<std::string_view, 4> kOrdinals = {"first", "second", "third", "fourth"};
  static constexpr std::array<std::string_view, 4> kMarks = {"st", "nd", "rd", "th"};
  if (is_letter(heading.before()) || is_digit(heading.before())) return false;
  for (std::size_t i = 0; i < kOrdinals.size(); ++i) {
    std::string_view text = heading.rest();
    const bool word = text.starts_with(kOrdinals[i]);
    if (word) {
      text.remove_prefix(kOrdinals[i].size());
    } else {
      if (text.empty() || text.front() != static_cast<char>('1' + i)) continue;
      text.remove_prefix(text.substr(1).starts_with(' ') ? 2 : 1);
      if (!text.starts_with(kMarks[i])) continue;
      text.remove_prefix(kMarks[i].size());
    }
    if (!text.starts_with(' ')) continue;
    text.remove_prefix(1);
    constexpr std::string_view kFiscal = "fiscal ", kQuarter = "quarter", kHalf = "half";
    const bool of_year = text.starts_with(kFiscal);
    if (of_year) text.remove_prefix(kFiscal.size());
    const bool quarter = text.starts_with(kQuarter), half = text.starts_with(kHalf) && i < 2;
    if ((word && !of_year) || (!quarter && !half)) continue;
    text.remove_prefix((quarter ? kQuarter : kHalf).size());
    heading.at += heading.rest().size() - text.size();
    heading.emit(quarter ? Word::quarter : Word::half, static_cast<int>(i) + 1);
    if (of_year) heading.emit(Word::full_year, 1);
    return true;
  }
  return false;
}

bool read_months_of_year(HeadingText& heading) {
  const std::string_view text = heading.rest();
  const std::size_t digits = text.starts_with("12") ? 2 : 1;
  const int months = month_count(text.substr(0, digits));
  if (months == 0 || is_digit(heading.before()) || is_letter(heading.before()) || text.size() <= digits ||
      text[digits] != 'm' || (text.size() > digits + 1 && is_letter(text[digits + 1])))
    return false;
  // "Income attributable to 9M": behind other words, and with no year behind it, it is one of them.
  const std::string_view behind = text.substr(digits + 1);
  const std::size_t year = behind.find_first_not_of(" '");
  if (heading.out.words_left && (year == std::string_view::npos || !is_digit(behind[year]))) return false;
  heading.at += digits + 1;
  heading.emit(Word::months, months);
  heading.emit(Word::month_day, 0, months);
  brief_year_behind(heading);
  return true;
}

bool read_short_period(HeadingText& heading) {
  const std::string_view text = heading.rest();
  const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : ' '; };
  if (is_letter(heading.before()) || (is_digit(heading.before()) && heading.at != heading.year_end))
    return false;
  std::size_t size = 0;
  Word word = Word::quarter;
  int value = 0;
  if ((at(0) == 'q' || at(0) == 'h') && at(1) >= '1' && at(1) <= '4') {
    word = at(0) == 'q' ? Word::quarter : Word::half;
    value = at(1) - '0';
    size = 2;
  } else if (at(0) >= '1' && at(0) <= '4' && (at(1) == 'q' || at(1) == 'h')) {
    word = at(1) == 'q' ? Word::quarter : Word::half;
    value = at(0) - '0';
    size = 2;
  } else if (at(0) == 'f' && at(1) == 'y') {
    word = Word::full_year;
    size = 2;
  } else {
    return false;
  }
  if (is_letter(at(size)) || (word == Word::half && value > 2)) return false;
  heading.at += size;
  if (const int last = last_quarter(heading); word == Word::quarter && value == 1 && last > 1) {
    heading.emit(Word::months, 3 * last);
    heading.emit(Word::month_day, 0, 3 * last);
  } else {
    heading.emit(word, value);
  }
  brief_year_behind(heading);
  return true;
}

}  // namespace kcfin::table
