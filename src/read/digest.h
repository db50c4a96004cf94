// The fingerprint of a file's bytes.
#pragma once

#include <string>
#include <string_view>

namespace kcfin::read_room {

// SHA-256, as 64 lower-case hex digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace kcfin::read_room
