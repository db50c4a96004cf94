// Who may come in: refuses what is no text, and says what it is.
#pragma once

#include <optional>
#include <string_view>

#include "kcfin/document.h"

namespace kcfin::read_room {

// Why these bytes cannot be read as a filing; nothing if they may be tried as text.
[[nodiscard]] std::optional<Error> refusal(std::string_view bytes, const ReadLimits& limits);

}  // namespace kcfin::read_room
