// Elements of amounts per share and of counts of shares, whose labels often say little: "Diluted".
#pragma once

#include <cstddef>
#include <string_view>

#include "kcfin/filing.h"

namespace kcfin::statement {

// Of a row of an income statement, by its unit, its label, and the rows and headers beside it; empty where
// they do not tell it or the row's concept does.
[[nodiscard]] std::string_view element_by_measure(const Filing& filing, const Table& table, std::size_t r);

}  // namespace kcfin::statement
