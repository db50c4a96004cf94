// "Reported – GAAP" over its adjustments and "Adjusted – Non-GAAP", in amounts per share or in percentages:
// what the labels of both ends say, whatever the size of the figures between.
#pragma once

#include <vector>

#include "kcfin/filing.h"
#include "rules/footing/structure.h"

namespace kcfin::rulebook {

// Each adjusted row of the figures that `adds` takes, as the sum that the table's structure shows, else of
// the rows since the reported one, or since the adjusted row before it.
[[nodiscard]] std::vector<Footing> adjusted_footings(const Filing& filing, const Table& table,
                                                     bool (*adds)(const Figure&),
                                                     std::vector<Footing> structure);

}  // namespace kcfin::rulebook
