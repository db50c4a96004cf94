// Files that gzip has packed, as archives keep them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "kcfin/result.h"

namespace kcfin::cli {

[[nodiscard]] bool packed(std::string_view bytes);
// What was packed; an error where it is damaged, or more than `max_bytes`.
[[nodiscard]] Result<std::string> unpacked(std::string_view bytes, std::uint64_t max_bytes);

}  // namespace kcfin::cli
