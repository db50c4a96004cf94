// HTML: paragraphs, lists and headings become paragraphs, tables become grids.
#pragma once

#include <optional>
#include <string_view>

#include "read/builder.h"

namespace kcfin::read_room {

[[nodiscard]] std::optional<Error> read_html(std::string_view part, const ReadLimits& limits,
                                             Builder& builder);

}  // namespace kcfin::read_room
