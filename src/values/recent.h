// What was last made of texts that come again and again: labels, headings, in a filing and from one to the
// next.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "values/text_hash.h"

namespace kcfin {

// Values by the text that they are made of, in two generations: when the young one is full, the old one goes.
// A reference holds until tens of thousands of other texts were asked for; of a text longer than `Longest`,
// until a few were. One a thread: not thread-safe.
template <class Value, std::size_t Longest = 256>
class Recent {
 public:
  // `make(text, value)` fills a fresh value.
  template <class Make>
  const Value& of(std::string_view text, const Make& make) {
    if (text.size() > Longest) {
      Value& value = long_[next_long_++ % long_.size()];
      value = Value{};
      make(text, value);
      return value;
    }
    if (const auto known = young_.find(text); known != young_.end()) return known->second;
    if (young_.size() >= kMost) {
      old_ = std::move(young_);
      young_ = {};
    }
    Value& value = young_.try_emplace(std::string(text)).first->second;
    make(text, value);
    return value;
  }

 private:
  static constexpr std::size_t kMost = 32768;
  std::unordered_map<std::string, Value, TextHash, std::equal_to<>> young_, old_;
  std::array<Value, 8> long_;
  std::size_t next_long_ = 0;
};

}  // namespace kcfin
