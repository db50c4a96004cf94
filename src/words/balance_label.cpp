// By the words that a label begins with.
#include "words/balance_label.h"

#include <algorithm>
#include <array>
#include <string>

#include "values/text.h"

namespace kcfin::words {

bool names_balance(std::string_view label) {
  static constexpr std::array<std::string_view, 9> kOpenings = {
      "balance",    "beginning balance", "ending balance", "opening balance", "closing balance",
      "equity at ", "equity as at ",     "equity as of ",  "total equity at "};
  constexpr std::size_t kLongest = 20;
  const std::string lowered = lower(label.substr(0, kLongest));
  return !lowered.starts_with("balance sheet") && !lowered.starts_with("equity at fair") &&
         !lowered.starts_with("equity at cost") &&
         std::any_of(kOpenings.begin(), kOpenings.end(),
                     [&](std::string_view opening) { return lowered.starts_with(opening); });
}

}  // namespace kcfin::words
