// The filings that are timed: those of testdata/ and, where they are at hand, the real ones.
#pragma once

#include <string>
#include <vector>

namespace kcfin::timing {

struct TimedFiling {
  std::string name;  // "testdata/interim.txt"
  std::string bytes;
};

// In order of name; small ones, which would measure the call, are left out.
[[nodiscard]] std::vector<TimedFiling> timed_filings();

}  // namespace kcfin::timing
