// Looks along the tokens of a phrase of time.
#include "prose/period_words.h"

#include <cctype>

namespace kcfin::prose {

bool PeriodWords::text_is(std::size_t i, std::string_view lower) const {
  if (at(i) == nullptr || at(i)->end - at(i)->begin != lower.size()) return false;
  for (std::size_t k = 0; k < lower.size(); ++k) {
    if (std::tolower(static_cast<unsigned char>(text_[at(i)->begin + k])) != lower[k]) return false;
  }
  return true;
}

std::string_view PeriodWords::word_at(std::size_t i) const {
  return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
}

int PeriodWords::year_at(std::size_t i) const {
  const Token* token = at(i);
  if (token == nullptr || !token->is_year()) return 0;
  return token->end - token->begin == 4 ? static_cast<int>(token->index) : 0;
}

int PeriodWords::day_at(std::size_t i) const {
  const Token* token = at(i);
  if (token == nullptr || token->kind != Token::Kind::number || token->end - token->begin > 2) return 0;
  return static_cast<int>(token->index);
}

int PeriodWords::year_joined(std::size_t i, std::size_t& size) const {
  const auto year_of = [](std::uint32_t number, std::size_t digits) {
    const std::uint32_t year = digits == 2 ? 2000 + number : number;
    return (digits == 2 || digits == 4) && plausible_year(year) ? static_cast<int>(year) : 0;
  };
  const Token *mark = at(i), *number = at(i + 1);
  if (mark == nullptr || i == 0) return 0;
  if (mark->kind == Token::Kind::word) {  // "FY24", "FY2024"
    const std::string_view word = word_at(i);
    if (!word.starts_with("FY") || word.find_first_not_of("0123456789", 2) != std::string_view::npos)
      return 0;
    std::uint32_t value = 0;
    for (const char c : word.substr(2)) value = value * 10 + static_cast<std::uint32_t>(c - '0');
    size = 1;
    return year_of(value, word.size() - 2);
  }
  const bool joins = mark->is_mark('\'') || mark->is_mark('"') || mark->is_mark('/');
  if (!joins || number == nullptr || number->kind != Token::Kind::number) return 0;
  if (mark->begin != tokens_[i - 1].end || number->begin != mark->end) return 0;
  size = 2;
  return year_of(number->index, number->end - number->begin);
}

bool PeriodWords::after_year_phrase() const { return !found_.empty() && found_.back().kind == Kind::stated; }

bool PeriodWords::read_date(std::size_t i, Date& date, std::size_t& size) const {
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

std::size_t PeriodWords::over(Kind kind, std::size_t size, PeriodPhrase& out) {
  out.kind = kind;
  if (kind == Kind::over_quarter) out.months = 3;
  if (kind == Kind::over_half) out.months = 6;
  return size;
}

std::size_t PeriodWords::stated(const Period& period, std::size_t size, PeriodPhrase& out) {
  out.kind = Kind::stated;
  out.period = period;
  return size;
}

}  // namespace kcfin::prose
