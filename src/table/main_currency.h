// The currency of a filing's tables.
#pragma once

#include <span>

#include "kcfin/filing.h"
#include "table/unit_line.h"

namespace kcfin::table {

// The currency that headings, amounts and unit lines name most, or that all amounts of the sentences are in;
// empty where none is named. `scales`: what each paragraph says of it.
[[nodiscard]] Currency main_currency(const Document& document, std::span<const ScaleStatement> scales);

}  // namespace kcfin::table
