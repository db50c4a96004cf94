// The library's hash of texts, for tables that are asked with parts of other texts.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace kcfin {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

}  // namespace kcfin
