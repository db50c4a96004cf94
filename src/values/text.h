// What every room asks of a text.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kcfin {

// ASCII letters in lower case; everything else as it is.
[[nodiscard]] inline std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

[[nodiscard]] inline bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

template <std::size_t N>
[[nodiscard]] bool has_any(std::string_view text, const std::array<std::string_view, N>& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return has(text, part); });
}

// The pairs of neighbouring characters in a text, in 64 classes.
[[nodiscard]] constexpr std::uint64_t pairs_of(std::string_view text) {
  std::uint64_t out = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const unsigned first = static_cast<unsigned char>(text[i - 1]),
                   second = static_cast<unsigned char>(text[i]);
    out |= std::uint64_t{1} << ((first * 5 + second) % 64);
  }
  return out;
}

// A part that many texts are asked for.
struct Part {
  std::string_view text;
  std::uint64_t pairs;
  // NOLINTNEXTLINE(google-explicit-constructor)
  consteval Part(const char* part) : text(part), pairs(pairs_of(text)) {}
};

// A text that is asked for many parts: the pairs of characters that it has not rule most of them out.
class AskedText {
 public:
  explicit AskedText(std::string_view text) : text_(text), pairs_(pairs_of(text)) {}
  [[nodiscard]] bool has(const Part& part) const {
    return (part.pairs & ~pairs_) == 0 && text_.find(part.text) != std::string_view::npos;
  }
  template <std::size_t N>
  [[nodiscard]] bool has_any(const Part (&parts)[N]) const {
    for (const Part& part : parts) {
      if (has(part)) return true;
    }
    return false;
  }
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  std::string_view text_;
  std::uint64_t pairs_;
};

}  // namespace kcfin
