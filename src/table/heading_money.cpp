// Currencies and scales in a heading.
#include "table/heading_money.h"

#include <algorithm>
#include <array>

#include "values/text.h"
#include "words/currency.h"

namespace kcfin::table {
namespace {

std::string_view word_of(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_letter(text[end])) ++end;
  return text.substr(0, end);
}

int letter_scale(std::string_view word) {
  if (word == "m" || word == "mm" || word == "mn" || word == "mln") return 6;
  if (word == "bn") return 9;
  if (word == "cr" || word == "crs") return 7;
  return word == "k" ? 3 : 0;
}

bool ends_in_letter(std::string_view form) {
  return is_letter(form.back()) || (form.back() >= 'A' && form.back() <= 'Z');
}

// "RMBRMBUS$": currencies to the end of the word.
bool begins_with_currency(std::string_view text) {
  const words::CurrencyForm* form = words::currency_at_lowered(text, words::kEveryForm);
  if (form == nullptr || form->text.size() < 3) return false;
  const std::string_view rest = text.substr(form->text.size());
  return rest.empty() || !is_letter(rest.front()) || begins_with_currency(rest);
}

// "US$m", "€bn", "$ mm": the letters glued to a currency are its scale; "NOK 000", too.
void scale_letters(HeadingText& heading) {
  const std::size_t from =
      heading.at < heading.text.size() && heading.text[heading.at] == ' ' ? heading.at + 1 : heading.at;
  const std::string_view behind = std::string_view(heading.text).substr(std::min(from, heading.text.size()));
  if (behind.starts_with("000") && (behind.size() == 3 || !is_digit(behind[3])) &&
      !behind.starts_with("000,")) {
    heading.at = from + 3;
    heading.emit(Word::scale, 3);
    return;
  }
  const std::string_view word = word_of(behind);
  const int power = letter_scale(word);
  if (power == 0) return;
  heading.at = from + word.size();
  heading.emit(Word::scale, power);
}

// "MUSD", "TEUR", "kEUR": a scale and a currency in one word. Not any letters: "mars" is none.
bool scale_before_code(HeadingText& heading, std::string_view text) {
  static constexpr std::array<std::string_view, 13> kCodes = {"usd", "eur", "sek", "nok", "dkk", "chf", "gbp",
                                                              "cad", "aud", "jpy", "inr", "rmb", "brl"};
  const std::string_view word = word_of(text);
  const int power = word.starts_with('m') ? 6 : word.starts_with('t') || word.starts_with('k') ? 3 : 0;
  if (word.size() != 4 || power == 0 ||
      std::find(kCodes.begin(), kCodes.end(), word.substr(1)) == kCodes.end())
    return false;
  const words::CurrencyForm* form = words::currency_at_lowered(word.substr(1), words::kEveryForm);
  if (form == nullptr) return false;
  heading.at += word.size();
  heading.emit(Word::unit);
  heading.out.tokens.back().code = currency(form->code);
  heading.emit(Word::scale, power);
  return true;
}

}  // namespace

bool read_money(HeadingText& heading) {
  const std::string_view text = heading.rest();
  if (is_letter(heading.before())) return false;
  if (scale_before_code(heading, text)) return true;
  if (text.starts_with("us $")) {
    heading.at += 4;
    heading.emit(Word::unit);
    heading.out.tokens.back().code = currency("USD");
    scale_letters(heading);
    return true;
  }
  const words::CurrencyForm* form = words::currency_at_lowered(text, words::kEveryForm);
  if (form == nullptr) return false;
  const std::size_t size = form->text.size();
  const bool letter_follows = ends_in_letter(form->text) && text.size() > size && is_letter(text[size]);
  const bool scale_follows = form->form == words::Form::code && letter_scale(word_of(text.substr(size))) > 0;
  if (letter_follows && !scale_follows && !begins_with_currency(text.substr(size))) return false;
  heading.at += size;
  if (letter_follows) heading.glued = heading.at;
  heading.emit(Word::unit);
  heading.out.tokens.back().code = currency(form->code);
  heading.out.tokens.back().bare = form->shared();
  scale_letters(heading);
  return true;
}

}  // namespace kcfin::table
