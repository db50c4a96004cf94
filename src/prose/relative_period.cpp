// What the words around "period", "quarter" and "year" make of the period at hand.
#include "prose/relative_period.h"

namespace kcfin::prose {

std::size_t RelativePeriod::match_same(std::size_t i, PeriodPhrase& out) const {
  // "the comparable prior year period", "the corresponding prior-year quarter"
  if (is(i + 1, Word::previous)) {
    const std::size_t size = match_previous(i + 1, out);
    return size > 1 && out.kind == Kind::last_year ? size + 1 : 0;
  }
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

std::size_t RelativePeriod::match_previous(std::size_t i, PeriodPhrase& out) const {
  std::size_t next = i + 1;
  if (tokens_[i].value == 1) {  // prior-year, year-ago
    if (!is(next, Word::period) && !is(next, Word::quarter)) return 0;
    out.kind = Kind::last_year;
    if (is(next, Word::quarter)) out.months = 3;
    return 2;
  }
  if (is(next, Word::fiscal)) ++next;
  if (is(next, Word::quarter) && (!tokens_[next].possessive || owns_figure(next + 1))) {
    out.kind = Kind::last_quarter;
    out.months = 3;
    return next + 1 - i;
  }
  // "the previous half-year period", "the preceding six months"
  if (const std::size_t six = half_at(next); six != 0) {
    out.kind = Kind::last_half;
    out.months = 6;
    next += six;
    if (is(next, Word::period)) ++next;
    return next - i;
  }
  if (!is(next, Word::year)) return 0;
  out.kind = Kind::last_year;
  ++next;
  if (is(next, Word::same)) ++next;
  if (is(next, Word::quarter)) out.months = 3;
  if (is(next, Word::period) || is(next, Word::quarter)) ++next;
  return next - i;
}

std::size_t RelativePeriod::half_at(std::size_t i) const {
  if (is(i, Word::half)) return is(i + 1, Word::year) ? 2 : 1;
  if (!is(i, Word::number_word) || tokens_[i].value != 6) return 0;
  return is(i + 1, Word::months) ? 2 : text_is(i, "six-month") ? 1 : 0;
}

std::size_t RelativePeriod::match_current(std::size_t i, PeriodPhrase& out) const {
  const bool noun =
      is(i + 1, Word::quarter) || is(i + 1, Word::period) || is(i + 1, Word::year) || is(i + 1, Word::half);
  if (!noun || at(i + 1)->possessive) return 0;
  out.kind = Kind::current;
  out.number = is(i + 1, Word::quarter) ? 1 : 0;
  return 2;
}

std::size_t RelativePeriod::match_period(std::size_t i, PeriodPhrase& out) const {
  const bool reporting = text_is(i, "reporting") && is(i + 1, Word::period);
  const bool definite = i > 0 && text_is(i - 1, "the") && text_is(i, "period") && closes(i + 1);
  if (!reporting && !definite) return 0;
  out.kind = Kind::current;
  return reporting ? 2 : 1;
}

// How many tokens say which year after "the same period": "of 2023", "last year", "one year ago".
std::size_t RelativePeriod::year_after(std::size_t i, PeriodPhrase& out) const {
  std::size_t next = i;
  if (is(next, Word::of) || is(next, Word::preposition)) ++next;
  const std::size_t linked = next;
  if (is(next, Word::article)) ++next;
  if (text_is(next, "one")) ++next;
  if (text_is(next, "two") && text_is(next + 1, "years") && is(next + 2, Word::ago)) {
    out.kind = Kind::event;  // of no column that stands beside it
    return next + 3 - i;
  }
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

}  // namespace kcfin::prose
