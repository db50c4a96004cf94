// Aligned text, as "pdftotext -layout" and old EDGAR filings print it: tables by position, text in lines.
#pragma once

#include <optional>
#include <string_view>

#include "read/builder.h"

namespace kcfin::read_room {

[[nodiscard]] std::optional<Error> read_aligned_text(std::string_view part, const ReadLimits& limits,
                                                     Builder& builder);

}  // namespace kcfin::read_room
