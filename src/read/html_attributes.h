// The attributes of a start tag, one after the other.
#pragma once

#include <algorithm>
#include <string_view>

namespace kcfin::read_room {

struct Attribute {
  std::string_view name;
  std::string_view value;  // without quotes
  std::string_view all;
  bool broken = false;  // its quote is never closed
};

class Attributes {
 public:
  explicit Attributes(std::string_view tag);

  bool next(Attribute& attribute);
  // Of all that was passed so far.
  [[nodiscard]] std::size_t bytes() const { return at_; }

 private:
  void value(Attribute& attribute);

  std::string_view tag_;
  std::size_t at_ = 0;
};

// How long the tag is that starts here; a ">" in quotes does not end it.
[[nodiscard]] std::size_t tag_bytes(std::string_view markup);
// The value of an attribute of a start tag, without its quotes; empty if it has none.
[[nodiscard]] std::string_view attribute(std::string_view tag, std::string_view name);

// Whether a text is this one in lower case.
[[nodiscard]] inline bool equal_lower(std::string_view text, std::string_view other) {
  const auto same = [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a | 0x20) : a) == b;
  };
  return text.size() == other.size() && std::equal(text.begin(), text.end(), other.begin(), same);
}
[[nodiscard]] bool contains_lower(std::string_view text, std::string_view lower);

}  // namespace kcfin::read_room
