// Numbers in groups of seven bits, the least first; hashes as they are; texts behind their length.
#include "cli/wire.h"

#include <array>
#include <cstring>

namespace kcfin::cli {

WireWriter& WireWriter::number(std::uint64_t value) {
  constexpr std::uint64_t kMore = 0x80;
  std::array<char, 10> bytes{};  // seven bits of the number in each
  std::size_t count = 0;
  for (; value >= kMore; value >>= 7U) bytes[count++] = static_cast<char>(value | kMore);
  bytes[count++] = static_cast<char>(value);
  bytes_.append(bytes.data(), count);
  return *this;
}

WireWriter& WireWriter::bits(std::uint64_t value) {
  std::array<char, sizeof value> bytes{};
  std::memcpy(bytes.data(), &value, bytes.size());
  bytes_.append(bytes.data(), bytes.size());
  return *this;
}

WireWriter& WireWriter::text(std::string_view value) {
  number(value.size());
  bytes_ += value;
  return *this;
}

std::uint64_t WireReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !left_.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(left_.front());
    left_.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
    if ((byte & 0x80U) == 0) return value;
  }
  sound_ = false;
  left_ = {};
  return 0;
}

std::uint64_t WireReader::bits() {
  std::uint64_t value = 0;
  if (left_.size() < sizeof value) {
    sound_ = false;
    left_ = {};
    return 0;
  }
  std::memcpy(&value, left_.data(), sizeof value);
  left_.remove_prefix(sizeof value);
  return value;
}

std::string_view WireReader::text() {
  const std::uint64_t size = number();
  if (size > left_.size()) {
    sound_ = false;
    left_ = {};
  }
  const std::string_view value = left_.substr(0, size);
  left_.remove_prefix(value.size());
  return value;
}

}  // namespace kcfin::cli
