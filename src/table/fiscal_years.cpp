// Fiscal years from the filing's own words: "the fiscal year ended January 28, 2024 (“fiscal 2023”)", "fiscal
// years 2023 and 2022 ended December 31, 2023 and January 1, 2023", "for the 52 weeks ended February 1,
// 2025".
#include "table/fiscal_years.h"

#include <algorithm>
#include <array>
#include <string>

#include "table/heading_lexer.h"
#include "values/text.h"

namespace kcfin::table {
namespace {

constexpr int kNear = 8;  // days by which a year of weeks may miss the month's end, and one more

// A day near a month's end, before it or behind it, belongs to that month.
Date month_end_near(Date date) {
  return date.day <= kNear ? day_before(calendar_date(date.year, date.month, 1))
                           : month_end(date.year, date.month);
}

bool ends_month(Date date) { return date == month_end(date.year, date.month); }

// The dates that a window's tokens make, in order.
std::vector<Date> dates_from(const std::vector<Token>& tokens, std::size_t& at) {
  std::vector<Date> out;
  while (at + 1 < tokens.size() && tokens[at].word == Word::month_day && tokens[at].day != 0 &&
         tokens[at].order != Token::Order::either && tokens[at + 1].word == Word::year) {
    const Date date = calendar_date(tokens[at + 1].value, tokens[at].month, tokens[at].day);
    if (!date.known()) break;
    out.push_back(date);
    at += 2;
  }
  return out;
}

bool says_year(const Token& token) {
  return token.word == Word::full_year || (token.word == Word::months && token.value == 12);
}

// The month that the fiscal year ends in, from "the second fiscal quarter ended August 31, 2024", "its fiscal
// third quarter ended June 28, 2026" or "the first quarter of fiscal year 2025 ended June 30, 2024"; 0 where
// the text says it of no quarter.
// With `any_name`, "the first quarter ended May 31, 2024" says it as well: it is none of a calendar year.
int last_month_by_quarter(std::string_view text, bool any_name) {
  const bool at_once = any_name && (text.find("uarter ended ") != std::string_view::npos ||
                                    text.find("uarter ending ") != std::string_view::npos);
  bool fiscal = false, right_before = false, last_was_quarter = false;
  int quarter = 0;
  for (const Token& token : lex_heading(text).tokens) {
    if (token.word == Word::quarter) {
      quarter = token.value;
      fiscal = right_before;
    }
    right_before = token.word == Word::full_year;
    fiscal = fiscal || right_before;
    const bool names_it = fiscal || (at_once && last_was_quarter);
    last_was_quarter = token.word == Word::quarter;
    if (token.word != Word::month_day) continue;
    const Date day = calendar_date(2000, token.month, token.day);  // only its month counts
    if (names_it && quarter > 0 && day.known())
      return (month_end_near(day).month - 3 * quarter + 23) % 12 + 1;
    quarter = 0;
  }
  return 0;
}

// Where a sentence ends: what follows is of something else.
std::string_view to_sentence_end(std::string_view text) {
  for (std::size_t at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1)) {
    if (at + 2 < text.size() && text[at + 2] >= 'A' && text[at + 2] <= 'Z') return text.substr(0, at);
  }
  return text;
}

// Whether one of the words that lead to a year's last day begins among the first characters.
bool ends_within(std::string_view lowered, std::size_t most) {
  constexpr std::array<std::string_view, 5> kWords = {"ended", "ending", "ends on", "end on", "ends "};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
    for (std::size_t at = lowered.find(word); at < most; at = lowered.find(word, at + 1)) {
      const char before = at == 0 ? ' ' : lowered[at - 1];
      if (before < 'a' || before > 'z') return true;  // "dividends", "depend on", "extended"
    }
    return false;
  });
}

// The same from the sentences near the top. "The last business day of the second fiscal quarter" is none,
// whatever date follows.
int last_month_by_quarters(const Document& document, bool any_name) {
  constexpr std::size_t kNearTop = 40;  // paragraphs
  constexpr std::size_t kBefore = 14, kWindow = 120;
  for (std::size_t i = 0; i < document.paragraphs.size() && i < kNearTop; ++i) {
    const std::string_view text = document.paragraphs[i].text;
    if (text.size() > 1200 || (!any_name && text.find("iscal") == std::string_view::npos)) continue;
    for (std::size_t at = text.find("uarter"); at != std::string_view::npos;
         at = text.find("uarter", at + 1)) {
      const std::size_t from = at < kBefore + 2 ? 0 : at - kBefore - 2;
      const std::string_view window = to_sentence_end(text.substr(from, kWindow));
      if (window.find("ended") == std::string_view::npos && window.find("ending") == std::string_view::npos)
        continue;
      if (const int month = last_month_by_quarter(window, any_name); month > 0) return month;
    }
  }
  return 0;
}

bool names_year_of(int name, Date end) { return name == end.year || name == end.year - 1; }

// "... ended January 28, 2024 (“": what follows names that date, and no later one.
bool names_the_date_before(std::string_view before) {
  for (const std::string_view quote : {"\"", "\u201c", "'", "\u2018"}) {
    if (before.ends_with(quote)) before.remove_suffix(quote.size());
  }
  return before.ends_with('(');
}

// Most cells are figures or years alone: digits with at most one point.
bool holds_no_date(std::string_view text) {
  int points = 0;
  for (const char c : text) {
    points += c == '.' ? 1 : 0;
    if (!is_digit(c) && std::string_view(",.()$% ").find(c) == std::string_view::npos)
      return text.find("20") == std::string_view::npos;
  }
  return points <= 1;
}

// "Year ended", "Three months ended", "Q1", "2H24", "FY2024".
bool may_say_span(std::string_view text) {
  return has(text, "nded") || has(text, "onths") || has(text, "MONTHS") || has(text, "uarter") ||
         has(text, "NDED") || has(text, "alf") || text.find_first_of("QH") != std::string_view::npos;
}

bool says_part_of_year(const Token& token) {
  return token.word == Word::quarter || token.word == Word::half ||
         (token.word == Word::months && token.value < 12);
}

// "Report for the second quarter", "Three months ended June 30, 2024 and 2023" above tables that do not.
bool titles_say_part(const Document& document) {
  constexpr std::size_t kLongestTitle = 160;
  return std::any_of(document.paragraphs.begin(), document.paragraphs.end(), [](const Paragraph& paragraph) {
    if (paragraph.text.size() > kLongestTitle || !may_say_span(paragraph.text)) return false;
    const std::vector<Token> tokens = lex_heading(paragraph.text).tokens;
    return std::any_of(tokens.begin(), tokens.end(), says_part_of_year);
  });
}

}  // namespace

FiscalYears::FiscalYears(const Document& document) {
  constexpr std::size_t kCover = 60;  // paragraphs
  for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
    const std::string_view text = document.paragraphs[i].text;
    read(text);
    if (i >= kCover || text.size() > 200 || annual_) continue;
    const std::string lowered = lower(text);
    annual_ = lowered.find("for the fiscal year ended") != std::string::npos ||
              lowered.find("for the year ended") != std::string::npos;
  }
  for (const RawTable& table : document.tables) read_heading_dates(table);
  annual_ = annual_ || (year_spans_ > 0 && part_spans_ == 0 && !titles_say_part(document));
  const int by_quarters = last_month_by_quarters(document, false);
  const bool said = by_quarters > 0 || !ends_.empty() || !year_ends_.empty() ||
                    std::any_of(months_without_year_.begin(), months_without_year_.end(),
                                [](int votes) { return votes > 0; });
  settle(said ? by_quarters : last_month_by_quarters(document, true));
}

// Every place of a text that speaks of a fiscal year or of a year's weeks.
void FiscalYears::read(std::string_view text) {
  constexpr std::size_t kWindow = 170;
  for (std::size_t at = text.find("iscal"); at != std::string_view::npos; at = text.find("iscal", at + 1)) {
    const std::size_t from = at == 0 ? 0 : at - 1;
    if (names_the_date_before(text.substr(0, from))) continue;
    const std::string_view window = to_sentence_end(text.substr(from, kWindow));
    if (std::any_of(window.begin(), window.end(), is_digit)) read_window(window);
  }
  // "the year ended March 31, 2024", "the financial year ended": a year that is said to end, whatever it is
  // called.
  for (std::size_t at = text.find("ear ended "); at != std::string_view::npos;
       at = text.find("ear ended ", at + 1)) {
    constexpr std::size_t kShort = 60;
    std::size_t first = 0;
    const std::vector<Token> tokens =
        lex_heading(to_sentence_end(text.substr(at == 0 ? 0 : at - 1, kShort))).tokens;
    while (first < tokens.size() && says_year(tokens[first])) ++first;
    const std::vector<Date> dates = first == 0 ? std::vector<Date>{} : dates_from(tokens, first);
    if (!dates.empty()) ++year_ends_[dates.front()];
  }
  for (std::size_t at = text.find("eeks "); at != std::string_view::npos; at = text.find("eeks ", at + 1)) {
    constexpr std::size_t kBefore = 4;  // "52 w"
    if (at < kBefore || text[at - kBefore] != '5') continue;
    const std::string_view window = to_sentence_end(text.substr(at - kBefore, kWindow));
    if (window.starts_with("52 ") || window.starts_with("53 ")) read_window(window);
  }
}

void FiscalYears::read_window(std::string_view window) {
  // "second fiscal quarter ended", "fiscal years beginning after": no year's end.
  const std::string lowered = lower(window);
  for (const std::string_view other :
       {"fiscal quarter", "fiscal month", "fiscal half", "fiscal three", "fiscal six", "fiscal nine",
        "fiscal period", "fiscal years beginning", "fiscal year beginning"}) {
    if (lowered.starts_with(other)) return;
  }
  constexpr std::size_t kClose = 60;  // characters from the year's name to the word before its date
  if (!ends_within(lowered, kClose) || lowered.find('$') != std::string::npos) return;
  const std::vector<Token> tokens = lex_heading(window).tokens;
  std::size_t at = 0;
  std::vector<int> names;
  while (at < tokens.size() && (says_year(tokens[at]) || tokens[at].word == Word::year)) {
    if (tokens[at].word == Word::year) names.push_back(tokens[at].value);
    ++at;
  }
  if (at == 0 || !says_year(tokens.front())) return;
  if (at < tokens.size() && names.empty() && tokens[at].word == Word::month_day && tokens[at].day != 0 &&
      (at + 1 == tokens.size() || tokens[at + 1].word != Word::year)) {
    const Date day = calendar_date(2000, tokens[at].month, tokens[at].day);  // only its month counts
    if (day.known()) ++months_without_year_[static_cast<std::size_t>(month_end_near(day).month)];
    return;
  }
  const std::vector<Date> ends = dates_from(tokens, at);
  if (ends.empty()) return;
  for (const Date end : ends) ++ends_[end];
  // The name stands before the date, or behind it: "(“fiscal 2023”)".
  if (names.empty() && ends.size() == 1 && at + 1 < tokens.size() && tokens[at].word == Word::full_year &&
      tokens[at + 1].word == Word::year &&
      (at + 2 == tokens.size() || tokens[at + 2].word != Word::month_day))
    names.push_back(tokens[at + 1].value);
  if (names.size() != ends.size()) return;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names_year_of(names[i], ends[i])) ++said_[names[i]][ends[i]];
  }
}

// The dates over columns, and rows of two texts that say which days a year's name stands for.
void FiscalYears::read_heading_dates(const RawTable& table) {
  constexpr std::size_t kHeading = 6;  // rows
  std::string joined;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const RawRow& row = table.rows[r];
    if (row.cells.size() == 2 && row.cells[0].text.size() < 40 && row.cells[1].text.size() < 200 &&
        has(row.cells[0].text, "iscal")) {
      joined.assign(row.cells[0].text).append(": ").append(row.cells[1].text);
      read(joined);
    }
    if (r >= kHeading) continue;
    for (const RawCell& cell : row.cells) {
      if (cell.text.size() <= 160 && may_say_span(cell.text)) count_spans(lex_heading(cell.text).tokens);
      if (cell.text.size() > 160 || holds_no_date(cell.text)) continue;
      if (has(cell.text, "iscal") || has(cell.text, "eeks") || has(cell.text, "ear ended")) read(cell.text);
      const std::vector<Token> tokens = lex_heading(cell.text).tokens;
      for (const Token& token : tokens) {
        if (token.order == Token::Order::month_first || token.order == Token::Order::day_first)
          numeric_order_ = token.order;
      }
      for (std::size_t at = 0; at < tokens.size();) {
        const std::vector<Date> dates = dates_from(tokens, at);
        heading_dates_.insert(heading_dates_.end(), dates.begin(), dates.end());
        if (dates.empty()) ++at;
      }
    }
  }
}

// "Year ended March 31," over years that stand in cells of their own says the month as well.
void FiscalYears::count_spans(const std::vector<Token>& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const bool months = token.word == Word::months;
    if (says_part_of_year(token)) ++part_spans_;
    if (!months || token.value != 12) continue;
    ++year_spans_;
    if (i + 2 != tokens.size() || tokens[i + 1].word != Word::month_day) continue;
    const Date day = calendar_date(2000, tokens[i + 1].month, tokens[i + 1].day);  // only its month counts
    if (day.known()) ++months_without_year_[static_cast<std::size_t>(month_end_near(day).month)];
  }
}

void FiscalYears::settle(int by_quarters) {
  std::array<int, 13> months{};
  int in_month = 0, near_month = 0;
  for (const auto& [end, votes] : ends_) months[month_end_near(end).month] += votes;
  if (ends_.empty()) {
    for (const auto& [end, votes] : year_ends_) months[month_end_near(end).month] += votes;
    if (year_ends_.empty()) months = months_without_year_;
  }
  const auto most = std::max_element(months.begin(), months.end());
  if (*most > 0) last_month_ = static_cast<int>(most - months.begin());
  if (by_quarters > 0) last_month_ = by_quarters;
  std::erase_if(ends_, [&](const auto& entry) { return month_end_near(entry.first).month != last_month_; });
  for (const auto& [end, votes] : ends_) (ends_month(end) ? in_month : near_month) += votes;
  in_weeks_ = near_month * 3 > in_month;
  for (const auto& [name, votes] : said_) {
    const auto best = std::max_element(votes.begin(), votes.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (month_end_near(best->first).month == last_month_) named_[name] = best->first;
  }
  // Without names a year that ends in summer or later is called after the calendar year.
  for (const auto& [end, votes] : ends_) {
    if (in_weeks_ && said_.empty() && last_month_ >= 6) named_[month_end_near(end).year] = end;
  }
  std::sort(heading_dates_.begin(), heading_dates_.end());
  std::erase_if(heading_dates_, [&](Date date) { return month_end_near(date).month != last_month_; });
}

// A year of another name ends on the same weekday: the last of the month, or the nearest to the month's end,
// whichever all the known ones keep to; unknown where the two give different days.
Date FiscalYears::by_weekday(int name) const {
  const auto weekday = [](Date date) {
    return ((days_between(calendar_date(2000, 1, 3), date) % 7) + 7) % 7;
  };
  const auto last_before = [&](Date date, int day) {
    return days_later(date, -((weekday(date) - day + 7) % 7));
  };
  const int day = weekday(named_.begin()->second);
  const int shift = month_end_near(named_.begin()->second).year - named_.begin()->first;
  bool last = true, nearest = true;
  for (const auto& [known, end] : named_) {
    const Date month = month_end(known + shift, last_month_);
    last = last && end == last_before(month, day);
    nearest = nearest && end == last_before(days_later(month, 3), day);
  }
  const Date month = month_end(name + shift, last_month_);
  const Date by_last = last_before(month, day), by_nearest = last_before(days_later(month, 3), day);
  if (last && nearest) return by_last == by_nearest ? by_last : Date{};
  return last ? by_last : nearest ? by_nearest : Date{};
}

Date FiscalYears::end_of(int name) const {
  const auto known = named_.find(name);
  if (known != named_.end()) return known->second;
  const int shift = named_.empty() ? 0 : month_end_near(named_.begin()->second).year - named_.begin()->first;
  if (!in_weeks_) return month_end(name + shift, last_month_);
  if (named_.empty()) return {};
  const Date by_rule = by_weekday(name);
  if (by_rule.known()) return by_rule;
  for (const Date end : heading_dates_) {
    const bool same_weekday = days_between(named_.begin()->second, end) % 7 == 0;
    if (month_end_near(end).year == name + shift && same_weekday) return end;
  }
  return {};
}

Period FiscalYears::year(int name, bool instant) const {
  Period out;
  out.end = end_of(name);
  if (out.end.known() && !instant) out.start = first_day(out.end, 12, 0);
  return out;
}

Date FiscalYears::known_end_near(Date date) const {
  const auto near = [&](Date end) { return std::abs(days_between(end, date)) <= kNear - 1; };
  for (const auto& [name, end] : named_) {
    if (near(end)) return end;
  }
  for (const auto& [end, votes] : ends_) {
    if (near(end)) return end;
  }
  const auto found = std::find_if(heading_dates_.begin(), heading_dates_.end(), near);
  if (found != heading_dates_.end()) return *found;
  const auto said = std::find_if(year_ends_.begin(), year_ends_.end(),
                                 [&](const auto& entry) { return near(entry.first); });
  return said == year_ends_.end() ? Date{} : said->first;
}

Date FiscalYears::first_day(Date end, int months, int weeks) const {
  if (weeks > 0) return days_later(end, 1 - 7 * weeks);
  const bool near_end = end.day <= kNear || days_between(end, month_end(end.year, end.month)) < kNear;
  if ((!in_weeks_ && ends_month(end)) || !near_end || months % 3 != 0) return span_start(end, months);
  const Date before = days_later(end, -91 * (months / 3));
  const Date known = known_end_near(before);
  return day_after(known.known() ? known : before);
}

}  // namespace kcfin::table
