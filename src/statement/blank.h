// What stands between the words of a filing's text: a blank, a tab, the end of a line.
#pragma once

namespace kcfin::statement {

constexpr bool blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v'); }

}  // namespace kcfin::statement
