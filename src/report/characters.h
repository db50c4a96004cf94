// The characters of a text that is about to be printed: how many columns they take on a terminal, and
// which must be shown instead of sent, because a filing's text must never steer a terminal or a viewer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kcfin::report {

struct Character {
  char32_t code = 0;       // U+FFFD where the bytes are no UTF-8
  std::uint8_t bytes = 1;  // how many it takes up in the text
};

// The first character of a text that is not empty.
[[nodiscard]] Character first_character(std::string_view text);

// Appends a character as UTF-8.
void append_utf8(std::string& out, char32_t code);

// Controls, line and paragraph separators, marks that turn the direction of writing: what would act
// on a terminal instead of being seen.
[[nodiscard]] bool acts(char32_t code);

// The text with every acting character made visible (ESC as ␛, U+202E as <U+202E>) and what is no
// UTF-8 replaced by U+FFFD. Safe to send to a terminal, and to the log of a GitHub job: a word that
// would start a command there ("::error", "##[error]") is broken up by a space.
[[nodiscard]] std::string shown(std::string_view text);
// False where shown() may change the text: beyond printable ASCII, or where a command could start.
[[nodiscard]] bool shown_as_it_stands(std::string_view text);

// The same, safe to stand in XML and HTML too, between tags and in the quotation marks of an attribute.
[[nodiscard]] std::string shown_in_markup(std::string_view text);

// Terminal columns: 2 for East Asian wide characters, 0 for combining marks.
[[nodiscard]] std::size_t columns(std::string_view text);

// The text in at most so many columns, its end replaced by “…” where it does not fit.
[[nodiscard]] std::string fitted(std::string_view text, std::size_t width);

// The text, folded at spaces into lines of at most so many columns; a longer word has its own line.
[[nodiscard]] std::vector<std::string> folded(std::string_view text, std::size_t width);

[[nodiscard]] std::string padded_left(std::string_view text, std::size_t width);   // figures
[[nodiscard]] std::string padded_right(std::string_view text, std::size_t width);  // labels

}  // namespace kcfin::report
