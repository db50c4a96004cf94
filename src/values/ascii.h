// Kinds of bytes, whatever the locale: a byte of a longer character is of none.
#pragma once

namespace kcfin::ascii {

// HTML's white space and the vertical tab.
constexpr bool white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool letter(char c) { return capital(c) || (c >= 'a' && c <= 'z'); }
constexpr bool alphanumeric(char c) { return letter(c) || digit(c); }
constexpr char lower(char c) { return capital(c) ? static_cast<char>(c | 0x20) : c; }

}  // namespace kcfin::ascii
