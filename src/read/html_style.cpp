// Declarations of CSS, as far as they hide, raise or move a text.
#include "read/html_style.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "read/assembler.h"
#include "read/html_attributes.h"
#include "values/ascii.h"

namespace kcfin::read_room {
namespace {

using ascii::white;

// The value after "property:" in a style, up to the semicolon; "top" is also the end of "margin-top".
std::string_view property(std::string_view style, std::string_view name) {
  for (std::size_t colon = style.find(':'); colon != std::string_view::npos;
       colon = style.find(':', colon + 1)) {
    std::size_t end = colon;
    while (end > 0 && white(style[end - 1])) --end;
    if (end < name.size() || !equal_lower(style.substr(end - name.size(), name.size()), name)) continue;
    const std::size_t close = std::min(style.find(';', colon), style.size());
    return trimmed(style.substr(colon + 1, close - colon - 1));
  }
  return {};
}

bool raises(std::string_view style) {
  const std::string_view align = property(style, "vertical-align");
  return contains_lower(align, "super") || contains_lower(align, "top") ||
         property(style, "top").starts_with('-');
}

bool hides(std::string_view style) {
  return contains_lower(property(style, "display"), "none") ||
         contains_lower(property(style, "visibility"), "hidden");
}

bool tells(std::string_view style) {
  constexpr std::array<std::string_view, 6> kTelling{"left",       "indent",   "display",
                                                     "visibility", "padding:", "margin:"};
  return std::any_of(kTelling.begin(), kTelling.end(),
                     [&](std::string_view word) { return contains_lower(style, word); });
}

// A length of CSS in characters, taken as five points wide; nothing for what is no length.
int characters(std::string_view length) {
  length = trimmed(length);
  const bool negative = length.starts_with('-');
  if (negative || length.starts_with('+')) length.remove_prefix(1);
  int hundredths = 0;
  int place = 0;  // decimals seen, 0 before the point
  bool point = false;
  while (!length.empty() && (length.front() == '.' || (length.front() >= '0' && length.front() <= '9'))) {
    if (length.front() == '.') {
      point = true;
    } else if (place < 2 && hundredths < 1'000'000) {
      hundredths = hundredths * 10 + (length.front() - '0');
      place += point ? 1 : 0;
    }
    length.remove_prefix(1);
  }
  for (; place < 2; ++place) hundredths *= 10;
  struct Unit {
    std::string_view name;
    int points_tenths;
  };
  constexpr std::array<Unit, 8> kUnits{
      {{"pt", 10}, {"px", 8}, {"em", 100}, {"ex", 50}, {"in", 720}, {"cm", 283}, {"mm", 28}, {"%", 50}}};
  const auto unit = std::find_if(kUnits.begin(), kUnits.end(),
                                 [&](const Unit& known) { return length.starts_with(known.name); });
  if (unit == kUnits.end()) return 0;
  const std::int64_t points_thousandths = std::int64_t{hundredths} * unit->points_tenths;
  const auto rounded = static_cast<int>(std::min<std::int64_t>((points_thousandths + 2500) / 5000, 1000));
  return negative ? -rounded : rounded;
}

std::string_view value_in(std::string_view style, std::string_view name) {
  while (!style.empty()) {
    const std::size_t end = std::min(style.find(';'), style.size());
    const std::string_view declaration = style.substr(0, end);
    style.remove_prefix(std::min(end + 1, style.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    if (equal_lower(trimmed(declaration.substr(0, colon)), name))
      return trimmed(declaration.substr(colon + 1));
  }
  return {};
}

// The left one of the one to four lengths of "margin" or "padding".
std::string_view left_of(std::string_view lengths) {
  std::array<std::string_view, 4> parts;
  std::size_t count = 0;
  while (!(lengths = trimmed(lengths)).empty() && count < parts.size()) {
    const std::size_t end = std::min(lengths.find(' '), lengths.size());
    parts[count++] = lengths.substr(0, end);
    lengths.remove_prefix(end);
  }
  if (count == 0) return {};
  return count == 4 ? parts[3] : parts[count == 1 ? 0 : 1];
}

int indent_of(std::string_view style) {
  int indent = characters(value_in(style, "text-indent"));
  for (const auto& [side, all] : {std::pair{"margin-left", "margin"}, std::pair{"padding-left", "padding"}}) {
    const std::string_view own = value_in(style, side);
    indent += characters(own.empty() ? left_of(value_in(style, all)) : own);
  }
  return indent;
}

}  // namespace

Style style_of(std::string_view text) {
  if (text.empty()) return {};
  return {hides(text), raises(text), tells(text), indent_of(text)};
}

const Style& Styles::of(std::string_view text) {
  if (text.empty() || text.size() > kLongest) return latest_ = style_of(text);
  const Known::value_type*& recent = recent_[TextHash{}(text) % recent_.size()];
  if (recent != nullptr && recent->first == text) return recent->second;
  auto found = known_.find(text);
  if (found == known_.end()) {
    if (known_.size() >= kMost) return latest_ = style_of(text);
    found = known_.emplace(text, style_of(text)).first;
  }
  recent = &*found;
  return found->second;
}

}  // namespace kcfin::read_room
