// What a table is: income statement, balance sheet, cash flow, reconciliation, highlights, note.
#pragma once

#include "kcfin/filing.h"

namespace kcfin::statement {

[[nodiscard]] TableKind kind_of(const Table& table, const Filing& filing);

// Statements printed over several pages, one after the other in `filing.tables`, are made one.
void join_pages(Filing& filing);

}  // namespace kcfin::statement
