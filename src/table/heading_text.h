// The text of a heading while it is read, from its front to its end, and the tokens found so far.
#pragma once

#include <string>
#include <string_view>

#include "table/heading_lexer.h"

namespace kcfin::table {

struct HeadingText {
  std::string text;                          // lower case, its words apart
  std::size_t at = 0;                        // what stands before is read
  std::size_t glued = std::string::npos;     // where a currency ended that the next one is glued to
  std::size_t year_end = std::string::npos;  // where the last year stopped: "2025Q1"
  Lexed out;

  [[nodiscard]] std::string_view rest() const { return std::string_view(text).substr(at); }
  [[nodiscard]] char before() const { return at == 0 || at == glued ? ' ' : text[at - 1]; }
  [[nodiscard]] std::size_t skip_blanks(std::size_t from) const;
  // The word stands there, and ends there.
  [[nodiscard]] bool word_at(std::size_t place, std::string_view word) const;
  void emit(Word word, int value = 0, int month = 0, int day = 0, bool guessed = false);
};

// Of lower case.
[[nodiscard]] inline bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// Lower case, and a blank between words that run together: "Months EndedSix Months", "NotesDec 31",
// "RMBJune", "As atNov.30".
[[nodiscard]] std::string words_apart(std::string_view text);

// How long the name of a month is that stands at the front, and which; 0 where none does.
[[nodiscard]] std::size_t month_at(std::string_view text, int& month);

}  // namespace kcfin::table
