// What a heading says of one column of several that have one period: the name that tells it from the others.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "kcfin/filing.h"

namespace kcfin::rulebook {

// One name a column, in lower case: its heading without the lines that all of them share.
[[nodiscard]] std::vector<std::string> own_names(const Table& table, std::span<const std::size_t> columns);

// Which of the names stands for all that the others part: "total", "consolidated", "as reported". The number
// of names where none does, or several do.
[[nodiscard]] std::size_t whole_of(std::span<const std::string> names);

}  // namespace kcfin::rulebook
