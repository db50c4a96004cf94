// Dates in a heading: a month with its day and year, in words or in numbers.
#include "table/heading_days.h"

#include <array>
#include <string>

#include "values/text.h"

namespace kcfin::table {
namespace {

// Length of a month's day and year behind its name ("30, 2025"), and the year; 0 where none stands there.
std::size_t day_and_year(const HeadingText& heading, std::size_t from, int& day, int& year) {
  std::size_t next = heading.skip_blanks(from);
  const auto run = [&](std::size_t at) {
    std::size_t end = at;
    while (end < heading.text.size() && is_digit(heading.text[end])) ++end;
    return end - at;
  };
  std::size_t end = from;
  if (const std::size_t size = run(next); size == 1 || size == 2) {
    day = std::stoi(heading.text.substr(next, size));
    end = next + size;
    next = end;
    while (next < heading.text.size() && (heading.text[next] == ',' || heading.text[next] == ' ')) ++next;
  }
  if (run(next) == 4 && is_year(std::string_view(heading.text).substr(next, 4))) {
    year = std::stoi(heading.text.substr(next, 4));
    end = next + 4;
  }
  return end - from;
}

// "30 June": how long, 0 where no day stands before a month.
std::size_t day_with_month(const HeadingText& heading, std::size_t at, int& day, int& month) {
  constexpr std::size_t kDigits = 2;
  std::size_t end = at;
  int number = 0;
  while (end < heading.text.size() && end - at < kDigits && is_digit(heading.text[end]))
    number = number * 10 + (heading.text[end++] - '0');
  const std::size_t next = heading.skip_blanks(end);
  if (next == end || next >= heading.text.size() || number == 0 || number > 31) return 0;
  const std::size_t name = month_at(std::string_view(heading.text).substr(next), month);
  if (name == 0) return 0;
  day = number;
  return next + name - at;
}

// The ".10" of "Aug.31.10", whose day begins at `day_at` and has been passed.
bool parted_by_points(HeadingText& heading, std::size_t day_at, int month, int day) {
  const int year = heading.text[day_at - 1] == '.' ? brief_year(heading, heading.at, ".") : 0;
  if (year == 0) return false;
  heading.at += 3;
  heading.emit(Word::month_day, 0, month, day);
  heading.emit(Word::year, year);
  return true;
}

// "30 June", "30 June 2025".
bool day_before_month(HeadingText& heading) {
  int month = 0, day = 0;
  const std::size_t size = day_with_month(heading, heading.at, day, month);
  if (size == 0) return false;
  // "2022 2 2023": no month; "30 June 2025" only where no second day follows.
  const std::size_t after = heading.skip_blanks(heading.at + size);
  std::size_t digits = 0;
  while (after + digits < heading.text.size() && is_digit(heading.text[after + digits])) ++digits;
  if (digits == 1 || digits == 2) return false;
  heading.at += size;
  heading.emit(Word::month_day, 0, month, day);
  return true;
}

}  // namespace

std::size_t day_of_span(const HeadingText& heading, std::size_t at, int& month, int& day, int& year) {
  const std::string_view text = std::string_view(heading.text).substr(std::min(at, heading.text.size()));
  if (text.empty()) return 0;
  if (is_letter(text.front())) {
    const std::size_t size = month_at(text, month);
    return size == 0 ? 0 : size + day_and_year(heading, at + size, day, year);
  }
  std::size_t size = day_with_month(heading, at, day, month);
  if (size == 0) return 0;
  if (size + 5 <= text.size() && text[size] == ' ' && is_year(text.substr(size + 1, 4))) {
    year = std::stoi(std::string(text.substr(size + 1, 4)));
    size += 5;
  }
  return size;
}

int brief_year(const HeadingText& heading, std::size_t mark, std::string_view marks) {
  const std::string_view text = std::string_view(heading.text).substr(std::min(mark, heading.text.size()));
  if (text.size() < 3 || marks.find(text[0]) == std::string_view::npos || text[1] < '0' || text[1] > '4' ||
      (text[0] != '.' && text[1] == '0') || !is_digit(text[2]) || (text.size() > 3 && is_digit(text[3])))
    return 0;
  for (std::size_t at = 3; at + 4 <= text.size(); ++at) {
    if (is_year(text.substr(at, 4))) return 0;
  }
  return 2000 + (text[1] - '0') * 10 + (text[2] - '0');
}

bool read_numeric_date(HeadingText& heading) {
  if (!is_digit(heading.text[heading.at]) || is_digit(heading.before())) return false;
  std::array<int, 3> part{};
  std::array<std::size_t, 3> size{};
  std::size_t next = heading.at;
  char separator = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t from = next;
    while (next < heading.text.size() && is_digit(heading.text[next]) && next - from < 5)
      part[i] = part[i] * 10 + (heading.text[next++] - '0');
    size[i] = next - from;
    if (size[i] == 0 || size[i] == 3 || size[i] > 4) return false;
    if (i == 2) break;
    if (next >= heading.text.size() ||
        (heading.text[next] != '/' && heading.text[next] != '.' && heading.text[next] != '-'))
      return false;
    if (separator != 0 && heading.text[next] != separator) return false;
    separator = heading.text[next++];
  }
  if (next < heading.text.size() && (is_digit(heading.text[next]) || heading.text[next] == separator))
    return false;
  int day = part[0], month = part[1], year = part[2];
  Token::Order order = Token::Order::day_first;
  if (size[0] == 4) {
    year = part[0];
    day = part[2];
    order = Token::Order::words;
  } else if (size[2] != 4 || size[1] > 2) {
    return false;
  } else if (part[0] <= 12) {
    day = part[1];
    month = part[0];
    order = part[1] > 12 ? Token::Order::month_first : Token::Order::either;
    if (part[0] == part[1]) order = Token::Order::words;
  }
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1990 || year > 2099) return false;
  heading.at = next;
  heading.emit(Word::month_day, 0, month, day);
  heading.out.tokens.back().order = order;
  heading.emit(Word::year, year);
  return true;
}

bool read_month_day(HeadingText& heading) {
  int month = 0;
  if (is_letter(heading.text[heading.at]) && !is_letter(heading.before())) {
    const std::size_t size = month_at(heading.rest(), month);
    if (size == 0) return false;
    if (month == 5 && size == 3 && heading.at + 3 < heading.text.size() &&
        is_letter(heading.text[heading.at + 3]))
      return false;
    std::size_t next = heading.skip_blanks(heading.at + size);
    int day = 0;
    std::size_t digits = 0;
    while (next + digits < heading.text.size() && digits < 2 && is_digit(heading.text[next + digits])) {
      day = day * 10 + (heading.text[next + digits] - '0');
      ++digits;
    }
    // "Jun-25", "Dec'24": the last two digits of a year, where no other year follows.
    if (const int year = brief_year(heading, heading.at + size); year != 0) {
      heading.at += size + 3;
      heading.emit(Word::month_day, 0, month);
      heading.emit(Word::year, year);
      return true;
    }
    // "June 2023" has no day; "30202320242024" runs on into years.
    const bool year_follows = next + 4 <= heading.text.size() &&
                              is_year(std::string_view(heading.text).substr(next, 4)) &&
                              (next + 4 == heading.text.size() || !is_digit(heading.text[next + 4]));
    if (year_follows || day == 0 || day > 31) {
      heading.at += size;
      heading.emit(Word::month_day, 0, month, 0, true);
      return true;
    }
    heading.at = next + digits;
    // "Aug.31.10": the last two digits of a year.
    if (parted_by_points(heading, next, month, day)) return true;
    // "February 28/29," over a leap year and another: the month's last day.
    if (month == 2 && day == 28 && heading.rest().starts_with("/29")) {
      heading.at += 3;
      day = 29;
    }
    heading.emit(Word::month_day, 0, month, day);
    return true;
  }
  return is_digit(heading.text[heading.at]) && !is_digit(heading.before()) && day_before_month(heading);
}

}  // namespace kcfin::table
