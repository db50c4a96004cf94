// Recognises phrases of time among the tokens of a sentence, longest reading first.
#include "prose/period_phrase.h"

#include "prose/relative_period.h"

namespace kcfin::prose {
namespace {

class Finder : public RelativePeriod {
 public:
  Finder(std::string_view text, const FiscalCalendar& calendar, std::vector<Token>& tokens,
         std::vector<PeriodPhrase>& out)
      : RelativePeriod(text, calendar, tokens, out), tokens_(tokens), out_(out) {}

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
      merged.possessive = tokens_[i + size - 1].possessive;
      i += size;
      while (kept > 0 && leads_in(tokens_[kept - 1])) merged.begin = tokens_[--kept].begin;
      if (phrase.kind == Kind::stated && kept > 0 && after_since(tokens_[kept - 1]))
        phrase.kind = Kind::event;  // "launched since 2022"
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
  [[nodiscard]] bool after_since(const Token& token) const {
    return text_.substr(token.begin, token.end - token.begin) == "since";
  }

  // A preposition or article that belongs to the phrase after it, and the "trailing" of twelve months.
  [[nodiscard]] bool leads_in(const Token& token) const {
    const std::string_view word = text_.substr(token.begin, token.end - token.begin);
    if (word == "since") return false;
    return word == "trailing" || token.is(Word::article) || token.is(Word::preposition) ||
           token.is(Word::as) || token.is(Word::at) || token.is(Word::of);
  }

  std::size_t match(std::size_t i, PeriodPhrase& out) const {
    const Token& token = tokens_[i];
    if (token.kind == Token::Kind::number) return match_number(i, out);
    if (token.kind != Token::Kind::word) return 0;
    switch (token.word) {
      case Word::over_year:
      case Word::over_quarter:
      case Word::over_half:
        return over(token.word == Word::over_year      ? Kind::over_year
                    : token.word == Word::over_quarter ? Kind::over_quarter
                                                       : Kind::over_half,
                    text_is(i + 1, "basis") ? 2 : 1, out);
      case Word::year:
        if (text_is(i + 1, "to") && text_is(i + 2, "date")) {
          out.kind = Kind::year_to_date;
          return 3;
        }
        return match_year_or_quarter(i, out);
      case Word::quarter:
        return match_year_or_quarter(i, out);
      case Word::ordinal:
        return match_ordinal(i, out);
      case Word::number_word:
        return match_months(i, out);
      case Word::half:
        if ((text_is(i + 1, "over") || text_is(i + 1, "on")) && is(i + 2, Word::half))
          return over(Kind::over_half, 3, out);
        if (const std::size_t size = match_half_ended(i, out); size != 0) return size;
        return match_this_half(i, out);
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

  // "18.2% in the half-year": the six months that end with the period at hand.
  std::size_t match_this_half(std::size_t i, PeriodPhrase& out) const {
    const std::size_t next = is(i + 1, Word::year) ? i + 2 : i + 1;
    if (i == 0 || !text_is(i - 1, "the") || at(next - 1)->possessive || !closes(next)) return 0;
    out.kind = Kind::current;
    out.number = out.months = 6;
    return next - i;
  }

  // "the end of 2023", "year-end 2023", "1H24", "2Q24", "FY2024", "immediately preceding quarter".
  std::size_t match_loose(std::size_t i, PeriodPhrase& out) const {
    const std::string_view word = word_at(i);
    if (word == "end" && is(i + 1, Word::of)) return match_end_of(i, out);
    if (word == "year-end" && year_at(i + 1) != 0)
      return stated({{}, calendar_.year(year_at(i + 1)).end}, 2, out);
    if (word == "one" && is(i + 1, Word::year) && is(i + 2, Word::ago)) {
      out.kind = Kind::last_year;
      return 3;
    }
    if (word == "year-to-date" || word == "Year-to-date" || word == "YTD") {
      out.kind = Kind::year_to_date;
      return text_is(i + 1, "basis") ? 2 : 1;
    }
    if (word == "linked" || word == "Linked") return match_linked(i, out);
    if (word == "immediately" && is(i + 1, Word::previous)) {
      const std::size_t size = match_previous(i + 1, out);
      return size == 0 ? 0 : size + 1;
    }
    if (const std::size_t size = match_hyphened(i, word, out); size != 0) return size;
    return match_compact(i, word, out);
  }

  // "the linked quarter", "the linked September quarter", "on a linked quarter basis": the quarter before.
  std::size_t match_linked(std::size_t i, PeriodPhrase& out) const {
    const std::size_t next = is(i + 1, Word::month_name) ? i + 2 : i + 1;
    if (!is(next, Word::quarter) || tokens_[next].possessive) return 0;
    if (text_is(next + 1, "basis")) return over(Kind::over_quarter, next + 2 - i, out);
    out.kind = Kind::last_quarter;
    out.months = 3;
    return next + 1 - i;
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

  std::vector<Token>& tokens_;
  std::vector<PeriodPhrase>& out_;
};

}  // namespace

void find_periods(std::string_view text, const FiscalCalendar& calendar, std::vector<Token>& tokens,
                  std::vector<PeriodPhrase>& out) {
  Finder(text, calendar, tokens, out).run();
}

}  // namespace kcfin::prose
