// One thing named in two orders: "net revenues from games", "games net revenues".
#pragma once

#include <string>
#include <string_view>

namespace kcfin::words {

// The words of a name in an order of their own, without those that only join them; equal for two names that
// have the same words. `name` in the letters in which it is to be compared.
[[nodiscard]] std::string words_in_order(std::string_view name);

}  // namespace kcfin::words
