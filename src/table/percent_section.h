// Rows under "Percent of net sales:" of which only the first prints the sign.
#pragma once

#include <span>
#include <string_view>

#include "table/grid.h"

namespace kcfin::table {

class PercentSection {
 public:
  // A header stands over the rows that follow; `label` in lower case.
  void begin(std::string_view label);
  // Whether the next row, of which nothing else tells the unit, is in per cent as those above it.
  [[nodiscard]] bool takes(std::span<const BodyCell* const> cells);

 private:
  enum class State : std::uint8_t { none, announced, shown };
  State state_ = State::none;
  int decimals_ = 0;
};

}  // namespace kcfin::table
