// A quarter, half or year with its number or its year.
#include "prose/named_period.h"

#include <algorithm>
#include <array>
#include <string>

#include "values/text.h"

namespace kcfin::prose {

std::size_t NamedPeriod::match_ordinal(std::size_t i, PeriodPhrase& out) const {
  const int number = tokens_[i].value;
  const char lead = text_[tokens_[i].begin];
  if (lead == 'q' || lead == 'Q') {
    std::size_t size = 0;
    if (const int year = year_joined(i + 1, size); year != 0)
      return stated(calendar_.quarter(year, number), 1 + size, out);
    return with_year(i, i + 1, number, true, out);
  }
  std::size_t next = i + 1;
  if (is(next, Word::fiscal)) ++next;  // "first fiscal quarter"
  if (is(next, Word::number_word) && is(next + 1, Word::months)) return match_months_after(i, next, out);
  if (is(next, Word::half))
    return with_year(i, is(next + 1, Word::year) ? next + 2 : next + 1, number, false, out);
  if (!is(next, Word::quarter)) return 0;
  if (tokens_[next].possessive && !owns_figure(next + 1)) return 0;
  return with_year(i, next + 1, number, true, out);
}

std::size_t NamedPeriod::match_fiscal(std::size_t i, PeriodPhrase& out) const {
  std::size_t next = i + 1;
  if (is(next, Word::fiscal)) ++next;
  if (is(next, Word::year)) ++next;
  if (next == i + 1 && year_at(next) == 0) return 0;  // "financial services"
  if (year_at(next) != 0)
    if (const std::size_t size = match_year_first(i, next, out); size != 0) return size;
  if (is(next, Word::of)) ++next;
  if (const int year = year_at(next); year != 0) return stated(calendar_.year(year), next + 1 - i, out);
  if (const std::size_t size = ended(i, next, 12, out); size != 0) return size;
  if (!text_is(i, "full") || next != i + 2 || tokens_[i + 1].possessive) return 0;
  out.kind = Kind::full_year;
  return 2;
}

std::size_t NamedPeriod::match_year_or_quarter(std::size_t i, PeriodPhrase& out) const {
  const bool quarter = tokens_[i].word == Word::quarter;
  if (text_is(i, "quarterly")) {  // "Quarterly total revenues"
    const bool leads = i == 0 || tokens_[i - 1].is(Word::article) || tokens_[i - 1].kind == Token::Kind::mark;
    if (!leads || at(i + 1) == nullptr || !at(i + 1)->is(Word::other)) return 0;
    out.kind = Kind::current;
    out.number = 1;
    return 1;
  }
  if (text_is(i + 1, "over") || text_is(i + 1, "on") || text_is(i + 1, "to")) {
    if (is(i + 2, tokens_[i].word)) return over(quarter ? Kind::over_quarter : Kind::over_year, 3, out);
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
  if (definite && text_is(i + 1, "before") && closes(i + 2)) {  // "the year before"
    out.kind = quarter ? Kind::last_quarter : Kind::last_year;
    if (quarter) out.months = 3;
    return 2;
  }
  if (!definite || !closes(i + 1)) return 0;
  out.kind = Kind::current;
  out.number = quarter ? 1 : 0;
  return 1;
}

std::size_t NamedPeriod::match_hyphened(std::size_t i, std::string_view word, PeriodPhrase& out) const {
  constexpr std::array<std::string_view, 5> kOrdinals = {"full", "first", "second", "third", "fourth"};
  const std::size_t dash = word.find('-');
  if (dash == std::string_view::npos) return 0;
  const std::string lead = lower(word.substr(0, dash)), noun = lower(word.substr(dash + 1));
  const auto* const ordinal = std::find(kOrdinals.begin(), kOrdinals.end(), lead);
  if (ordinal == kOrdinals.end()) return 0;
  const auto number = static_cast<int>(ordinal - kOrdinals.begin());
  if (number != 0 && (noun == "quarter" || (noun == "half" && number <= 2)))
    return with_year(i, i + 1, number, noun == "quarter", out);
  if (number != 0 || noun != "year") return 0;
  const std::size_t of = is(i + 1, Word::of) ? 1 : 0;
  if (const int year = year_at(i + 1 + of); year != 0) return stated(calendar_.year(year), 2 + of, out);
  out.kind = Kind::full_year;
  return 1;
}

std::size_t NamedPeriod::match_compact(std::size_t i, std::string_view word, PeriodPhrase& out) const {
  if (word.size() < 2 || word.size() > 6) return 0;
  const auto digit = [&](std::size_t k) { return k < word.size() && word[k] >= '0' && word[k] <= '9'; };
  const char first = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
  const char second = static_cast<char>(std::toupper(static_cast<unsigned char>(word[1])));
  int number = 0;
  char kind = '\0';
  if (digit(0) && (second == 'Q' || second == 'H' || second == 'M')) {
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
    year = year_joined(i + 1, size);
    if (year == 0) {
      year = year_at(i + 1);
      size = 1;
    }
    ++size;
  } else if (year < 100) {
    year += 2000;
  }
  if (!plausible_year(static_cast<std::uint32_t>(year))) return 0;
  if (kind == 'F') return stated(calendar_.year(year), size, out);
  if (kind == 'M')  // "9M 2010"
    return number == 3 || number == 6 || number == 9 ? stated(calendar_.first_months(year, number), size, out)
                                                     : 0;
  if (number < 1 || number > (kind == 'Q' ? 4 : 2)) return 0;
  return stated(kind == 'Q' ? calendar_.quarter(year, number) : calendar_.half(year, number), size, out);
}

bool NamedPeriod::closes(std::size_t i) const {
  return at(i) == nullptr || at(i)->kind == Token::Kind::mark || at(i)->kind == Token::Kind::quantity ||
         at(i)->is(Word::be) || at(i)->is(Word::compare) || at(i)->is(Word::conjunction) ||
         at(i)->is(Word::reach) || at(i)->is(Word::up) || at(i)->is(Word::down) ||
         at(i)->is(Word::represent) || at(i)->is(Word::from) || at(i)->is(Word::pronoun);
}

std::size_t NamedPeriod::match_months_after(std::size_t i, std::size_t next, PeriodPhrase& out) const {
  const std::size_t size = match_months(next, out);
  return size == 0 ? 0 : next + size - i;
}

}  // namespace kcfin::prose
