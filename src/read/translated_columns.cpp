// A line of currencies tells which columns are translations: the second of two currencies, where it only
// follows the first.
#include "read/translated_columns.h"

#include <string_view>

#include "words/currency.h"

namespace kcfin::read_room {
namespace {

std::string_view currency_of(const Piece& piece) {
  const words::CurrencyForm* const form = words::currency_alone(piece.text);
  return form != nullptr ? form->code : std::string_view();
}

// Empty where the line is none of currencies, or not of two of which the second only follows the first.
std::vector<bool> by_currencies(const TextLine& line) {
  std::vector<bool> translates(line.pieces.size());
  const std::string_view own = currency_of(line.pieces.front());
  if (own.empty()) return {};
  std::string_view other;
  for (std::size_t at = 1; at < translates.size(); ++at) {
    const std::string_view currency = currency_of(line.pieces[at]);
    translates[at] = currency != own;
    if (!translates[at]) continue;
    const bool second = other.empty() || currency == other;
    if (currency.empty() || !second || translates[at - 1]) return {};
    other = currency;
  }
  return other.empty() ? std::vector<bool>{} : translates;
}

}  // namespace

std::vector<bool> translated_columns(std::span<const TextLine* const> headings, std::size_t columns) {
  std::vector<bool> found;
  for (const TextLine* heading : headings) {
    if (columns < 2 || heading->pieces.size() != columns) continue;
    if (std::vector<bool> own = by_currencies(*heading); !own.empty()) found = std::move(own);
  }
  return found;
}

}  // namespace kcfin::read_room
