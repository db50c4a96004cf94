// Page numbers.
#include "read/page.h"

#include <algorithm>

#include "read/assembler.h"
#include "values/text.h"

namespace kcfin::read_room {
namespace {

bool number(std::string_view text) {
  constexpr std::size_t kMostDigits = 3;  // four are a year
  return !text.empty() && text.size() <= kMostDigits && std::all_of(text.begin(), text.end(), is_digit);
}

bool roman(std::string_view text) {
  return !text.empty() && text.size() <= 5 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c == 'i' || c == 'v' || c == 'x'; });
}

std::string_view between(std::string_view text, std::string_view mark) {
  if (text.size() <= 2 * mark.size() || !text.starts_with(mark) || !text.ends_with(mark)) return text;
  return trimmed(text.substr(mark.size(), text.size() - 2 * mark.size()));
}

}  // namespace

bool page_number(std::string_view text) {
  if (text.size() > 20) return false;
  text = trimmed(text);
  for (const std::string_view mark : {"-", "\u2013", "\u2014", "|"}) text = between(text, mark);
  if (number(text) || roman(text)) return true;
  if (text.size() > 2 && (text[1] == '-') && text[0] >= 'A' && text[0] <= 'Z') return number(text.substr(2));
  if (text.starts_with("Page ") || text.starts_with("page ")) text = trimmed(text.substr(5));
  const std::size_t slash = text.find('/');
  const std::size_t of = text.find(" of ");
  if (of != std::string_view::npos) return number(text.substr(0, of)) && number(text.substr(of + 4));
  if (slash != std::string_view::npos) return number(text.substr(0, slash)) && number(text.substr(slash + 1));
  return number(text);
}

}  // namespace kcfin::read_room
