// Tables with their lines in columns and their years in rows.
#pragma once

#include <vector>

#include "kcfin/filing.h"

namespace kcfin::table {

// Where every column is headed by one span or day without a year ("Three months ended December 31, Revenue")
// and rows begin with years ("2023 as reported", "2024 as reported"), the figures of such a row are of that
// span of its year.
// The heading is then read, though its columns have no period of their own.
void date_rows_of_years(Table& table, std::vector<Figure>& figures);

}  // namespace kcfin::table
