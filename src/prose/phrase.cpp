// Looks along the tokens of a sentence.
#include "prose/phrase.h"

namespace kcfin::prose {

bool verb_like(const Token& token) {
  return token.is(Word::be) || token.is(Word::reach) || token.is(Word::have) || token.is(Word::verb) ||
         token.is(Word::up) || token.is(Word::down) || token.is(Word::account);
}

Direction direction_of(const Token& token) {
  if (token.is(Word::up)) return Direction::up;
  if (token.is(Word::down)) return Direction::down;
  return Direction::none;
}

bool over(const PeriodPhrase& phrase) {
  using Kind = PeriodPhrase::Kind;
  return phrase.kind == Kind::over_year || phrase.kind == Kind::over_quarter ||
         phrase.kind == Kind::over_half;
}

std::span<const Token> Phrase::range(std::size_t begin, std::size_t end) const {
  return std::span<const Token>(tokens).subspan(begin, end - begin);
}
bool Phrase::is(std::size_t i, Word word) const { return i < tokens.size() && tokens[i].is(word); }
bool Phrase::mark(std::size_t i, char c) const { return i < tokens.size() && tokens[i].is_mark(c); }
std::string_view Phrase::word_at(std::size_t i) const {
  return i < tokens.size() ? text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin)
                           : std::string_view{};
}
const PeriodPhrase* Phrase::period_at(std::size_t i) const {
  if (i >= tokens.size() || tokens[i].kind != Token::Kind::period) return nullptr;
  return &periods[tokens[i].index];
}

// Where a noun phrase that starts at `i` ends.
std::size_t Phrase::phrase_end(std::size_t i, std::size_t end) const {
  while (i < end && tokens[i].kind != Token::Kind::mark && tokens[i].kind != Token::Kind::period &&
         tokens[i].kind != Token::Kind::quantity && !verb_like(tokens[i]) && !tokens[i].is(Word::compare) &&
         !tokens[i].is(Word::pronoun) && !tokens[i].is(Word::whereas) && !tokens[i].is(Word::cause) &&
         !leads_to_figure(i)) {
    ++i;
  }
  return i;
}

// "41% of total revenue from 47%"
bool Phrase::leads_to_figure(std::size_t i) const {
  if (!is(i, Word::from) && !is(i, Word::to)) return false;
  std::size_t next = i + 1;
  while (is(next, Word::approximate) || is(next, Word::negative) || is(next, Word::article)) ++next;
  return next < tokens.size() && tokens[next].kind == Token::Kind::quantity;
}

Direction Phrase::direction_before(std::size_t begin, std::size_t i) const {
  for (std::size_t k = i; k > begin; --k) {
    if (const Direction direction = direction_of(tokens[k - 1]); direction != Direction::none)
      return direction;
  }
  return Direction::none;
}

const Token* Phrase::word_of_change(std::size_t i, Direction direction) const {
  if (direction == Direction::none || i >= tokens.size()) return nullptr;
  const PeriodPhrase* behind = period_at(i + 1);
  const std::size_t noun = behind != nullptr && over(*behind) ? i + 2 : i + 1;
  if (noun < tokens.size() && direction_of(tokens[noun]) == direction && !is(noun + 1, Word::from) &&
      !is(noun + 1, Word::to))
    return &tokens[noun];
  for (std::size_t k = i; k > 0; --k) {
    if (const Direction said = direction_of(tokens[k - 1]); said != Direction::none)
      return said == direction ? &tokens[k - 1] : nullptr;
  }
  return nullptr;
}

bool Phrase::moved(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin; i < end; ++i) {
    if (direction_of(tokens[i]) != Direction::none || is(i, Word::verb) || is(i, Word::reach)) return true;
  }
  return false;
}

}  // namespace kcfin::prose
