// What came of one input of a run, as its worker sends it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/format.h"

namespace kcfin::cli {

struct Outcome {
  report::Totals totals;  // counts alone
  std::optional<report::Problem> problem;
  std::uint64_t bytes = 0;
  std::string settled;                             // what the settlement keeps of it
  std::vector<std::vector<report::Piece>> pieces;  // a report each
};

[[nodiscard]] std::string sent(const Outcome& outcome);
// Nothing where the bytes are no outcome with the pieces of so many reports.
[[nodiscard]] std::optional<Outcome> received(std::string_view sent, std::size_t reports);

}  // namespace kcfin::cli
