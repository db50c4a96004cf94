// A word among some that are written out in place.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace kcfin::prose {

template <std::size_t N>
[[nodiscard]] bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace kcfin::prose
