// A heading's text: its words apart, and what stands where.
#include "table/heading_text.h"

#include <array>

#include "values/text.h"
#include "words/currency.h"

namespace kcfin::table {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

// "septem…": the length of a name that a narrow column cut short; 0 where it is none.
std::size_t cut_name_at(std::string_view text, std::string_view name) {
  constexpr std::string_view kCut = "\u2026";
  std::size_t size = 0;
  while (size < std::min(text.size(), name.size()) && text[size] == name[size]) ++size;
  return size >= 3 && text.substr(size).starts_with(kCut) ? size + kCut.size() : 0;
}

// Length of the month's name at the front of `text`, and which month; 0 where there is none.

}  // namespace

std::string words_apart(std::string_view text) {
  const std::string all = lower(text);
  const auto small = [&](std::size_t i) { return i < text.size() && is_letter(text[i]); };
  const auto capital = [&](std::size_t i) { return i < text.size() && text[i] >= 'A' && text[i] <= 'Z'; };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool after_small = i >= 3 && small(i - 1) && small(i - 2) && small(i - 3);
    const bool after_capitals = i >= 3 && capital(i - 1) && capital(i - 2) && capital(i - 3);
    const bool word = capital(i) && small(i + 1) && small(i + 2) && (after_small || after_capitals);
    const bool code = after_small && capital(i) && capital(i + 1) &&
                      (capital(i + 2) || i + 2 == text.size() || text[i + 2] == '$');
    int month = 0;
    const bool named = capital(i) && i > 0 && small(i - 1) && small(i + 1) &&
                       month_at(std::string_view(all).substr(i), month) > 0;
    if (word || code || named) out += ' ';
    out += all[i];
  }
  return out;
}

std::size_t month_at(std::string_view text, int& month) {
  if (text.empty() || std::string_view("jfmasond").find(text.front()) == std::string_view::npos) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const std::string_view name = kMonths[i];
    if (text.front() != name.front()) continue;
    if (text.starts_with(name)) {
      month = static_cast<int>(i) + 1;
      return name.size();
    }
    const std::size_t brief = name == "september" && text.starts_with("sept") ? 4 : 3;
    if (text.starts_with(name.substr(0, brief)) && (text.size() == brief || !is_letter(text[brief]))) {
      month = static_cast<int>(i) + 1;
      return text.size() > brief && text[brief] == '.' ? brief + 1 : brief;
    }
    if (const std::size_t size = cut_name_at(text, name); size > 0) {
      month = static_cast<int>(i) + 1;
      return size;
    }
  }
  return 0;
}

std::size_t HeadingText::skip_blanks(std::size_t from) const {
  while (from < text.size() && (text[from] == ' ' || text[from] == '-')) ++from;
  return from;
}

bool HeadingText::word_at(std::size_t place, std::string_view word) const {
  return std::string_view(text).substr(place, word.size()) == word &&
         (place + word.size() >= text.size() || !is_letter(text[place + word.size()]));
}

void HeadingText::emit(Word word, int value, int month, int day, bool guessed) {
  Token token;
  token.word = word;
  token.value = value;
  token.month = static_cast<std::uint8_t>(month);
  token.day = static_cast<std::uint8_t>(day);
  token.guessed = guessed;
  out.tokens.push_back(token);
}

}  // namespace kcfin::table
