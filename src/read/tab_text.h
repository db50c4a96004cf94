// Tab-separated text: a line with tabs is a row of a table, any other line a paragraph.
#pragma once

#include <optional>
#include <string_view>

#include "read/builder.h"

namespace kcfin::read_room {

[[nodiscard]] std::optional<Error> read_tab_text(std::string_view part, const ReadLimits& limits,
                                                 Builder& builder);

}  // namespace kcfin::read_room
