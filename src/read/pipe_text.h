// Pipe tables, as Markdown writes them; all other lines are text.
#pragma once

#include <optional>
#include <string_view>

#include "read/builder.h"

namespace kcfin::read_room {

// True for a line that is a row of a pipe table or the rule under its headings.
[[nodiscard]] bool pipe_row(std::string_view line);

[[nodiscard]] std::optional<Error> read_pipe_text(std::string_view part, const ReadLimits& limits,
                                                  Builder& builder);

}  // namespace kcfin::read_room
