// A date is an instant, the end of a span, or the day of an event; the words before it tell which.
#include "prose/dated_period.h"

#include "values/text.h"

namespace kcfin::prose {

std::size_t DatedPeriod::match_number(std::size_t i, PeriodPhrase& out) const {
  const std::uint32_t weeks = tokens_[i].index;
  if (text_is(i + 1, "weeks") && weeks % 13 <= 1 && weeks >= 13 && weeks <= 53)
    return ended(i, is(i + 2, Word::period) ? i + 3 : i + 2, static_cast<int>(weeks / 13 * 3), out);
  if (is(i + 1, Word::month_name) && year_at(i + 2) != 0)
    return dated(i, month_at(i + 1), day_at(i), year_at(i + 2), 3, out);
  const int year = year_at(i);
  if (year == 0) return 0;
  if (const std::size_t size = match_year_first(i, i, out); size != 0) return size;
  if (i == 0) return 0;
  const Token& before = tokens_[i - 1];
  const bool preposed = before.is(Word::preposition) || before.is(Word::of) || before.is(Word::from) ||
                        before.is(Word::than) || before.is(Word::with) || before.is(Word::to);
  const bool listed = (before.is(Word::conjunction) || before.is_mark(',')) && after_year_phrase();
  if (!preposed && !listed) return 0;
  if (listed && found_.back().kind == Kind::stated && found_.back().period.end.known()) {
    const Period& first = found_.back().period;  // "the years ended December 31, 2023 and 2024"
    return stated(years_before(first, year_printed_before(before.begin, first.end.year) - year), 1, out);
  }
  return stated(calendar_.year(year), 1, out);
}

// "the 2010 second quarter", "fiscal 2024 fourth quarter ended September 28, 2024", "2010 first half".
std::size_t DatedPeriod::match_year_first(std::size_t begin, std::size_t year, PeriodPhrase& out) const {
  const std::size_t ordinal = year + (is(year + 1, Word::fiscal) ? 2U : 1U);
  if (!is(ordinal, Word::ordinal)) return 0;
  const char lead = text_[tokens_[ordinal].begin];
  const bool letter = lead == 'q' || lead == 'Q';  // "2023 Q4"
  const std::size_t noun = letter ? ordinal : ordinal + 1;
  const bool quarter = letter || is(noun, Word::quarter);
  if (!quarter && !is(noun, Word::half)) return 0;
  if (text_is(noun, "quarterly") || tokens_[noun].possessive) return 0;
  const int number = tokens_[ordinal].value;
  if (!quarter && number > 2) return 0;
  if (const std::size_t size = ended(begin, noun + 1, quarter ? 3 : 6, out); size != 0) return size;
  return stated(quarter ? calendar_.quarter(year_at(year), number) : calendar_.half(year_at(year), number),
                noun + 1 - begin, out);
}

std::size_t DatedPeriod::match_date(std::size_t i, PeriodPhrase& out) const {
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

std::size_t DatedPeriod::match_months(std::size_t i, PeriodPhrase& out) const {
  if (tokens_[i].value > 12)  // "thirteen weeks ended March 30, 2025": a quarter
    return text_is(i + 1, "weeks") || text_is(i + 1, "week")
               ? ended(i, is(i + 2, Word::period) ? i + 3 : i + 2, tokens_[i].value / 13 * 3, out)
               : 0;
  if (const std::size_t next = i + (mark(i + 1, '-') ? 2U : 1U);
      is(next, Word::conjunction) && is(next + 1, Word::number_word)) {
    PeriodPhrase second;
    if (match_months(next + 1, second) == 0 || second.kind != Kind::stated) return 0;
    return stated(span_ending(second.period.end, tokens_[i].value), next - i, out);
  }
  if (text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin).ends_with("-month")) {
    const std::size_t next = is(i + 1, Word::period) ? i + 2 : i + 1;
    if (const std::size_t size = ended(i, next, tokens_[i].value, out); size != 0) return size;
    return match_span_at_hand(i, next, out);
  }
  if (!is(i + 1, Word::months)) return 0;
  std::size_t next = i + 2;
  if (is(next, Word::period)) ++next;
  if (const std::size_t size = ended(i, next, tokens_[i].value, out); size != 0) return size;
  // "the six months 2024"
  if (const int year = year_at(next); year != 0 && next == i + 2)
    return stated(calendar_.first_months(year, tokens_[i].value), next + 1 - i, out);
  // "the first nine months of 2024", "of fiscal year 2024", "the nine months of 2024"
  const bool nine = tokens_[i].value >= 6 && i > 0 && text_is(i - 1, "the");
  if (!first_word(i) && !nine) return 0;
  const std::size_t months = next;
  if (is(next, Word::of)) ++next;
  if (is(next, Word::fiscal)) ++next;
  if (is(next, Word::year) && year_at(next + 1) != 0) ++next;
  if (next == months || year_at(next) == 0) return nine ? 0 : match_first_months(i, months, out);
  return stated(calendar_.first_months(year_at(next), tokens_[i].value), next + 1 - i, out);
}

// "First nine months revenues", "in the first nine months of the year", "of last year".
std::size_t DatedPeriod::match_first_months(std::size_t i, std::size_t next, PeriodPhrase& out) const {
  if (!text_is(i - 1, "first") || tokens_[i].value > 9) return 0;
  out.kind = Kind::first_months;
  out.number = tokens_[i].value;
  if (!is(next, Word::of)) return next - i;
  std::size_t year = next + 1;
  if (is(year, Word::article)) ++year;
  if (is(year, Word::previous)) out.year = -1;
  if (is(year, Word::previous) || is(year, Word::current)) ++year;
  if (is(year, Word::fiscal)) ++year;
  if (is(year, Word::year)) return year + 1 - i;
  return out.kind = Kind::stated, 0;  // of what, it does not say
}

// "The nine-month period", and at the head of a sentence "Nine-month revenue": the one that ends with the
// period at hand.
std::size_t DatedPeriod::match_span_at_hand(std::size_t i, std::size_t next, PeriodPhrase& out) const {
  const bool period = next == i + 2 && i > 0 && text_is(i - 1, "the");
  const bool head = i == 0 && is(next, Word::other);
  if (!(period || head) || tokens_[i].value < 6) return 0;
  out.kind = Kind::current;
  out.number = tokens_[i].value;
  return next - i;
}

std::size_t DatedPeriod::match_half_ended(std::size_t i, PeriodPhrase& out) const {
  const std::size_t next = is(i + 1, Word::year) ? i + 2 : i + 1;
  return ended(i, next, 6, out);
}

std::size_t DatedPeriod::ended(std::size_t begin, std::size_t i, int months, PeriodPhrase& out) const {
  if (!is(i, Word::ended)) return 0;
  Date end;
  std::size_t size = 0;
  const std::size_t on = text_is(i + 1, "on") ? 1 : 0;
  if (!read_date(i + 1 + on, end, size)) return 0;
  return stated(span_ending(end, months), i + 1 + on + size - begin, out);
}

std::size_t DatedPeriod::with_year(std::size_t begin, std::size_t i, int number, bool quarter,
                                   PeriodPhrase& out) const {
  if (const std::size_t size = ended(begin, i, quarter ? 3 : 6, out); size != 0) return size;
  std::size_t next = i;
  if (is(next, Word::of) || text_is(next, "in")) ++next;
  if (mark(next, ',') && year_at(next + 1) != 0 && next == i) ++next;  // "at the end of Q2, 2008"
  if (is(next, Word::article)) ++next;
  if (is(next, Word::fiscal)) ++next;
  if (is(next, Word::year) && year_at(next + 1) != 0) ++next;
  if (const int year = year_at(next); year != 0) {
    if (const std::size_t size = ended(begin, next + 1, quarter ? 3 : 6, out); size != 0) return size;
    return stated(quarter ? calendar_.quarter(year, number) : calendar_.half(year, number), next + 1 - begin,
                  out);
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

// "March quarter 2024" is the fourth of a year that ends in March.
int DatedPeriod::quarter_ending(int month) const { return (11 + month - calendar_.last_month) % 12 / 3 + 1; }

bool DatedPeriod::ends_span(std::size_t i) const { return i > 0 && tokens_[i - 1].is(Word::ended); }

// A date is an instant after "as of", "as at", "at" or "of"; after "on" something happened.
std::size_t DatedPeriod::dated(std::size_t i, int month, int day, int year, std::size_t size,
                               PeriodPhrase& out) const {
  if (day < 1 || day > 31) return 0;
  const Date date = calendar_date(year, month, day);
  if (const int months = follows_span(i); months != 0) return stated(span_ending(date, months), size, out);
  const bool instant = i == 0 || is_instant(i) || day == month_end(year, month).day || follows_instant(i);
  const bool event = i > 0 && text_is(i - 1, "on");
  if (!instant || event) {
    out.kind = Kind::event;
    return size;
  }
  return stated({{}, date}, size, out);
}

// The year that the words before `place` of the text end with, "fiscal 2025" of a quarter in 2024;
// `otherwise` where they end with none. Read in the text: the token that it was may be part of a phrase by
// now.
int DatedPeriod::year_printed_before(std::size_t place, int otherwise) const {
  constexpr std::size_t kDigits = 4;
  while (place > 0 && text_[place - 1] == ' ') --place;
  if (place < kDigits) return otherwise;
  int year = 0;
  for (const char c : text_.substr(place - kDigits, kDigits)) {
    if (!is_digit(c)) return otherwise;
    year = year * 10 + (c - '0');
  }
  return year;
}

// "the six months ended June 30, 2023 and July 1, 2022": the second date ends a span as long as the first;
// 0 where it does not.
int DatedPeriod::follows_span(std::size_t i) const {
  if (i == 0 || !tokens_[i - 1].is(Word::conjunction) || !after_year_phrase()) return 0;
  return found_.back().period.instant() ? 0 : found_.back().period.months();
}

// "at December 31, 2023 and January 1, 2023": the second date is an instant as the first is.
bool DatedPeriod::follows_instant(std::size_t i) const {
  const Token& before = tokens_[i - 1];
  const bool listed = before.is(Word::conjunction) || before.is_mark(',');
  return listed && after_year_phrase() && found_.back().period.instant();
}

bool DatedPeriod::is_instant(std::size_t i) const {
  const Token& before = tokens_[i - 1];
  return before.is(Word::of) || before.is(Word::at) || before.is(Word::as);
}

bool DatedPeriod::first_word(std::size_t i) const { return i > 0 && tokens_[i - 1].is(Word::ordinal); }

}  // namespace kcfin::prose
