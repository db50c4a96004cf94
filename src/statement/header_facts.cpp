// The cover page, the signature and the notes on translation are sentences of few forms: patterns read
// them, each behind a cheap test, so that the body of a long filing costs next to nothing. A pattern is
// compiled where it is first needed, over bytes: that is a tenth of the work that Unicode would be.
#include "statement/header_facts.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <string>

#include "statement/issuer.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin::statement {
namespace {

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

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

// The first date of a text: "June 30, 2023" or "30 June 2023".
Date first_date(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const Date date = us_date(text, at); date.known()) return date;
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const Date date = british_date(text, at); date.known()) return date;
  }
  return {};
}

// Every mark of a currency but the dollar's, as a pattern.
std::string pattern_of_marks() {
  std::string pattern;
  for (const words::CurrencyForm& form : words::currency_forms()) {
    const bool mark = form.form == words::Form::sign || form.form == words::Form::code;
    if (!mark || form.code == "USD") continue;
    pattern += (pattern.empty() ? "(" : "|") + re2::RE2::QuoteMeta(piece(form.text));
  }
  return pattern + ")";
}

// The currency that a rate is stated in units of, by the mark that stands before its figure. A dollar has
// never bought fifty yuan, nor less than fifty yen since the dollar floats.
Currency rate_currency(std::string_view mark, const Decimal& rate) {
  const words::CurrencyForm* form = words::currency_alone(mark);
  if (form == nullptr) return {};
  if (form->shared()) return currency(compare(rate, Decimal{50, 0}) >= 0 ? "JPY" : "RMB");
  return currency(form->code);
}

// One dollar, and no more.
constexpr const char* kOneDollar = "(?:US\\$|U\\.S\\.\\s?\\$|USD|\\$)\\s?1(?:\\.0+)?";
constexpr const char* kNoMoreDigits = "(?:[^\\d.,]|[.,](?:[^\\d]|$)|$)";
constexpr const char* kRateFigure = "(\\d{1,4}\\.\\d{1,6}|\\d{1,2},\\d{3}(?:\\.\\d{1,6})?|\\d{2,4})";

// "US$1", "$1.00", "USD 1": one dollar, which the patterns below look for and few sentences name.
bool names_one_dollar(std::string_view text) {
  for (std::size_t one = text.find('1'); one != std::string_view::npos; one = text.find('1', one + 1)) {
    std::string_view before = text.substr(0, one), after = text.substr(one + 1);
    if (before.ends_with(' ')) before.remove_suffix(1);
    if (!before.ends_with('$') && !before.ends_with("USD")) continue;
    if (after.starts_with(".0")) {
      after.remove_prefix(1);
      while (after.starts_with('0')) after.remove_prefix(1);
    }
    const bool more = !after.empty() && (after.front() == '.' || after.front() == ',');
    if (more) after.remove_prefix(1);
    if (after.empty() || after.front() < '0' || after.front() > '9') return true;
  }
  return false;
}

class RateReader {
 public:
  explicit RateReader(Filing& filing) : filing_(filing) {}

  // Every rate of a paragraph, with the date that its sentence gives.
  void read(const Paragraph& paragraph) {
    const std::string_view text = paragraph.text;
    if (!names_one_dollar(text)) return;
    static const std::string kMark = pattern_of_marks();
    static const re2::RE2 kPer(
        kMark + "\\s?" + kRateFigure + "\\s*(?:per|to|=|for|:|equals?|and)\\s*" + kOneDollar + kNoMoreDigits,
        re2::RE2::Latin1);
    static const re2::RE2 kInto(
        kOneDollar + ("\\s*(?:=|to|:|for|equals?|into|per|at)\\s*" + kMark) + "\\s?" + kRateFigure,
        re2::RE2::Latin1);
    for (const re2::RE2* pattern : {&kPer, &kInto}) {
      re2::StringPiece rest = piece(text);
      re2::StringPiece mark, figure;
      while (re2::RE2::FindAndConsume(&rest, *pattern, &mark, &figure)) {
        add(paragraph, std::string_view(mark.data(), mark.size()),
            std::string_view(figure.data(), figure.size()));
      }
    }
  }

 private:
  void add(const Paragraph& paragraph, std::string_view mark, std::string_view figure) {
    std::string digits(figure);
    std::erase(digits, ',');
    const auto value = Decimal::parse(digits);
    if (!value || value->zero()) return;
    const Currency from = rate_currency(mark, *value);
    if (from[0] == 0) return;
    const auto offset = static_cast<std::size_t>(figure.data() - paragraph.text.data());
    Rate rate;
    rate.from = from;
    rate.to = currency("USD");
    rate.rate = *value;
    rate.at = paragraph.place(offset);
    rate.as_of = date_near(paragraph.text, offset);
    filing_.rates.push_back(rate);
  }

  // A full stop that ends a sentence; "U.S. dollars" and "No. 5" go on.
  static bool ends_sentence(std::string_view text, std::size_t stop) {
    if (!text.substr(stop).starts_with(". ") || stop == 0) return false;
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool initial =
        upper(text[stop - 1]) && (stop == 1 || text[stop - 2] == '.' || text[stop - 2] == ' ');
    return !initial && !text.substr(0, stop).ends_with("No");
  }

  // The date that follows the rate in its sentence, or else stands before it.
  static Date date_near(std::string_view text, std::size_t offset) {
    std::size_t end = std::min(offset + 8, text.size());
    while (end < text.size() && !ends_sentence(text, end)) ++end;
    const Date after = first_date(text.substr(offset, end - offset));
    if (after.known()) return after;
    std::size_t begin = offset;
    while (begin > 0 && !ends_sentence(text, begin)) --begin;
    return first_date(text.substr(begin, offset - begin));
  }

  Filing& filing_;
};

int number_word(std::string_view word) {
  static constexpr std::array<std::string_view, 21> kWords = {
      "zero",     "one",     "two",     "three",     "four",     "five",     "six",
      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (kWords[i] == word) return static_cast<int>(i);
  }
  if (word == "thirty") return 30;
  if (word == "forty") return 40;
  if (word == "fifty") return 50;
  int value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9' || value > 100000) return 0;
    value = value * 10 + (c - '0');
  }
  return value;
}

// 1 / n as printed digits; zero where it has no end (one third).
Decimal one_over(int n) {
  std::int64_t power = 1;
  for (std::uint8_t decimals = 0; decimals <= 6; ++decimals, power *= 10) {
    if (power % n == 0) return {power / n, decimals};
  }
  return {0, 0};
}

// How sentences state the ratio; each pattern is compiled where those before it found nothing.
#define KCFIN_STANDS "(?:represent(?:s|ing)?|stands? for|equals?|(?:is |are |being )?(?:equal|equivalent) to)"
#define KCFIN_SHARES "(?:of (?:the Company's|our|its)\\s+)?(?:Class [A-Z]\\s+)?(?:ordinary|common)\\s+shares?"
const re2::RE2& each_ads() {
  static const re2::RE2 kEach(
      "(?i)(?:each|every|one|1|\\() ?(?:ADS|American Depositary "
      "Share)s?\\s*(?:\\(\"?ADSs?\"?\\)\\s*)?,?\\s*(?:of the "
      "Company\\s*)?" KCFIN_STANDS "\\s+([a-z]+|\\d+)\\s+" KCFIN_SHARES,
      re2::RE2::Latin1);
  return kEach;
}

const re2::RE2& adss_each() {
  static const re2::RE2 kAdss("(?i)ADSs?,?\\s*(?:\"\\)|\\))?,?\\s*each\\s+(?:of which\\s+)?" KCFIN_STANDS
                              "\\s+([a-z]+|\\d+)\\s+" KCFIN_SHARES,
                              re2::RE2::Latin1);
  return kAdss;
}

const re2::RE2& several_adss() {
  static const re2::RE2 kSeveral("(?i)\\b([a-z]+|\\d+) ADSs? " KCFIN_STANDS "\\s+(?:one|1)\\s+" KCFIN_SHARES,
                                 re2::RE2::Latin1);
  return kSeveral;
}
#undef KCFIN_STANDS
#undef KCFIN_SHARES

bool may_state_ads_ratio(std::string_view text) {
  if (!has(text, "ADS") && !has(text, "epositary") && !has(text, "EPOSITARY")) return false;
  if (!has(text, "hare") && !has(text, "HARE")) return false;
  static constexpr Part kStands[] = {"epresent", "EPRESENT", "tand for",      "tands for",    "equal",
                                     "Equal",    "EQUAL",    "equivalent to", "EQUIVALENT TO"};
  return AskedText(text).has_any(kStands);
}

// "Each ADS represents five ordinary shares", "five ADSs represent one ordinary share".
void read_ads_ratio(std::string_view text, Filing& filing) {
  if (!filing.shares_per_ads.zero() || !may_state_ads_ratio(text)) return;
  for (const auto pattern : {each_ads, adss_each, several_adss}) {
    std::string word;
    if (!re2::RE2::PartialMatch(piece(text), pattern(), &word)) continue;
    const int value = number_word(lower(word));
    if (value <= 0) continue;
    filing.shares_per_ads = pattern == several_adss ? one_over(value) : Decimal{value, 0};
    return;
  }
}

// "20230822".
Date date_of_digits(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (!is_digit(c)) return {};
    number = number * 10 + (c - '0');
  }
  return text.size() == 8 ? calendar_date(number / 10000, number / 100 % 100, number % 100) : Date{};
}

bool read_form(std::string_view text, Filing& filing) {
  static const re2::RE2 kForm("(?i)\\bform (6-K(?:/A)?)\\b", re2::RE2::Latin1);
  return re2::RE2::PartialMatch(piece(text), kForm, &filing.form);
}

void read_file_number(std::string_view text, Filing& filing) {
  static const re2::RE2 kFile("(?i)commission file (?:number|no\\.?)[: ]*\\s*(\\d{1,3}-\\d{4,6})",
                              re2::RE2::Latin1);
  re2::RE2::PartialMatch(piece(text), kFile, &filing.commission_file_number);
}

void read_month(std::string_view text, Filing& filing) {
  static const re2::RE2 kMonth("(?i)for the month of[: ]*\\s*([a-z]{3,9})\\.?,?\\s*((?:19|20)\\d\\d)",
                               re2::RE2::Latin1);
  std::string month;
  int year = 0;
  if (!re2::RE2::PartialMatch(piece(text), kMonth, &month, &year) || month_number(month) == 0) return;
  filing.month = month_end(year, month_number(month)).iso().substr(0, 7);
}

// "Date: ", "Dated : ".
bool is_signature_date(std::string_view text) {
  std::string_view rest = text;
  for (const char c : std::string_view("date")) {
    if (rest.empty() || (rest.front() | 0x20) != c) return false;
    rest.remove_prefix(1);
  }
  if (!rest.empty() && (rest.front() | 0x20) == 'd') rest.remove_prefix(1);
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  return rest.starts_with(':');
}

}  // namespace

void read_header_facts(const Document& document, Filing& filing) {
  RateReader rates(filing);
  if (!document.submission.form_type.empty()) filing.form = document.submission.form_type;
  filing.commission_file_number = document.submission.file_number;
  bool form_seen = !document.submission.form_type.empty();
  for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
    const Paragraph& paragraph = document.paragraphs[i];
    const std::string_view text = paragraph.text;
    rates.read(paragraph);
    read_ads_ratio(text, filing);
    if (i < 200 && text.size() < 400) {
      if (!form_seen && (has(text, "6-K") || has(text, "6-k"))) form_seen = read_form(text, filing);
      if (filing.commission_file_number.empty() && (has(text, "ommission") || has(text, "OMMISSION")))
        read_file_number(text, filing);
      if (filing.month.empty() && (has(text, "onth") || has(text, "ONTH"))) read_month(text, filing);
      if (!filing.signed_on.known() && is_signature_date(text)) filing.signed_on = first_date(text);
    }
  }
  for (const Table& table : filing.tables) {
    for (const Row& row : table.rows) read_ads_ratio(row.label, filing);  // "(5 ADSs equal to 1 share)"
  }
  filing.issuer = issuer_of(document);
  filing.cik = document.submission.cik;
  filing.accession_number = document.submission.accession_number;
  filing.filed = date_of_digits(document.submission.filed);
}

}  // namespace kcfin::statement
