// Recognises phrases of time among the tokens of a sentence, longest reading first, and resolves them.
#include "prose/period_phrase.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace kcfin::prose {
namespace {

using Kind = PeriodPhrase::Kind;

bool plausible_year(std::uint32_t value) { return value >= 1990 && value <= 2099; }

Period span(const Date& end, int months) { return span_ending(end, months); }

// The same day of another year; for a leap day the day before.
Date in_year(Date date, int year) {
  date.year = static_cast<std::int16_t>(year);
  date.day = std::min(date.day, month_end(year, date.month).day);
  return date;
}

class Finder {
 public:
  Finder(std::string_view text, const FiscalCalendar& calendar, std::vector<Token>& tokens,
         std::vector<PeriodPhrase>& out)
      : text_(text), calendar_(calendar), tokens_(tokens), out_(out) {}

  void run() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < tokens_.size();) {
      PeriodPhrase phrase;
      const std::size_t size = match(i, phrase);
      if (size == 0) {
        tokens_[kept++] = tokens_[i++];
        continue;
      }
      Token merged = tokens_[i];
      merged.end = tokens_[i + size - 1].end;
      i += size;
      while (kept > 0 && leads_in(tokens_[kept - 1])) merged.begin = tokens_[--kept].begin;
      merged.kind = Token::Kind::period;
      merged.word = Word::other;
      merged.index = static_cast<std::uint32_t>(out_.size());
      out_.push_back(phrase);
      tokens_[kept++] = merged;
    }
    tokens_.resize(kept);
    for (std::size_t i = 0; i < kept; ++i) {
      if (tokens_[i].is(Word::current) && text_is(i, "this"))
        tokens_[i].word = Word::pronoun;  // "This represents"
    }
  }

 private:
  // A preposition or article that belongs to the phrase after it.
  static bool leads_in(const Token& token) {
    return token.is(Word::article) || token.is(Word::preposition) || token.is(Word::as) ||
           token.is(Word::at) || token.is(Word::of);
  }

  [[nodiscard]] const Token* at(std::size_t i) const { return i < tokens_.size() ? &tokens_[i] : nullptr; }
  [[nodiscard]] bool is(std::size_t i, Word word) const { return at(i) != nullptr && at(i)->is(word); }
  [[nodiscard]] bool mark(std::size_t i, char c) const { return at(i) != nullptr && at(i)->is_mark(c); }
  [[nodiscard]] bool text_is(std::size_t i, std::string_view lower) const {
    if (at(i) == nullptr || at(i)->end - at(i)->begin != lower.size()) return false;
    for (std::size_t k = 0; k < lower.size(); ++k) {
      if (std::tolower(static_cast<unsigned char>(text_[at(i)->begin + k])) != lower[k]) return false;
    }
    return true;
  }
  [[nodiscard]] int year_at(std::size_t i) const {
    const Token* token = at(i);
    if (token == nullptr || token->kind != Token::Kind::number || !plausible_year(token->index)) return 0;
    return token->end - token->begin == 4 ? static_cast<int>(token->index) : 0;
  }

  // Each matcher returns how many tokens it took, 0 for none.
  std::size_t match(std::size_t i, PeriodPhrase& out) const {
    const Token& token = tokens_[i];
    if (token.kind == Token::Kind::number) return match_number(i, out);
    if (token.kind != Token::Kind::word) return 0;
    switch (token.word) {
      case Word::over_year:
      case Word::over_quarter:
        return over(i, token.word == Word::over_year ? Kind::over_year : Kind::over_quarter, 1, out);
      case Word::year:
      case Word::quarter:
        return match_year_or_quarter(i, out);
      case Word::ordinal:
        return match_ordinal(i, out);
      case Word::number_word:
        return match_months(i, out);
      case Word::half:
        return match_half_ended(i, out);
      case Word::fiscal:
        return match_fiscal(i, out);
      case Word::month_name:
        return match_date(i, out);
      case Word::same:
        return match_same(i, out);
      case Word::previous:
        return match_previous(i, out);
      case Word::current:
        return match_current(i, out);
      case Word::period:
        return match_period(i, out);
      case Word::article:
      case Word::other:
        return match_loose(i, out);
      default:
        return 0;
    }
  }

  static std::size_t over(std::size_t, Kind kind, std::size_t size, PeriodPhrase& out) {
    out.kind = kind;
    if (kind == Kind::over_quarter) out.months = 3;
    return size;
  }

  std::size_t stated(const Period& period, std::size_t size, PeriodPhrase& out) const {
    out.kind = Kind::stated;
    out.period = period;
    return size;
  }

  // "2023" after a preposition; "31 December 2024"; "2Q 2024".
  std::size_t match_number(std::size_t i, PeriodPhrase& out) const {
    const std::uint32_t weeks = tokens_[i].index;
    if (text_is(i + 1, "weeks") && weeks % 13 <= 1 && weeks >= 13 && weeks <= 53)
      return ended(i, is(i + 2, Word::period) ? i + 3 : i + 2, static_cast<int>(weeks / 13 * 3), out);
    if (is(i + 1, Word::month_name) && year_at(i + 2) != 0)
      return dated(i, month_at(i + 1), day_at(i), year_at(i + 2), 3, out);
    const int year = year_at(i);
    if (year == 0 || i == 0) return 0;
    const Token& before = tokens_[i - 1];
    const bool preposed = before.is(Word::preposition) || before.is(Word::of) || before.is(Word::from) ||
                          before.is(Word::than) || before.is(Word::with) || before.is(Word::to);
    const bool listed = (before.is(Word::conjunction) || before.is_mark(',')) && after_year_phrase();
    if (!preposed && !listed) return 0;
    if (listed && out_.back().kind == Kind::stated && out_.back().period.end.known()) {
      const Period& first = out_.back().period;  // "the years ended December 31, 2023 and 2024"
      return stated(years_before(first, first.end.year - year), 1, out);
    }
    return stated(calendar_.year(year), 1, out);
  }

  // The last phrase found ends right before the conjunction that stands before this number.
  [[nodiscard]] bool after_year_phrase() const { return !out_.empty() && out_.back().kind == Kind::stated; }

  [[nodiscard]] int month_at(std::size_t i) const { return at(i)->value; }
  [[nodiscard]] int day_at(std::size_t i) const {
    const Token* token = at(i);
    if (token == nullptr || token->kind != Token::Kind::number || token->end - token->begin > 2) return 0;
    return static_cast<int>(token->index);
  }

  // "June 30, 2024", "December 2024". What stands before tells an instant from the day of an event.
  std::size_t match_date(std::size_t i, PeriodPhrase& out) const {
    const int month = month_at(i);
    const bool stop = mark(i + 1, '.');  // "Dec. 31, 2024"
    const std::size_t next = i + 1 + (stop ? 1U : 0U);
    if (const int day = day_at(next); day != 0) {
      const std::size_t comma = mark(next + 1, ',') ? 1 : 0;
      if (const int year = year_at(next + 1 + comma); year != 0) {
        return dated(i, month, day, year, next + 2 + comma - i, out);
      }
      out.kind = Kind::event;  // "April 16, April 17 and June 17, 2025"
      return next + 1 - i;
    }
    if (is(next, Word::quarter) && (12 + month - calendar_.last_month) % 3 == 0)
      return with_year(i, next + 1, quarter_ending(month), true, out);
    const std::size_t of = is(next, Word::of) ? 1 : 0;
    const int year = year_at(next + of);
    if (year == 0) return 0;
    out.kind = Kind::event;
    const std::size_t size = next + of + 1 - i;
    if (ends_span(i)) return dated(i, month, month_end(year, month).day, year, size, out);
    return size;
  }

  // "March quarter 2024" is the fourth of a year that ends in March.
  [[nodiscard]] int quarter_ending(int month) const {
    return (11 + month - calendar_.last_month) % 12 / 3 + 1;
  }

  [[nodiscard]] bool ends_span(std::size_t i) const { return i > 0 && tokens_[i - 1].is(Word::ended); }

  // A date is an instant after "as of", "as at", "at" or "of"; after "on" something happened.
  std::size_t dated(std::size_t i, int month, int day, int year, std::size_t size, PeriodPhrase& out) const {
    if (day < 1 || day > 31) return 0;
    const Date date = calendar_date(year, month, day);
    if (const int months = follows_span(i); months != 0) return stated(span(date, months), size, out);
    const bool instant = i == 0 || is_instant(i) || day == month_end(year, month).day || follows_instant(i);
    const bool event = i > 0 && text_is(i - 1, "on");
    if (!instant || event) {
      out.kind = Kind::event;
      return size;
    }
    return stated({{}, date}, size, out);
  }

  // "the six months ended June 30, 2023 and July 1, 2022": the second date ends a span as long as the first;
  // 0 where it does not.
  [[nodiscard]] int follows_span(std::size_t i) const {
    if (i == 0 || !tokens_[i - 1].is(Word::conjunction) || !after_year_phrase()) return 0;
    return out_.back().period.instant() ? 0 : out_.back().period.months();
  }

  // "at December 31, 2023 and January 1, 2023": the second date is an instant as the first is.
  [[nodiscard]] bool follows_instant(std::size_t i) const {
    const Token& before = tokens_[i - 1];
    const bool listed = before.is(Word::conjunction) || before.is_mark(',');
    return listed && after_year_phrase() && out_.back().period.instant();
  }

  [[nodiscard]] bool is_instant(std::size_t i) const {
    const Token& before = tokens_[i - 1];
    return before.is(Word::of) || before.is(Word::at) || before.is(Word::as);
  }

  // The date that starts at `i`, unknown where it is not in the calendar; `size` is how many tokens it takes.
  bool read_date(std::size_t i, Date& date, std::size_t& size) const {
    size = 0;
    if (is(i, Word::month_name)) {
      const std::size_t next = i + 1 + (mark(i + 1, '.') ? 1U : 0U);
      const std::size_t comma = mark(next + 1, ',') ? 1 : 0;
      if (day_at(next) != 0 && year_at(next + 1 + comma) != 0) {
        date = calendar_date(year_at(next + 1 + comma), month_at(i), day_at(next));
        size = next + 2 + comma - i;
      } else if (year_at(next) != 0) {
        date = month_end(year_at(next), month_at(i));
        size = next + 1 - i;
      }
    } else if (day_at(i) != 0 && is(i + 1, Word::month_name) && year_at(i + 2) != 0) {
      date = calendar_date(year_at(i + 2), month_at(i + 1), day_at(i));
      size = 3;
    }
    return size != 0;
  }

  // "... ended June 30, 2024" after a span's words that end before `i`.
  std::size_t ended(std::size_t begin, std::size_t i, int months, PeriodPhrase& out) const {
    if (!is(i, Word::ended)) return 0;
    Date end;
    std::size_t size = 0;
    const std::size_t on = text_is(i + 1, "on") ? 1 : 0;
    if (!read_date(i + 1 + on, end, size)) return 0;
    return stated(span(end, months), i + 1 + on + size - begin, out);
  }

  // "three months ended March 31, 2025"; of "three and six months ended June 30, 2025" the first span, which
  // ends as the second does.
  std::size_t match_months(std::size_t i, PeriodPhrase& out) const {
    if (tokens_[i].value > 12)  // "thirteen weeks ended March 30, 2025": a quarter
      return text_is(i + 1, "weeks") || text_is(i + 1, "week")
                 ? ended(i, is(i + 2, Word::period) ? i + 3 : i + 2, tokens_[i].value / 13 * 3, out)
                 : 0;
    if (const std::size_t next = i + (mark(i + 1, '-') ? 2U : 1U);
        is(next, Word::conjunction) && is(next + 1, Word::number_word)) {
      PeriodPhrase second;
      if (match_months(next + 1, second) == 0 || second.kind != Kind::stated) return 0;
      return stated(span(second.period.end, tokens_[i].value), next - i, out);
    }
    if (text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin).ends_with("-month"))
      return ended(i, is(i + 1, Word::period) ? i + 2 : i + 1, tokens_[i].value, out);
    if (!is(i + 1, Word::months)) {
      if (tokens_[i].value == 12 || !is(i + 1, Word::other)) return 0;
      return text_is(i + 1, "month") || text_is(i + 1, "months'") ? ended(i, i + 2, tokens_[i].value, out)
                                                                  : 0;
    }
    std::size_t next = i + 2;
    if (is(next, Word::period)) ++next;
    if (const std::size_t size = ended(i, next, tokens_[i].value, out); size != 0) return size;
    if (is(next, Word::of) && year_at(next + 1) != 0 && first_word(i)) {  // "the first nine months of 2024"
      const Date end = month_end(year_at(next + 1), tokens_[i].value);
      return stated(span(end, tokens_[i].value), next + 2 - i, out);
    }
    return 0;
  }
  [[nodiscard]] bool first_word(std::size_t i) const { return i > 0 && tokens_[i - 1].is(Word::ordinal); }

  std::size_t match_half_ended(std::size_t i, PeriodPhrase& out) const {
    const std::size_t next = is(i + 1, Word::year) ? i + 2 : i + 1;
    return ended(i, next, 6, out);
  }

  // "first quarter of 2024", "second half of 2023", "first nine months of 2024", "Q1 2024", "fourth quarter".
  std::size_t match_ordinal(std::size_t i, PeriodPhrase& out) const {
    const int number = tokens_[i].value;
    const char lead = text_[tokens_[i].begin];
    if (lead == 'q' || lead == 'Q') return with_year(i, i + 1, number, true, out);
    std::size_t next = i + 1;
    if (is(next, Word::fiscal)) ++next;  // "first fiscal quarter"
    if (is(next, Word::number_word) && is(next + 1, Word::months)) return match_months_after(i, next, out);
    if (is(next, Word::half))
      return with_year(i, is(next + 1, Word::year) ? next + 2 : next + 1, number, false, out);
    if (!is(next, Word::quarter) || tokens_[next].possessive) return 0;
    return with_year(i, next + 1, number, true, out);
  }

  std::size_t match_months_after(std::size_t i, std::size_t next, PeriodPhrase& out) const {
    const std::size_t size = match_months(next, out);
    return size == 0 ? 0 : next + size - i;
  }

  // The year after an ordinal quarter or half: "of [fiscal [year]] 2024", "2024", "ended <date>", "of last
  // year".
  std::size_t with_year(std::size_t begin, std::size_t i, int number, bool quarter, PeriodPhrase& out) const {
    if (const std::size_t size = ended(begin, i, quarter ? 3 : 6, out); size != 0) return size;
    std::size_t next = i;
    if (is(next, Word::of) || text_is(next, "in")) ++next;
    if (is(next, Word::article)) ++next;
    if (is(next, Word::fiscal)) ++next;
    if (is(next, Word::year) && year_at(next + 1) != 0) ++next;
    if (const int year = year_at(next); year != 0) {
      if (const std::size_t size = ended(begin, next + 1, quarter ? 3 : 6, out); size != 0) return size;
      return stated(quarter ? calendar_.quarter(year, number) : calendar_.half(year, number),
                    next + 1 - begin, out);
    }
    out.kind = quarter ? Kind::named_quarter : Kind::named_half;
    out.number = static_cast<std::uint8_t>(number);
    if (is(next, Word::previous) && is(next + 1, Word::year)) {
      out.year = -1;
      return next + 2 - begin;
    }
    if (is(next, Word::current) && is(next + 1, Word::year)) return next + 2 - begin;
    return i - begin;
  }

  // "fiscal year 2024", "full year of 2023", "fiscal year ended March 31, 2024", "full year 2024".
  std::size_t match_fiscal(std::size_t i, PeriodPhrase& out) const {
    std::size_t next = i + 1;
    if (is(next, Word::fiscal)) ++next;
    if (is(next, Word::year)) ++next;
    if (next == i + 1 && year_at(next) == 0) return 0;  // "financial services"
    if (is(next, Word::of)) ++next;
    if (const int year = year_at(next); year != 0) return stated(calendar_.year(year), next + 1 - i, out);
    if (const std::size_t size = ended(i, next, 12, out); size != 0) return size;
    if (!text_is(i, "full") || next != i + 2 || tokens_[i + 1].possessive) return 0;
    out.kind = Kind::full_year;
    return 2;
  }

  // "year ended December 31, 2024", "year 2024", "quarter ended June 30, 2024", "year over year", "year-end".
  std::size_t match_year_or_quarter(std::size_t i, PeriodPhrase& out) const {
    const bool quarter = tokens_[i].word == Word::quarter;
    if (text_is(i, "quarterly")) {  // "Quarterly total revenues"
      const bool leads =
          i == 0 || tokens_[i - 1].is(Word::article) || tokens_[i - 1].kind == Token::Kind::mark;
      if (!leads || at(i + 1) == nullptr || !at(i + 1)->is(Word::other)) return 0;
      out.kind = Kind::current;
      out.number = 1;
      return 1;
    }
    if (text_is(i + 1, "over") || text_is(i + 1, "on") || text_is(i + 1, "to")) {
      if (is(i + 2, tokens_[i].word)) return over(i, quarter ? Kind::over_quarter : Kind::over_year, 3, out);
    }
    if (const std::size_t size = ended(i, i + 1, quarter ? 3 : 12, out); size != 0) return size;
    if (!quarter) {
      const std::size_t of = is(i + 1, Word::of) ? 1 : 0;
      if (const int year = year_at(i + 1 + of); year != 0 && !tokens_[i].possessive) {
        return stated(calendar_.year(year), 2 + of, out);
      }
      if (is(i + 1, Word::ago)) {  // "a year ago"
        out.kind = Kind::last_year;
        return 2;
      }
    }
    const bool definite = i > 0 && text_is(i - 1, "the") && !tokens_[i].possessive;
    if (!definite || !closes(i + 1)) return 0;
    out.kind = Kind::current;
    out.number = quarter ? 1 : 0;
    return 1;
  }

  // A definite "the quarter" names a period only where its noun phrase ends there.
  [[nodiscard]] bool closes(std::size_t i) const {
    return at(i) == nullptr || at(i)->kind == Token::Kind::mark || at(i)->is(Word::be) ||
           at(i)->is(Word::compare) || at(i)->is(Word::conjunction) || at(i)->is(Word::reach) ||
           at(i)->is(Word::up) || at(i)->is(Word::down) || at(i)->is(Word::represent) ||
           at(i)->is(Word::from) || at(i)->is(Word::pronoun);
  }

  // "same quarter of 2023", "same period last year", "corresponding period in 2022", "same period".
  std::size_t match_same(std::size_t i, PeriodPhrase& out) const {
    if (!is(i + 1, Word::period) && !is(i + 1, Word::quarter) && !is(i + 1, Word::half) &&
        !is(i + 1, Word::months) && !text_is(i + 1, "time") && !is(i + 1, Word::year) &&
        !is(i + 1, Word::number_word)) {
      return 0;
    }
    std::size_t next = i + 2;
    if (is(i + 1, Word::number_word) && is(next, Word::months)) ++next;
    if (is(next, Word::period)) ++next;
    if (is(i + 1, Word::quarter)) out.months = 3;
    if (is(i + 1, Word::half)) out.months = 6;
    if (is(i + 1, Word::number_word) && tokens_[i + 1].value <= 12) out.months = tokens_[i + 1].value;
    out.kind = Kind::same;
    return next - i + year_after(next, out);
  }

  // How many tokens say which year after "the same period": "of 2023", "last year", "one year ago".
  std::size_t year_after(std::size_t i, PeriodPhrase& out) const {
    std::size_t next = i;
    if (is(next, Word::of) || is(next, Word::preposition)) ++next;
    const std::size_t linked = next;
    if (is(next, Word::article)) ++next;
    if (text_is(next, "one")) ++next;
    if (is(next, Word::previous) || is(next, Word::current)) ++next;
    if (is(next, Word::fiscal)) ++next;
    if (const int year = year_at(next); year != 0) {
      out.year = static_cast<std::int16_t>(year);
      return next + 1 - i;
    }
    if (is(next, Word::year) && year_at(next + 1) != 0) {
      out.year = static_cast<std::int16_t>(year_at(next + 1));
      return next + 2 - i;
    }
    if (is(next, Word::year) && next > linked) {
      if (is(next + 1, Word::ago)) return next + 2 - i;
      return next + 1 - i;
    }
    return 0;
  }

  // "last quarter", "the preceding quarter", "last year", "prior-year period", "previous year".
  std::size_t match_previous(std::size_t i, PeriodPhrase& out) const {
    std::size_t next = i + 1;
    if (tokens_[i].value == 1) {  // prior-year, year-ago
      if (!is(next, Word::period) && !is(next, Word::quarter)) return 0;
      out.kind = Kind::last_year;
      if (is(next, Word::quarter)) out.months = 3;
      return 2;
    }
    if (is(next, Word::fiscal)) ++next;
    if (is(next, Word::quarter) && !tokens_[next].possessive) {
      out.kind = Kind::last_quarter;
      out.months = 3;
      return next + 1 - i;
    }
    if (!is(next, Word::year)) return 0;
    out.kind = Kind::last_year;
    ++next;
    if (is(next, Word::same)) ++next;
    if (is(next, Word::quarter)) out.months = 3;
    if (is(next, Word::period) || is(next, Word::quarter)) ++next;
    return next - i;
  }

  std::size_t match_current(std::size_t i, PeriodPhrase& out) const {
    const bool noun =
        is(i + 1, Word::quarter) || is(i + 1, Word::period) || is(i + 1, Word::year) || is(i + 1, Word::half);
    if (!noun || at(i + 1)->possessive) return 0;
    out.kind = Kind::current;
    out.number = is(i + 1, Word::quarter) ? 1 : 0;
    return 2;
  }

  // "the Reporting Period", "the period"
  std::size_t match_period(std::size_t i, PeriodPhrase& out) const {
    const bool reporting = text_is(i, "reporting") && is(i + 1, Word::period);
    const bool definite = i > 0 && text_is(i - 1, "the") && text_is(i, "period") && closes(i + 1);
    if (!reporting && !definite) return 0;
    out.kind = Kind::current;
    return reporting ? 2 : 1;
  }

  // "the end of 2023", "year-end 2023", "1H24", "2Q24", "FY2024", "immediately preceding quarter".
  std::size_t match_loose(std::size_t i, PeriodPhrase& out) const {
    const std::string_view word = text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
    if (word == "end" && is(i + 1, Word::of)) return match_end_of(i, out);
    if (word == "year-end" && year_at(i + 1) != 0)
      return stated({{}, calendar_.year(year_at(i + 1)).end}, 2, out);
    if (word == "one" && is(i + 1, Word::year) && is(i + 2, Word::ago)) {
      out.kind = Kind::last_year;
      return 3;
    }
    if (word == "year-to-date") {
      out.kind = Kind::year_to_date;
      return text_is(i + 1, "basis") ? 2 : 1;
    }
    if (word == "immediately" && is(i + 1, Word::previous)) {
      const std::size_t size = match_previous(i + 1, out);
      return size == 0 ? 0 : size + 1;
    }
    return match_compact(i, word, out);
  }

  std::size_t match_end_of(std::size_t i, PeriodPhrase& out) const {
    PeriodPhrase inner;
    std::size_t next = i + 2;
    while (is(next, Word::article)) ++next;
    if (at(next) == nullptr) return 0;
    std::size_t size = 0;
    if (const int year = year_at(next); year != 0) {
      inner.period = calendar_.year(year);
      size = 1;
    } else {
      size = match(next, inner);
    }
    if (size == 0) return 0;
    out = inner;
    if (inner.kind == Kind::stated) out.period.start = {};
    return next + size - i;
  }

  // A quarter, half or year written in one word, with its year in it or after it.
  std::size_t match_compact(std::size_t i, std::string_view word, PeriodPhrase& out) const {
    if (word.size() < 2 || word.size() > 6) return 0;
    const auto digit = [&](std::size_t k) { return k < word.size() && word[k] >= '0' && word[k] <= '9'; };
    const char first = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
    const char second = static_cast<char>(std::toupper(static_cast<unsigned char>(word[1])));
    int number = 0;
    char kind = '\0';
    if (digit(0) && (second == 'Q' || second == 'H')) {
      number = word[0] - '0';
      kind = second;
    } else if ((first == 'Q' || first == 'H') && digit(1)) {
      number = word[1] - '0';
      kind = first;
    } else if (first == 'F' && second == 'Y' && digit(2)) {
      kind = 'F';
    }
    if (kind == '\0') return 0;
    int year = 0;
    for (std::size_t k = 2; k < word.size(); ++k) {
      if (!digit(k)) return 0;
      year = year * 10 + (word[k] - '0');
    }
    std::size_t size = 1;
    if (word.size() == 2) {
      year = year_at(i + 1);
      size = 2;
    } else if (year < 100) {
      year += 2000;
    }
    if (!plausible_year(static_cast<std::uint32_t>(year))) return 0;
    if (kind == 'F') return stated(calendar_.year(year), size, out);
    if (number < 1 || number > (kind == 'Q' ? 4 : 2)) return 0;
    return stated(kind == 'Q' ? calendar_.quarter(year, number) : calendar_.half(year, number), size, out);
  }

  std::string_view text_;
  const FiscalCalendar& calendar_;
  std::vector<Token>& tokens_;
  std::vector<PeriodPhrase>& out_;
};

// Days since an arbitrary one, by the Gregorian calendar.
std::int64_t day_number(const Date& date) {
  const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
  const std::int64_t month = (date.month + 9) % 12;
  return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date.day;
}

Period quarter_before(const Period& current) {
  if (!current.end.known()) return {};
  if (current.instant()) {
    int month = current.end.month - 3;
    int year = current.end.year;
    if (month < 1) {
      month += 12;
      --year;
    }
    return {{}, month_end(year, month)};
  }
  // The quarter before the one that the span ends with.
  const Date start = span_start(current.end, 3);
  int month = start.month - 1;
  int year = start.year;
  if (month < 1) {
    month = 12;
    --year;
  }
  return span(month_end(year, month), 3);
}

// The latest quarter or half with that number that ends no later than the figures at hand.
Period named(const PeriodPhrase& phrase, const Period& current, const FiscalCalendar& calendar) {
  if (!current.end.known()) return {};
  const bool quarter = phrase.kind == Kind::named_quarter;
  for (int year = current.end.year + 1; year >= current.end.year - 1; --year) {
    const Period period =
        quarter ? calendar.quarter(year, phrase.number) : calendar.half(year, phrase.number);
    if (day_number(period.end) <= day_number(current.end) + 7)
      return phrase.year < 0 ? years_before(period, 1) : period;
  }
  return {};
}

// What the phrase means by the calendar.
Period meaning(const PeriodPhrase& phrase, const Period& current, const FiscalCalendar& calendar) {
  switch (phrase.kind) {
    case Kind::stated:
      return phrase.period;
    case Kind::same:
      if (phrase.year == 0) return years_before(current, 1);
      return current.end.known() ? years_before(current, current.end.year - phrase.year) : Period{};
    case Kind::named_quarter:
    case Kind::named_half:
      return named(phrase, current, calendar);
    case Kind::last_quarter:
    case Kind::over_quarter:
      return quarter_before(current);
    case Kind::last_year:
    case Kind::over_year:
      return years_before(current, 1);
    case Kind::current:
      if (phrase.number == 1 && current.end.known() && !current.instant()) return span(current.end, 3);
      return current;
    case Kind::full_year:
    case Kind::year_to_date: {
      Period year = calendar.year(current.end.year);
      if (year.end < current.end) year = calendar.year(current.end.year + 1);
      if (!current.end.known() || (phrase.kind == Kind::full_year && year.end != current.end)) return {};
      return {year.start, current.end};
    }
    case Kind::event:
      return {};
  }
  return {};
}

}  // namespace

Period FiscalCalendar::quarter(int year, int number) const {
  int month = last_month - 3 * (4 - number);
  while (month < 1) {
    month += 12;
    --year;
  }
  return span(month_end(year, month), 3);
}

Period FiscalCalendar::half(int year, int number) const {
  int month = last_month - 6 * (2 - number);
  while (month < 1) {
    month += 12;
    --year;
  }
  return span(month_end(year, month), 6);
}

Period FiscalCalendar::year(int year) const { return span(month_end(year, last_month), 12); }

Period span_ending(const Date& end, int months) {
  return end.known() ? Period{span_start(end, months), end} : Period{};
}

Period years_before(const Period& period, int years) {
  if (!period.end.known()) return {};
  const bool month_ends = period.end.day == month_end(period.end.year, period.end.month).day;
  Period out;
  out.end = in_year(period.end, period.end.year - years);
  if (month_ends) out.end = month_end(out.end.year, out.end.month);
  if (period.start.known()) out.start = in_year(period.start, period.start.year - years);
  return out;
}

void find_periods(std::string_view text, const FiscalCalendar& calendar, std::vector<Token>& tokens,
                  std::vector<PeriodPhrase>& out) {
  Finder(text, calendar, tokens, out).run();
}

Period FiscalCalendar::snapped(const Period& period) const {
  const auto near = [](const Date& a, const Date& b, std::int64_t days) {
    if (!a.known() || !b.known()) return a.known() == b.known();
    const std::int64_t apart = day_number(a) - day_number(b);
    return apart >= -days && apart <= days;
  };
  const Period* found = nullptr;
  for (const Period& column : columns) {
    if (column == period) return period;
    const bool close = near(column.end, period.end, 7) && near(column.start, period.start, 10);
    if (close && found == nullptr) found = &column;
  }
  return found == nullptr ? period : *found;
}

Period resolve(const PeriodPhrase& phrase, const Period& current, const FiscalCalendar& calendar) {
  return calendar.snapped(meaning(phrase, current, calendar));
}

}  // namespace kcfin::prose
