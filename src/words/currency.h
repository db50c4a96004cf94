// The currencies that filings are kept in, and every way in which they print them: one table for all rooms.
//
// A sign or a code stands before its figure or heads a column ("US$", "CHF"); a name stands in headings and
// behind amounts ("Swiss francs"); some short forms tell a currency in a heading only ("Rp", "Uss").
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "kcfin/filing.h"

namespace kcfin::words {

enum class Form : std::uint8_t { sign = 1, code = 2, name = 4, heading = 8 };

// Which forms are looked for.
using Forms = std::uint8_t;
[[nodiscard]] constexpr Forms operator|(Form a, Form b) {
  return static_cast<Forms>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
[[nodiscard]] constexpr Forms operator|(Forms some, Form one) {
  return static_cast<Forms>(static_cast<unsigned>(some) | static_cast<unsigned>(one));
}
inline constexpr Forms kMarks = Form::sign | Form::code;
inline constexpr Forms kEveryForm = 15;

struct CurrencyForm {
  std::string_view text;  // "US$", "CHF", "Swiss francs"
  std::string_view code;  // of ISO 4217, but RMB: "USD"
  Form form = Form::sign;
  // "$", "¥": the sign of several currencies, of which the document must tell the one that it means.
  [[nodiscard]] constexpr bool shared() const { return text == "$" || text == "\u00a5" || text == "\uffe5"; }
};

// The longest form that the text begins with; null where there is none. What stands behind it is the
// caller's to look at: "RMBS" begins with RMB.
[[nodiscard]] const CurrencyForm* currency_at(std::string_view text, Forms forms);
// The same of a text in lower case.
[[nodiscard]] const CurrencyForm* currency_at_lowered(std::string_view text, Forms forms);
// The longest form that the text ends with.
[[nodiscard]] const CurrencyForm* currency_before(std::string_view text, Forms forms);
// The sign or code that is the whole text.
[[nodiscard]] const CurrencyForm* currency_alone(std::string_view text);
// Whether any of these forms stands in the text, whatever is around it.
[[nodiscard]] bool names_currency(std::string_view text, Forms forms);

// Every form: by the byte it begins with, longest first.
[[nodiscard]] std::span<const CurrencyForm> currency_forms();

// A currency whose own sign is "$", too.
[[nodiscard]] bool is_dollar(Currency code);
// Whether one sign stands for both: "$" for dollars, "¥" for yen and yuan.
[[nodiscard]] bool share_a_sign(Currency a, Currency b);
// What a shared sign means, which the table above gives a currency: the document's own where it has that
// sign.
[[nodiscard]] Currency meant_by_sign(Currency given, Currency own);

}  // namespace kcfin::words
