// A scanner over the words of a heading. Words that run together ("Jun 30,Mar 31,20232024") are told
// apart by their own form, not by the blanks between them.
#include "table/heading_lexer.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "values/recent.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin::table {
namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

std::size_t month_at(std::string_view text, int& month);

// Lower case, and a blank between words that run together: "Months EndedSix Months", "NotesDec 31",
// "RMBJune", "As atNov.30".
std::string words_apart(std::string_view text) {
  const std::string all = lower(text);
  const auto small = [&](std::size_t i) { return i < text.size() && is_letter(text[i]); };
  const auto capital = [&](std::size_t i) { return i < text.size() && text[i] >= 'A' && text[i] <= 'Z'; };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool after_small = i >= 3 && small(i - 1) && small(i - 2) && small(i - 3);
    const bool after_capitals = i >= 3 && capital(i - 1) && capital(i - 2) && capital(i - 3);
    const bool word = capital(i) && small(i + 1) && small(i + 2) && (after_small || after_capitals);
    const bool code = after_small && capital(i) && capital(i + 1) &&
                      (capital(i + 2) || i + 2 == text.size() || text[i + 2] == '$');
    int month = 0;
    const bool named = capital(i) && i > 0 && small(i - 1) && small(i + 1) &&
                       month_at(std::string_view(all).substr(i), month) > 0;
    if (word || code || named) out += ' ';
    out += all[i];
  }
  return out;
}

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

// "septem…": the length of a name that a narrow column cut short; 0 where it is none.
std::size_t cut_name_at(std::string_view text, std::string_view name) {
  constexpr std::string_view kCut = "\u2026";
  std::size_t size = 0;
  while (size < std::min(text.size(), name.size()) && text[size] == name[size]) ++size;
  return size >= 3 && text.substr(size).starts_with(kCut) ? size + kCut.size() : 0;
}

// Length of the month's name at the front of `text`, and which month; 0 where there is none.
std::size_t month_at(std::string_view text, int& month) {
  if (text.empty() || std::string_view("jfmasond").find(text.front()) == std::string_view::npos) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const std::string_view name = kMonths[i];
    if (text.front() != name.front()) continue;
    if (text.starts_with(name)) {
      month = static_cast<int>(i) + 1;
      return name.size();
    }
    const std::size_t brief = name == "september" && text.starts_with("sept") ? 4 : 3;
    if (text.starts_with(name.substr(0, brief)) && (text.size() == brief || !is_letter(text[brief]))) {
      month = static_cast<int>(i) + 1;
      return text.size() > brief && text[brief] == '.' ? brief + 1 : brief;
    }
    if (const std::size_t size = cut_name_at(text, name); size > 0) {
      month = static_cast<int>(i) + 1;
      return size;
    }
  }
  return 0;
}

struct Phrase {
  std::string_view text;
  Word word;
  int value;
};

// Longest first where one begins like another.
constexpr std::array kPhrases = {
    Phrase{"ten thousands", Word::scale, 4},
    Phrase{"ten thousand", Word::scale, 4},
    Phrase{"hundred thousands", Word::scale, 5},
    Phrase{"hundred thousand", Word::scale, 5},
    Phrase{"hundred millions", Word::scale, 8},
    Phrase{"hundred million", Word::scale, 8},
    Phrase{"hundreds of millions", Word::scale, 8},
    Phrase{"in thousands", Word::scale, 3},
    Phrase{"thousands", Word::scale, 3},
    Phrase{"thousand", Word::scale, 3},
    Phrase{"'000,000", Word::scale, 6},
    Phrase{"'million", Word::scale, 6},
    Phrase{"'billion", Word::scale, 9},
    Phrase{"'thousand", Word::scale, 3},
    Phrase{"'000s", Word::scale, 3},
    Phrase{"'000", Word::scale, 3},
    Phrase{"000's", Word::scale, 3},
    Phrase{"000s", Word::scale, 3},
    Phrase{"in millions", Word::scale, 6},
    Phrase{"millions", Word::scale, 6},
    Phrase{"million", Word::scale, 6},
    Phrase{"mn", Word::scale, 6},
    Phrase{"mio", Word::scale, 6},
    Phrase{"mln", Word::scale, 6},
    Phrase{"tsd", Word::scale, 3},
    Phrase{"mrd", Word::scale, 9},
    Phrase{"in billions", Word::scale, 9},
    Phrase{"billions", Word::scale, 9},
    Phrase{"billion", Word::scale, 9},
    Phrase{"lakhs", Word::scale, 5},
    Phrase{"lakh", Word::scale, 5},
    Phrase{"lacs", Word::scale, 5},
    Phrase{"crores", Word::scale, 7},
    Phrase{"crore", Word::scale, 7},
    Phrase{"as of", Word::as_of, 0},
    Phrase{"as at", Word::as_of, 0},
    Phrase{"unaudited", Word::audited, 0},
    Phrase{"audited", Word::audited, 0},
    Phrase{"restated", Word::audited, 0},
    Phrase{"first quarter", Word::quarter, 1},
    Phrase{"second quarter", Word::quarter, 2},
    Phrase{"third quarter", Word::quarter, 3},
    Phrase{"fourth quarter", Word::quarter, 4},
    Phrase{"first half", Word::half, 1},
    Phrase{"half year", Word::half, 1},
    Phrase{"half-year", Word::half, 1},
    Phrase{"second half", Word::half, 2},
    Phrase{"full year", Word::full_year, 0},
    Phrase{"fiscal year", Word::full_year, 0},
    Phrase{"fiscal", Word::full_year, 0},
    Phrase{"year to date", Word::to_date, 1},
    Phrase{"year-to-date", Word::to_date, 1},
    Phrase{"ytd", Word::to_date, 1},
    Phrase{"year-over-year", Word::change, 0},
    Phrase{"year over year", Word::change, 0},
    Phrase{"year-on-year", Word::change, 0},
    Phrase{"year on year", Word::change, 0},
    Phrase{"quarter-over-quarter", Word::change, 0},
    Phrase{"quarter over quarter", Word::change, 0},
    Phrase{"quarter-on-quarter", Word::change, 0},
    Phrase{"yoy", Word::change, 0},
    Phrase{"y-o-y", Word::change, 0},
    Phrase{"y/y", Word::change, 0},
    Phrase{"qoq", Word::change, 0},
    Phrase{"q-o-q", Word::change, 0},
    Phrase{"q/q", Word::change, 0},
    Phrase{"changes", Word::change, 0},
    Phrase{"change", Word::change, 0},
    Phrase{"growth", Word::change, 0},
    Phrase{"variance", Word::change, 0},
    Phrase{"variation", Word::change, 0},
    Phrase{"var", Word::change, 0},
    Phrase{"chg", Word::change, 0},
    Phrase{"v%", Word::change, 0},
    Phrase{"v pts", Word::change, 0},
    Phrase{"+/-", Word::change, 0},
    Phrase{"+/\u2013", Word::change, 0},
    Phrase{"\u00b1", Word::change, 0},
    Phrase{"\u0394", Word::change, 0},
    Phrase{"\u2206", Word::change, 0},
    Phrase{"increase", Word::change, 0},
    Phrase{"decrease", Word::change, 0},
    Phrase{"% of", Word::share, 0},
    Phrase{"percentage of", Word::share, 0},
    Phrase{"percentage", Word::percent, 0},
    Phrase{"percent", Word::percent, 0},
    Phrase{"%", Word::percent, 0},
    Phrase{"number of", Word::count, 0},
    Phrase{"headcount", Word::count, 0},
    Phrase{"employees", Word::count, 0},
    Phrase{"per share", Word::per_share, 0},
    Phrase{"per ads", Word::per_share, 0},
};

// Which letters the words of a list begin with: most words of a text begin like none of them.
template <class List>
constexpr std::array<bool, 256> first_letters(const List& list) {
  std::array<bool, 256> out{};
  for (const auto& entry : list) out[static_cast<unsigned char>(entry.text.front())] = true;
  return out;
}
constexpr auto kPhraseLetters = first_letters(kPhrases);

// "three", "3" before "months"; 0 where the word is no number of months.
int month_count(std::string_view word) {
  if (word == "three" || word == "3") return 3;
  if (word == "six" || word == "6") return 6;
  if (word == "nine" || word == "9") return 9;
  if (word == "twelve" || word == "12") return 12;
  return 0;
}

class Lexer {
 public:
  explicit Lexer(std::string text) : text_(std::move(text)) {}

  Lexed run() {
    while (at_ < text_.size()) step();
    settle_changes();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return std::string_view(text_).substr(at_); }
  [[nodiscard]] char before() const { return at_ == 0 || at_ == glued_ ? ' ' : text_[at_ - 1]; }

  void emit(Word word, int value = 0, int month = 0, int day = 0, bool guessed = false) {
    Token token;
    token.word = word;
    token.value = value;
    token.month = static_cast<std::uint8_t>(month);
    token.day = static_cast<std::uint8_t>(day);
    token.guessed = guessed;
    out_.tokens.push_back(token);
  }

  [[nodiscard]] std::size_t skip_blanks(std::size_t from) const {
    while (from < text_.size() && (text_[from] == ' ' || text_[from] == '-')) ++from;
    return from;
  }

  [[nodiscard]] bool word_at(std::size_t at, std::string_view word) const {
    return std::string_view(text_).substr(at, word.size()) == word &&
           (at + word.size() >= text_.size() || !is_letter(text_[at + word.size()]));
  }

  void step() {
    const char c = text_[at_];
    if (c == ' ' || c == ',' || c == '(' || c == ')' || c == ':' || c == '.' || c == '/' || c == '-' ||
        c == '"' || c == '*') {
      ++at_;
      return;
    }
    if (exception() || month_span() || numeric_date() || weeks() || duration() || month_day() || note() ||
        ordinal_part() || phrase() || months_of_year() || short_period() || money() || digits())
      return;
    skip_word();
  }

  // "(in millions, except percentages and per share data)": what is excepted is no word of the heading.
  bool exception() {
    if (!word_at(at_, "except") || is_letter(before())) return false;
    at_ = std::min({text_.find(')', at_), text_.find(", for the ", at_), text_.find(';', at_), text_.size()});
    return true;
  }

  // Length of a month's day and year behind its name ("30, 2025"), and the year; 0 where none stands there.
  std::size_t day_and_year(std::size_t from, int& day, int& year) const {
    std::size_t next = skip_blanks(from);
    const auto run = [&](std::size_t at) {
      std::size_t end = at;
      while (end < text_.size() && is_digit(text_[end])) ++end;
      return end - at;
    };
    std::size_t end = from;
    if (const std::size_t size = run(next); size == 1 || size == 2) {
      day = std::stoi(text_.substr(next, size));
      end = next + size;
      next = end;
      while (next < text_.size() && (text_[next] == ',' || text_[next] == ' ')) ++next;
    }
    if (run(next) == 4 && is_year(std::string_view(text_).substr(next, 4))) {
      year = std::stoi(text_.substr(next, 4));
      end = next + 4;
    }
    return end - from;
  }

  // What joins the two dates of a span: how long it is, and whether it is a word.
  std::size_t joint_at(std::size_t at, bool& word) const {
    for (const std::string_view joint :
         {"to ", "through ", "thru ", "until ", "- ", "-", "\u2013 ", "\u2013", "\u2014 ", "\u2014"}) {
      if (!std::string_view(text_).substr(std::min(at, text_.size())).starts_with(joint)) continue;
      word = is_letter(joint.front());
      return joint.size();
    }
    return 0;
  }

  // "30 June": how long, 0 where no day stands before a month.
  std::size_t day_with_month(std::size_t at, int& day, int& month) const {
    constexpr std::size_t kDigits = 2;
    std::size_t end = at;
    int number = 0;
    while (end < text_.size() && end - at < kDigits && is_digit(text_[end]))
      number = number * 10 + (text_[end++] - '0');
    const std::size_t next = skip_blanks(end);
    if (next == end || next >= text_.size() || number == 0 || number > 31) return 0;
    const std::size_t name = month_at(std::string_view(text_).substr(next), month);
    if (name == 0) return 0;
    day = number;
    return next + name - at;
  }

  // A month with its day and year, "January 1, 2025", or "1 January 2025"; how long, 0 where none stands
  // there.
  std::size_t day_of_span(std::size_t at, int& month, int& day, int& year) const {
    const std::string_view text = std::string_view(text_).substr(std::min(at, text_.size()));
    if (text.empty()) return 0;
    if (is_letter(text.front())) {
      const std::size_t size = month_at(text, month);
      return size == 0 ? 0 : size + day_and_year(at + size, day, year);
    }
    std::size_t size = day_with_month(at, day, month);
    if (size == 0) return 0;
    if (size + 5 <= text.size() && text[size] == ' ' && is_year(text.substr(size + 1, 4))) {
      year = std::stoi(std::string(text.substr(size + 1, 4)));
      size += 5;
    }
    return size;
  }

  // "January to June", "January 1 to June 30, 2025", "Jan-Jun", "July 1, 2024 through June 30, 2025", "July
  // 22 to September 30, 2025", "1 Dec 2023-30 Nov 2024": a span, the first day where it is named, and the
  // month that it ends with.
  bool month_span() {
    int first = 0, last = 0, day = 0, year = 0, end_day = 0, end_year = 0;
    if (is_letter(before()) || (is_digit(before()) && is_digit(text_[at_]))) return false;
    std::size_t next = at_ + day_of_span(at_, first, day, year);
    if (first == 0) return false;
    const bool comma = day != 0 && next < text_.size() && text_[next] == ',';  // "June 23, to March 31, 2025"
    next += comma ? 1 : 0;
    while (next < text_.size() && text_[next] == ' ') ++next;
    bool word = false;
    const std::size_t joint = joint_at(next, word);
    if (joint == 0 || (comma && !word)) return false;
    next += joint;
    const std::size_t rest_of_date = day_of_span(next, last, end_day, end_year);
    if (rest_of_date == 0 || is_letter(text_[at_]) != is_letter(text_[next])) return false;
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
    at_ = next + rest_of_date;
    emit(Word::months, months);
    if (day != 0 && end_day != 0) {
      out_.tokens.back().first_month = static_cast<std::uint8_t>(first);
      out_.tokens.back().first_day = static_cast<std::uint8_t>(day);
    }
    emit(Word::month_day, 0, last, end_day);
    if (end_year != 0) emit(Word::year, end_year);
    return true;
  }

  // "06/30/2025", "30.06.2025", "2025-06-30": which number is the month must be beyond doubt.
  bool numeric_date() {
    if (!is_digit(text_[at_]) || is_digit(before())) return false;
    std::array<int, 3> part{};
    std::array<std::size_t, 3> size{};
    std::size_t next = at_;
    char separator = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      const std::size_t from = next;
      while (next < text_.size() && is_digit(text_[next]) && next - from < 5)
        part[i] = part[i] * 10 + (text_[next++] - '0');
      size[i] = next - from;
      if (size[i] == 0 || size[i] == 3 || size[i] > 4) return false;
      if (i == 2) break;
      if (next >= text_.size() || (text_[next] != '/' && text_[next] != '.' && text_[next] != '-'))
        return false;
      if (separator != 0 && text_[next] != separator) return false;
      separator = text_[next++];
    }
    if (next < text_.size() && (is_digit(text_[next]) || text_[next] == separator)) return false;
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
    at_ = next;
    emit(Word::month_day, 0, month, day);
    out_.tokens.back().order = order;
    emit(Word::year, year);
    return true;
  }

  // How many weeks are counted at the front of the text, "thirteen", "fifty-two", "39", and in how many
  // characters; 0 where none are.
  [[nodiscard]] int week_count(std::size_t& size) const {
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
    const std::string_view text = rest();
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

  // "thirteen weeks ended", "52 weeks ended", "12 Weeks Ended": the months that the weeks stand for.
  bool weeks() {
    const char first = text_[at_];
    if ((first != 't' && first != 'f' && first != 's' && !is_digit(first)) || is_letter(before()) ||
        is_digit(before()))
      return false;
    std::size_t size = 0;
    const int weeks = week_count(size);
    const std::size_t next = skip_blanks(at_ + size);
    if (weeks < 4 || (!word_at(next, "weeks") && !word_at(next, "week"))) return false;
    at_ = skip_blanks(next + (word_at(next, "weeks") ? 5 : 4));
    if (word_at(at_, "period")) at_ = skip_blanks(at_ + 6);
    if (word_at(at_, "ended")) at_ += 5;
    // Quarters of 12 to 14 weeks, years of 52 or 53.
    const int quarters = (weeks * 4 + 26) / 52;
    emit(Word::months, weeks >= 11 && weeks != 16 && weeks != 17 ? 3 * quarters : (weeks * 12 + 26) / 52);
    out_.tokens.back().weeks = static_cast<std::uint8_t>(weeks);
    return true;
  }

  // "three months ended", "year ended", "quarter ended", "six ended" (its "months" is missing).
  bool duration() {
    std::size_t end = at_;
    while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]))) ++end;
    const std::string_view word = std::string_view(text_).substr(at_, end - at_);
    int months = month_count(word);
    bool guessed = false;
    std::size_t next = skip_blanks(end);
    if (months != 0) {
      if (word_at(next, "months") || word_at(next, "month")) {
        next = skip_blanks(next + (word_at(next, "months") ? 6 : 5));
      } else if (!is_digit(word.front()) && (word_at(next, "ended") || word_at(next, "ending"))) {
        guessed = true;
      } else {
        return false;
      }
      if (word_at(next, "period")) next = skip_blanks(next + 6);
    } else if (word == "year" || word == "years") {
      months = 12;
    } else if (word == "quarter" || word == "quarters") {
      months = 3;
    } else if (word == "period" && (word_at(next, "ended") || word_at(next, "ending"))) {
      at_ = next + (word_at(next, "ending") ? 6 : 5);
      emit(Word::to_date);
      return true;
    } else if (word == "half" && (word_at(next, "year") || word_at(next, "years"))) {
      months = 6;
      next = skip_blanks(next + (word_at(next, "years") ? 5 : 4));
    } else {
      return false;
    }
    const bool ended = word_at(next, "ended") || word_at(next, "ending") || word_at(next, "end");
    if (!ended && month_count(word) == 0) return false;
    if (ended) next += word_at(next, "ending") ? 6 : word_at(next, "ended") ? 5 : 3;
    at_ = next;
    emit(Word::months, months, 0, 0, guessed);
    return true;
  }

  // The ".10" of "Aug.31.10", whose day begins at `day_at` and has been passed.
  bool parted_by_points(std::size_t day_at, int month, int day) {
    const int year = text_[day_at - 1] == '.' ? brief_year(at_, ".") : 0;
    if (year == 0) return false;
    at_ += 3;
    emit(Word::month_day, 0, month, day);
    emit(Word::year, year);
    return true;
  }

  // "30 June", "30 June 2025".
  bool day_before_month() {
    int month = 0, day = 0;
    const std::size_t size = day_with_month(at_, day, month);
    if (size == 0) return false;
    // "2022 2 2023": no month; "30 June 2025" only where no second day follows.
    const std::size_t after = skip_blanks(at_ + size);
    std::size_t digits = 0;
    while (after + digits < text_.size() && is_digit(text_[after + digits])) ++digits;
    if (digits == 1 || digits == 2) return false;
    at_ += size;
    emit(Word::month_day, 0, month, day);
    return true;
  }

  // "June 30", "30 June", "Jun" (its day is missing).
  bool month_day() {
    int month = 0;
    if (is_letter(text_[at_]) && !is_letter(before())) {
      const std::size_t size = month_at(rest(), month);
      if (size == 0) return false;
      if (month == 5 && size == 3 && at_ + 3 < text_.size() && is_letter(text_[at_ + 3])) return false;
      std::size_t next = skip_blanks(at_ + size);
      int day = 0;
      std::size_t digits = 0;
      while (next + digits < text_.size() && digits < 2 && is_digit(text_[next + digits])) {
        day = day * 10 + (text_[next + digits] - '0');
        ++digits;
      }
      // "Jun-25", "Dec'24": the last two digits of a year, where no other year follows.
      if (const int year = brief_year(at_ + size); year != 0) {
        at_ += size + 3;
        emit(Word::month_day, 0, month);
        emit(Word::year, year);
        return true;
      }
      // "June 2023" has no day; "30202320242024" runs on into years.
      const bool year_follows = next + 4 <= text_.size() &&
                                is_year(std::string_view(text_).substr(next, 4)) &&
                                (next + 4 == text_.size() || !is_digit(text_[next + 4]));
      if (year_follows || day == 0 || day > 31) {
        at_ += size;
        emit(Word::month_day, 0, month, 0, true);
        return true;
      }
      at_ = next + digits;
      // "Aug.31.10": the last two digits of a year.
      if (parted_by_points(next, month, day)) return true;
      // "February 28/29," over a leap year and another: the month's last day.
      if (month == 2 && day == 28 && rest().starts_with("/29")) {
        at_ += 3;
        day = 29;
      }
      emit(Word::month_day, 0, month, day);
      return true;
    }
    return is_digit(text_[at_]) && !is_digit(before()) && day_before_month();
  }

  // The year of "-25" or "'24" behind a month's name; 0 where it is a day or nothing of the kind.
  [[nodiscard]] int brief_year(std::size_t mark, std::string_view marks = "-'") const {
    const std::string_view text = std::string_view(text_).substr(std::min(mark, text_.size()));
    if (text.size() < 3 || marks.find(text[0]) == std::string_view::npos || text[1] < '0' || text[1] > '4' ||
        (text[0] != '.' && text[1] == '0') || !is_digit(text[2]) || (text.size() > 3 && is_digit(text[3])))
      return 0;
    for (std::size_t at = 3; at + 4 <= text.size(); ++at) {
      if (is_year(text.substr(at, 4))) return 0;
    }
    return 2000 + (text[1] - '0') * 10 + (text[2] - '0');
  }

  bool note() {
    if (is_letter(before())) return false;
    const std::string_view text = rest();
    const bool plural = text.starts_with("notes");
    if (!plural && !text.starts_with("note") && !(text == "not")) return false;
    const std::size_t size = plural ? 5 : std::min<std::size_t>(4, text.size());
    if (text.size() > size && is_letter(text[size])) return false;
    at_ += size;
    // "(Note 2(d))" behind a currency is a reference, not a column of notes.
    const std::size_t next = skip_blanks(at_);
    const bool year = next + 4 <= text_.size() && is_year(std::string_view(text_).substr(next, 4));
    if (next < text_.size() && is_digit(text_[next]) && !year) {
      at_ = next;
      while (at_ < text_.size() && text_[at_] != ')' && text_[at_] != ' ') ++at_;
      while (at_ < text_.size() && text_[at_] == ')') ++at_;
      emit(Word::audited);
    } else {
      emit(Word::notes);
    }
    return true;
  }

  // "first fiscal quarter", "second fiscal half", "2nd Quarter", "3 rd quarter" whose mark was raised.
  bool ordinal_part() {
    static constexpr std::array<std::string_view, 4> kOrdinals = {"first", "second", "third", "fourth"};
    static constexpr std::array<std::string_view, 4> kMarks = {"st", "nd", "rd", "th"};
    if (is_letter(before()) || is_digit(before())) return false;
    for (std::size_t i = 0; i < kOrdinals.size(); ++i) {
      std::string_view text = rest();
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
      at_ += rest().size() - text.size();
      emit(quarter ? Word::quarter : Word::half, static_cast<int>(i) + 1);
      if (of_year) emit(Word::full_year);
      return true;
    }
    return false;
  }

  bool phrase() {
    const std::string_view text = rest();
    if (!kPhraseLetters[static_cast<unsigned char>(text.front())]) return false;
    for (const Phrase& phrase : kPhrases) {
      if (text.front() != phrase.text.front() || !text.starts_with(phrase.text)) continue;
      if (is_letter(phrase.text.front()) && is_letter(before())) continue;
      const std::size_t size = phrase.text.size();
      if (is_letter(phrase.text.back()) && text.size() > size && is_letter(text[size])) continue;
      if (phrase.text == "mn" && before() != ' ' && before() != ')' && !is_digit(before())) continue;
      at_ += size;
      emit(phrase.word, phrase.value);
      return true;
    }
    return false;
  }

  // The last quarter of "Q1-Q3", read from behind the first, and its words passed; 0 where there is none.
  int last_quarter() {
    std::string_view text = rest();
    for (const std::string_view joint : {" - ", " to ", "-", "\u2013", " \u2013 "}) {
      if (!text.starts_with(joint)) continue;
      text.remove_prefix(joint.size());
      const bool quarter = text.size() >= 2 && text[0] == 'q' && text[1] >= '2' && text[1] <= '4' &&
                           (text.size() == 2 || !is_letter(text[2]));
      if (!quarter) return 0;
      at_ += joint.size() + 2;
      return text[1] - '0';
    }
    return 0;
  }

  // "9M 2024", "12M24": months from the first of the year.
  bool months_of_year() {
    const std::string_view text = rest();
    const std::size_t digits = text.starts_with("12") ? 2 : 1;
    const int months = month_count(text.substr(0, digits));
    if (months == 0 || is_digit(before()) || is_letter(before()) || text.size() <= digits ||
        text[digits] != 'm' || (text.size() > digits + 1 && is_letter(text[digits + 1])))
      return false;
    at_ += digits + 1;
    emit(Word::months, months);
    emit(Word::month_day, 0, months);
    brief_year_behind();
    return true;
  }

  // The "24" of "1Q24" and "9M'24".
  void brief_year_behind() {
    std::size_t next = skip_blanks(at_);
    if (next < text_.size() && text_[next] == '\'') ++next;
    std::size_t digits = 0;
    while (next + digits < text_.size() && is_digit(text_[next + digits])) ++digits;
    // "1Q251Q25" runs on into the next one.
    const std::size_t end = next + digits;
    const bool runs_on = digits == 3 && end < text_.size() && (text_[end] == 'q' || text_[end] == 'h');
    if (digits != 2 && !runs_on) return;
    emit(Word::year, 2000 + (text_[next] - '0') * 10 + (text_[next + 1] - '0'));
    at_ = next + 2;
    year_end_ = at_;
  }

  // "1Q24", "Q1 2024", "2Q2023", "1H24", "H1", "FY2024", "FY24".
  bool short_period() {
    const std::string_view text = rest();
    const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : ' '; };
    if (is_letter(before()) || (is_digit(before()) && at_ != year_end_)) return false;
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
    at_ += size;
    if (const int last = last_quarter(); word == Word::quarter && value == 1 && last > 1) {
      emit(Word::months, 3 * last);
      emit(Word::month_day, 0, 3 * last);
    } else {
      emit(word, value);
    }
    brief_year_behind();
    return true;
  }

  bool money() {
    const std::string_view text = rest();
    if (is_letter(before())) return false;
    if (scale_before_code(text)) return true;
    if (text.starts_with("us $")) {
      at_ += 4;
      emit(Word::unit);
      out_.tokens.back().code = currency("USD");
      scale_letters();
      return true;
    }
    const words::CurrencyForm* form = words::currency_at_lowered(text, words::kEveryForm);
    if (form == nullptr) return false;
    const std::size_t size = form->text.size();
    const bool letter_follows = ends_in_letter(form->text) && text.size() > size && is_letter(text[size]);
    const bool scale_follows =
        form->form == words::Form::code && letter_scale(word_of(text.substr(size))) > 0;
    if (letter_follows && !scale_follows && !begins_with_currency(text.substr(size))) return false;
    at_ += size;
    if (letter_follows) glued_ = at_;
    emit(Word::unit);
    out_.tokens.back().code = currency(form->code);
    out_.tokens.back().bare = form->shared();
    scale_letters();
    return true;
  }

  static bool ends_in_letter(std::string_view form) {
    return is_letter(form.back()) || (form.back() >= 'A' && form.back() <= 'Z');
  }

  // "RMBRMBUS$": currencies to the end of the word.
  static bool begins_with_currency(std::string_view text) {
    const words::CurrencyForm* form = words::currency_at_lowered(text, words::kEveryForm);
    if (form == nullptr || form->text.size() < 3) return false;
    const std::string_view rest = text.substr(form->text.size());
    return rest.empty() || !is_letter(rest.front()) || begins_with_currency(rest);
  }

  // "MUSD", "TEUR", "kEUR": a scale and a currency in one word. Not any letters: "mars" is none.
  bool scale_before_code(std::string_view text) {
    static constexpr std::array<std::string_view, 13> kCodes = {
        "usd", "eur", "sek", "nok", "dkk", "chf", "gbp", "cad", "aud", "jpy", "inr", "rmb", "brl"};
    const std::string_view word = word_of(text);
    const int power = word.starts_with('m') ? 6 : word.starts_with('t') || word.starts_with('k') ? 3 : 0;
    if (word.size() != 4 || power == 0 ||
        std::find(kCodes.begin(), kCodes.end(), word.substr(1)) == kCodes.end())
      return false;
    const words::CurrencyForm* form = words::currency_at_lowered(word.substr(1), words::kEveryForm);
    if (form == nullptr) return false;
    at_ += word.size();
    emit(Word::unit);
    out_.tokens.back().code = currency(form->code);
    emit(Word::scale, power);
    return true;
  }

  static std::string_view word_of(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && is_letter(text[end])) ++end;
    return text.substr(0, end);
  }

  static int letter_scale(std::string_view word) {
    if (word == "m" || word == "mm" || word == "mn" || word == "mln") return 6;
    if (word == "bn") return 9;
    if (word == "cr" || word == "crs") return 7;
    return word == "k" ? 3 : 0;
  }

  // "US$m", "€bn", "$ mm": the letters glued to a currency are its scale; "NOK 000", too.
  void scale_letters() {
    const std::size_t from = at_ < text_.size() && text_[at_] == ' ' ? at_ + 1 : at_;
    const std::string_view behind = std::string_view(text_).substr(std::min(from, text_.size()));
    if (behind.starts_with("000") && (behind.size() == 3 || !is_digit(behind[3])) &&
        !behind.starts_with("000,")) {
      at_ = from + 3;
      emit(Word::scale, 3);
      return;
    }
    const std::string_view word = word_of(behind);
    const int power = letter_scale(word);
    if (power == 0) return;
    at_ = from + word.size();
    emit(Word::scale, power);
  }

  // Years, which may run together; other digits belong to no heading.
  bool digits() {
    if (!is_digit(text_[at_])) return false;
    std::size_t end = at_;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    std::string_view run = std::string_view(text_).substr(at_, end - at_);
    const bool figure = end < text_.size() && (text_[end] == ',' || text_[end] == '.') &&
                        end + 1 < text_.size() && is_digit(text_[end + 1]);
    at_ = end;
    std::vector<int> years;
    while (run.size() >= 4 && is_year(run.substr(0, 4))) {
      years.push_back((run[0] - '0') * 1000 + (run[1] - '0') * 100 + (run[2] - '0') * 10 + (run[3] - '0'));
      run.remove_prefix(4);
    }
    // One stray digit behind a year is a footnote mark.
    if (years.empty() || figure || run.size() > 1) {
      if (run.size() > 2 || figure) {
        out_.figures_left = true;
        while (at_ < text_.size() && (is_digit(text_[at_]) || text_[at_] == ',' || text_[at_] == '.')) ++at_;
      }
      return true;
    }
    for (const int year : years) emit(Word::year, year);
    year_end_ = at_;
    return true;
  }

  void skip_word() {
    bool letters = false;
    const std::size_t start = at_;
    while (at_ < text_.size() && (is_letter(text_[at_]) || (text_[at_] & 0x80) != 0 || text_[at_] == '\'')) {
      letters = true;
      ++at_;
    }
    if (at_ == start) ++at_;
    static constexpr std::array<std::string_view, 16> kFillers = {
        "for",    "the",    "and",   "of",   "in",    "at",     "on",      "ended",
        "ending", "months", "month", "year", "years", "period", "quarter", "with"};
    const std::string_view word = std::string_view(text_).substr(start, at_ - start);
    if (letters && std::find(kFillers.begin(), kFillers.end(), word) == kFillers.end())
      out_.words_left = true;
  }

  // "Q1-24 % Q4-23 % QoQ %": right behind a year the percentages of its amounts, as another "%" goes with the
  // change.
  [[nodiscard]] bool percent_of_amounts() const {
    const auto& tokens = out_.tokens;
    bool behind_year = false;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      if (tokens[i].word != Word::percent) continue;
      if (tokens[i - 1].word == Word::change) return behind_year;
      behind_year |= tokens[i - 1].word == Word::year;
    }
    return false;
  }

  // "%" beside "change" is a change in per cent, not two columns.
  void settle_changes() {
    auto& tokens = out_.tokens;
    const auto has = [&](Word word) {
      return std::any_of(tokens.begin(), tokens.end(),
                         [&](const Token& token) { return token.word == word; });
    };
    if (has(Word::change) && !percent_of_amounts())
      std::erase_if(tokens, [](const Token& token) { return token.word == Word::percent; });
    std::erase_if(tokens, [seen = false](const Token& token) mutable {
      const bool again = token.word == Word::change && seen;
      seen = seen || token.word == Word::change;
      return again;
    });
  }

  std::string text_;
  std::size_t at_ = 0;
  std::size_t glued_ = std::string::npos;     // where a currency ended that the next one is glued to
  std::size_t year_end_ = std::string::npos;  // where the last year stopped: "2025Q1"
  Lexed out_;
};

}  // namespace

bool is_year(std::string_view text) {
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) && is_digit(text[2]) &&
         is_digit(text[3]);
}

const Lexed& lex_heading(std::string_view text) {
  thread_local Recent<Lexed> recent;
  return recent.of(text, [](std::string_view fresh, Lexed& out) { out = Lexer(words_apart(fresh)).run(); });
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
