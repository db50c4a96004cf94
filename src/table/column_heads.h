// What the passes over a heading hand on.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "table/column_words.h"
#include "table/heading.h"

namespace kcfin::table {

// What stands over each of a table's columns of figures, as far as the passes have come.
struct ColumnHeads {
  const Draft& draft;
  const Surroundings& around;
  std::vector<Over> overs;     // one to each of the draft's value columns
  std::vector<Over*> amounts;  // those over amounts, pointing into `overs`
  bool worked_out = false;     // words were not taken as they stand
  std::string why;             // how they were taken then

  [[nodiscard]] bool is_amount(std::size_t i) const {
    return std::find(amounts.begin(), amounts.end(), &overs[i]) != amounts.end();
  }
};

// The heading does not tell the column's period.
inline void forget(Column& column, std::string why) {
  column.period = {};
  column.heading = Heading::unknown;
  column.why = std::move(why);
}

}  // namespace kcfin::table
