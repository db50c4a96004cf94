// Which US$ figures agree with what they translate: by their quotient, by footing, as a repetition, as a
// plug.
#pragma once

#include "solve/network.h"

namespace kcfin::solving {

enum class Agreement : std::uint8_t {
  not_judged,
  quotient,  // meets its own quotient
  footing,   // the exact footing of US$ figures that agree
  repeated,  // repeats a US$ figure that agrees, for the same amount
  plug,      // a leaf a little off, while every footing that it stands in holds to the digit
  disagrees,
};

// One an equation; not_judged for those that are neither translations nor ties of a sentence.
[[nodiscard]] std::vector<Agreement> agree(const Network& network, const Values& values,
                                           std::span<const Verdict> verdicts);

}  // namespace kcfin::solving
