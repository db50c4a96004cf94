// What dilutes a number of shares, by its words.
#pragma once

#include <string_view>

namespace kcfin::words {

// Whether a label names options, awards, notes and the like, of which more shares may come.
[[nodiscard]] bool names_dilution(std::string_view label);

}  // namespace kcfin::words
