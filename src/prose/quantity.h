// Amounts, percentages and counts as a sentence prints them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "kcfin/filing.h"

namespace kcfin::prose {

enum class QuantityKind : std::uint8_t {
  money,    // RMB3,699.8 million
  percent,  // 9.3%
  points,   // 14.2 percentage points, 120 basis points
  count,    // 9,752; 305.7 million
  nil,      // the word
};

enum class Per : std::uint8_t { none, share, ads };

enum class Dilution : std::uint8_t { none, basic, diluted, both };

// One figure of a sentence. Offsets are bytes of the text that was scanned.
struct Quantity {
  QuantityKind kind = QuantityKind::money;
  Decimal value;                       // printed digits; a sign that is printed as a mark is applied
  Currency code{};                     // of money
  std::uint8_t scale_power = 0;        // as the scale word says
  bool scale_stated = false;           // a scale word stands after it
  bool grouped = false;                // its digits are grouped by commas
  bool marked_negative = false;        // "-", or parentheses between currency and digits
  Per per = Per::none;                 // "per ADS" stands right after it, "earnings per ADS" too
  Dilution dilution = Dilution::none;  // "per diluted share", "basic" behind it
  std::uint8_t integer_digits = 0;
  std::uint32_t begin = 0;  // of the currency mark or sign
  std::uint32_t end = 0;    // past the scale word
};

[[nodiscard]] bool is_percent(const Quantity& quantity);  // points too
// Both are money of one currency, or both percentages; nothing at all goes with any money.
[[nodiscard]] bool same_kind(const Quantity& a, const Quantity& b);
// Money of two currencies: one may translate the other.
[[nodiscard]] bool translates(const Quantity& a, const Quantity& b);

// Appends the quantities of `text` in order. Years, dates, ordinals, section numbers and digits inside words
// are none; an exchange rate ("RMB7.2513 per US$1.00") is none either, nor is a par value.
void scan_quantities(std::string_view text, std::vector<Quantity>& out);

}  // namespace kcfin::prose
