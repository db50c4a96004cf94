// What an element's style says that matters to a reader of tables.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "values/text_hash.h"

namespace kcfin::read_room {

struct Style {
  bool hides = false;   // the element prints nothing
  bool raises = false;  // its text is raised, as a footnote's mark is
  bool tells =
      false;       // it moves text to the right or hides it, which is all that is looked at behind the guard
  int indent = 0;  // how far it moves the first line to the right, in characters
};

[[nodiscard]] Style style_of(std::string_view text);

// The styles of a file: its writer repeats some hundreds of them many thousand times.
class Styles {
 public:
  // Holds until the next call.
  const Style& of(std::string_view text);

 private:
  static constexpr std::size_t kMost = 4096;     // different ones are kept
  static constexpr std::size_t kLongest = 1024;  // bytes of one
  using Known = std::unordered_map<std::string, Style, TextHash, std::equal_to<>>;
  Known known_;
  // The latest of each hash, modulo their number: cells and runs take turns with some styles.
  std::array<const Known::value_type*, 256> recent_{};
  Style latest_;
};

}  // namespace kcfin::read_room
