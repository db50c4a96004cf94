// The earlier filings of `check --against`: read for their figures alone, nothing is reported about them.
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"
#include "kcfin/finding.h"

namespace kcfin::cli {

struct EarlierFilings {
  std::vector<Checked> filings;
  bool unreadable = false;  // one could not be read, and was named on standard error
};

[[nodiscard]] EarlierFilings read_earlier_filings(const Options& options);

}  // namespace kcfin::cli
