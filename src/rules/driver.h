// What a measure that is named as a cause does to the one that it explains.
#pragma once

#include <cstdint>
#include <string_view>

#include "kcfin/filing.h"

namespace kcfin::rulebook {

// By the noun that heads its phrase: "revenues from licences", "staff costs", "headcount of engineers".
enum class Driver : std::uint8_t {
  unknown,
  revenue,  // or a price that makes it
  volume,   // units sold, users, orders: more of them is more revenue, and more cost of it
  cost,
  charge,  // what costs are made of: headcount, rents, commissions; elsewhere it may be income
  profit,
  margin,
  loss,
};
[[nodiscard]] Driver driver_of(std::string_view named);

// Which way a cause that went `direction` moves what it explains; none where either may be.
[[nodiscard]] Direction effect_of(Driver cause, Driver explained, Direction direction);

}  // namespace kcfin::rulebook
