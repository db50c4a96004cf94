// Unit lines: "(All amounts in thousands, except for share and per share data)".
#pragma once

#include <string>
#include <string_view>

#include "kcfin/filing.h"

namespace kcfin::table {

// "(All amounts in thousands, except for share and per share data)".
struct ScaleStatement {
  int scale_power = -1;          // -1: the text states none
  int shares_power = -1;         // of share counts, where a clause of its own states one
  bool shares_excepted = false;  // share counts are printed in units, or in the scale of that clause
  bool currency_only = false;    // "(Expressed in Canadian dollars)": no scale is named, so single units
  Currency code{};               // "in thousands of Renminbi", where just one currency is named
  std::string said{};            // where the text stands, for reasons: "“(in thousands)”, line 12"
};
[[nodiscard]] ScaleStatement scale_statement(std::string_view text);

}  // namespace kcfin::table
