// Values on their way from one process of a run to another: read in the order in which they were written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kcfin::cli {

class WireWriter {
 public:
  WireWriter& number(std::uint64_t value);
  // A hash, or what else has all of its bits: as it is.
  WireWriter& bits(std::uint64_t value);
  WireWriter& text(std::string_view value);
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// What another process wrote may be cut short, as that process was: then everything further is 0 or empty,
// and the whole is not sound.
class WireReader {
 public:
  explicit WireReader(std::string_view bytes) : left_(bytes) {}
  std::uint64_t number();
  std::uint64_t bits();
  // Lives as long as the bytes.
  std::string_view text();
  // Asked after the last value: all were there, and nothing else is.
  [[nodiscard]] bool sound() const { return sound_ && left_.empty(); }
  [[nodiscard]] bool more() const { return sound_ && !left_.empty(); }

 private:
  std::string_view left_;
  bool sound_ = true;
};

}  // namespace kcfin::cli
