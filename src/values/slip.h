// How a printed figure may have come from the right one, by their digits alone.
#pragma once

#include <cstdint>
#include <string_view>

#include "kcfin/decimal.h"

namespace kcfin {

enum class Slip : std::uint8_t {
  none,  // the digits do not show one
  sign,
  thousand,  // three noughts more or less
  ten,       // one nought more or less
  digit,     // one is another
  transposed,
  missing,
  doubled,
  surplus,
};

// None where the figures have other numbers of decimals, or one of them is nil.
[[nodiscard]] Slip slip_between(const Decimal& printed, const Decimal& right);
// For a person: "two digits are transposed"; empty for none.
[[nodiscard]] std::string_view words_of(Slip slip);

// Whether a figure is told from others by its digits: many of one or two digits differ in one.
[[nodiscard]] inline bool telling(const Decimal& value) { return value.size().mantissa >= 100; }
// Whether a slip shows between figures of which one at least is telling.
[[nodiscard]] bool telling_slip(const Decimal& printed, const Decimal& right);

}  // namespace kcfin
