// SHA-256 by nettle: small, quick to load, and uses the processor's own instructions.
#include "read/digest.h"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace kcfin::read_room {

std::string sha256(std::string_view bytes) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  std::string text;
  text.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    text.push_back(kHex[byte >> 4]);
    text.push_back(kHex[byte & 15]);
  }
  return text;
}

}  // namespace kcfin::read_room
