// Digit by digit: a slip leaves all the others where they were.
#include "values/slip.h"

#include <algorithm>
#include <array>
#include <string>

namespace kcfin {
namespace {

Slip between_equal_lengths(std::string_view a, std::string_view b) {
  std::array<std::size_t, 2> differ{};
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (count == differ.size()) return Slip::none;
    differ[count++] = i;
  }
  if (count == 1) return Slip::digit;
  const auto [first, second] = differ;
  return count == 2 && a[first] == b[second] && a[second] == b[first] ? Slip::transposed : Slip::none;
}

// `longer` has one digit more.
Slip of_surplus(std::string_view longer, std::string_view shorter) {
  std::size_t same = 0;
  while (same < shorter.size() && longer[same] == shorter[same]) ++same;
  if (longer.substr(same + 1) != shorter.substr(same)) return Slip::none;
  // Of a run of one digit any may be the one too many.
  const bool doubled = same > 0 && longer[same] == longer[same - 1];
  return doubled ? Slip::doubled : Slip::surplus;
}

// The one is the other in thousands, noughts or rounded; of one digit much could be made.
bool in_thousands(std::int64_t a, std::int64_t b) {
  const auto [few, many] = std::minmax(a, b);
  if (few > many / 900) return false;
  const Wide off = static_cast<Wide>(many) - static_cast<Wide>(few) * 1000;
  return off == 0 || (few >= 10 && off >= -500 && off < 500);
}

}  // namespace

Slip slip_between(const Decimal& printed, const Decimal& right) {
  if (printed.decimals != right.decimals || printed.zero() || right.zero()) return Slip::none;
  if (printed.mantissa == -right.mantissa) return Slip::sign;
  if (in_thousands(printed.size().mantissa, right.size().mantissa)) return Slip::thousand;
  const std::string a = std::to_string(printed.size().mantissa), b = std::to_string(right.size().mantissa);
  if (a == b + "0" || b == a + "0") return Slip::ten;
  if ((printed.mantissa < 0) != (right.mantissa < 0)) return Slip::none;
  if (a.size() == b.size()) return between_equal_lengths(a, b);
  if (a.size() == b.size() + 1 && b.size() >= 2) return of_surplus(a, b);
  if (b.size() == a.size() + 1 && a.size() >= 2 && of_surplus(b, a) != Slip::none) return Slip::missing;
  return Slip::none;
}

std::string_view words_of(Slip slip) {
  switch (slip) {
    case Slip::none:
      return {};
    case Slip::sign:
      return "its sign is lost";
    case Slip::thousand:
      return "its scale is wrong by a thousand";
    case Slip::ten:
      return "it is off by a factor of ten";
    case Slip::digit:
      return "one digit differs";
    case Slip::transposed:
      return "two digits are transposed";
    case Slip::missing:
      return "a digit is missing";
    case Slip::doubled:
      return "a digit is doubled";
    case Slip::surplus:
      return "it has a digit too many";
  }
  return {};
}

bool telling_slip(const Decimal& printed, const Decimal& right) {
  return (telling(printed) || telling(right)) && slip_between(printed, right) != Slip::none;
}

}  // namespace kcfin
