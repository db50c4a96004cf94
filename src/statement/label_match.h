// Words of labels held to words of a list.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace kcfin::label {

// Equality that mostly ends at the first letter: labels are matched by the thousand.
inline bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a.empty() || a.front() == b.front()) && a == b;
}

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& set) {
  return std::any_of(set.begin(), set.end(), [word](std::string_view w) { return same(w, word); });
}

}  // namespace kcfin::label
