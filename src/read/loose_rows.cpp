// What counts is liberal on purpose: a figure that the readers do not know is the very one that is lost.
#include "read/loose_rows.h"

#include <algorithm>

#include "read/line_looks.h"
#include "values/text.h"

namespace kcfin::read_room {
namespace {

// Digits and what may part or enclose them, in whatever way a country writes them: "1.234,5", "12 845",
// "(1'204)".
bool digits_alone(std::string_view text) {
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  const auto letters =
      std::count_if(text.begin(), text.end(), [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
  return digits >= 4 && letters == 0 && static_cast<std::size_t>(digits) * 2 > text.size() &&
         text.find('/') == std::string_view::npos && text.find(':') == std::string_view::npos;
}

// A whole statement on one line: amounts with separators, one every few words.
std::uint32_t amounts_of_dense_text(std::string_view text) {
  constexpr std::size_t kLong = 1000;
  constexpr std::size_t kBytesAnAmount = 50;
  if (text.size() < kLong) return 0;
  std::uint32_t amounts = 0;
  for (std::size_t at = 1; at + 3 < text.size(); ++at)
    if (text[at] == ',' && is_digit(text[at - 1]) && is_digit(text[at + 1]) && is_digit(text[at + 2]) &&
        is_digit(text[at + 3]))
      ++amounts;
  return amounts * kBytesAnAmount > text.size() ? amounts : 0;
}

}  // namespace

void note_loose_row(const TextLine& line, Builder& builder) {
  if (const std::uint32_t amounts = amounts_of_dense_text(line.line.text); amounts != 0)
    return builder.loose_row(line.line.number, amounts);
  if (line.pieces.size() < 2 || !(figure_row(line) || digits_alone(line.pieces.back().text))) return;
  const auto figures = std::count_if(line.pieces.begin(), line.pieces.end(), [](const Piece& piece) {
    return (piece.figure && surely_figure(piece.text)) || digits_alone(piece.text);
  });
  if (figures > 0) builder.loose_row(line.line.number, static_cast<std::uint32_t>(figures));
}

void note_loose_row(const Line& line, Builder& builder) {
  const bool apart =
      line.text.find("  ") != std::string_view::npos || line.text.find('\t') != std::string_view::npos;
  constexpr std::size_t kLong = 1000;
  if (apart || line.text.size() >= kLong) note_loose_row(text_line(line), builder);
}

}  // namespace kcfin::read_room
