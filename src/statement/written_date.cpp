// A date is read part by part from each place where it may begin.
#include "statement/written_date.h"

#include <array>
#include <cstddef>

namespace kcfin::statement {

int month_number(std::string_view name) {
  static constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (name.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const bool same = (name[0] & 0x5f) == kMonths[i][0] && (name[1] | 0x20) == kMonths[i][1] &&
                      (name[2] | 0x20) == kMonths[i][2];
    if (same) return static_cast<int>(i) + 1;
  }
  return 0;
}

namespace {

// Reads on from a place in a text, part by part; each part is there or the reading fails.
class DateScan {
 public:
  DateScan(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  // The month's name in full, or its first three letters ("Sept" too).
  bool month(int& number) {
    static constexpr std::array<std::string_view, 12> kRest = {
        "uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember"};
    number = month_number(text_.substr(at_, 3));
    const bool lower = text_.size() - at_ >= 3 && text_[at_ + 1] >= 'a' && text_[at_ + 2] >= 'a';
    if (number == 0 || !lower || text_[at_] > 'Z') return false;
    at_ += 3;
    const std::string_view rest = kRest[static_cast<std::size_t>(number - 1)];
    if (text_.substr(at_).starts_with(rest)) {
      at_ += rest.size();
    } else if (number == 9) {
      skip('t');
    }
    return true;
  }
  bool day(int& number) { return digits(1, 2, number); }
  bool year(int& number) { return digits(4, 4, number) && number >= 1900 && number < 2100; }
  bool blanks() {
    const std::size_t start = at_;
    while (at_ < text_.size() && (text_[at_] == ' ' || (text_[at_] >= '\t' && text_[at_] <= '\r'))) ++at_;
    return at_ > start;
  }
  bool skip(char mark) {
    const bool there = at_ < text_.size() && text_[at_] == mark;
    at_ += there ? 1 : 0;
    return true;
  }

 private:
  bool digits(std::size_t least, std::size_t most, int& number) {
    const std::size_t start = at_;
    number = 0;
    while (at_ < text_.size() && at_ - start < most && text_[at_] >= '0' && text_[at_] <= '9')
      number = number * 10 + (text_[at_++] - '0');
    return at_ - start >= least;
  }

  std::string_view text_;
  std::size_t at_;
};

Date us_date(std::string_view text, std::size_t at) {
  DateScan scan(text, at);
  int month = 0, day = 0, year = 0;
  const bool whole = scan.month(month) && scan.skip('.') && scan.blanks() && scan.day(day) &&
                     (scan.blanks(), scan.skip(',')) && scan.blanks() && scan.year(year);
  return whole ? calendar_date(year, month, day) : Date{};
}

Date british_date(std::string_view text, std::size_t at) {
  DateScan scan(text, at);
  int month = 0, day = 0, year = 0;
  const bool whole = scan.day(day) && scan.blanks() && scan.month(month) && scan.skip('.') &&
                     scan.skip(',') && scan.blanks() && scan.year(year);
  return whole ? calendar_date(year, month, day) : Date{};
}

}  // namespace

Date first_date(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const Date date = us_date(text, at); date.known()) return date;
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const Date date = british_date(text, at); date.known()) return date;
  }
  return {};
}

}  // namespace kcfin::statement
