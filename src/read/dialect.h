// Dialects: told apart by content, never by name.
#pragma once

#include <optional>
#include <string_view>

#include "read/builder.h"

namespace kcfin::read_room {

// Reads a part of the source in whatever dialect it is written.
[[nodiscard]] std::optional<Error> read_part(std::string_view part, const ReadLimits& limits,
                                             Builder& builder);
// The same for a part that is known not to be HTML; tables of markup may stand in it.
[[nodiscard]] std::optional<Error> read_plain_text(std::string_view part, const ReadLimits& limits,
                                                   Builder& builder);

}  // namespace kcfin::read_room
