// The periods of columns that stand beside the amounts: of changes, of shares.
#pragma once

#include <vector>

#include "table/column_heads.h"

namespace kcfin::table {

// Fills in their periods; where that of the amounts they belong to is not known, neither is theirs.
// `columns`: one to each of the heads, those of amounts settled.
void date_special_columns(const ColumnHeads& heads, std::vector<Column>& columns);

}  // namespace kcfin::table
