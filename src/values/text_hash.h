// A hash of texts for tables that are asked many times a row: the library's takes as long as all the rest of
// asking.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace kcfin {

// Takes eight bytes at a time. Texts of a filing may be made to collide, as with the library's, which has no
// secret either.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    constexpr std::size_t kWord = 8, kHalf = 4;
    const char* at = text.data();
    std::size_t left = text.size();
    std::uint64_t hash = left * kFactor;
    for (; left > kWord; at += kWord, left -= kWord) hash = mixed(hash ^ bytes<std::uint64_t>(at));
    if (text.size() >= kWord) {
      hash = mixed(hash ^ bytes<std::uint64_t>(at + left - kWord));  // some of them again
    } else if (left >= kHalf) {
      const std::uint64_t first = bytes<std::uint32_t>(at);
      hash = mixed(hash ^ (first << 32U | bytes<std::uint32_t>(at + left - kHalf)));
    } else if (left > 0) {
      const auto byte = [at](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
      hash = mixed(hash ^ (byte(0) << 16U | byte(left / 2) << 8U | byte(left - 1)));
    }
    return hash;
  }

 private:
  static constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;
  static std::uint64_t mixed(std::uint64_t hash) {
    hash *= kFactor;
    return hash ^ hash >> 32U;
  }
  template <class Word>
  static Word bytes(const char* at) {
    Word word;
    std::memcpy(&word, at, sizeof word);
    return word;
  }
};

}  // namespace kcfin
