// Which files a run is over, and their bytes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kcfin/result.h"

namespace kcfin::cli {

// A filing to read, or the reason why an operand gives none.
struct Input {
  std::string name;     // as the user gave it, or with the folder that it was found in before it
  std::string problem;  // empty where it may be read
};

// Operands in order; of a folder every filing in it and below, by name. Hidden entries are passed over,
// a folder that is reached a second time (a loop of links) is not entered again.
[[nodiscard]] std::vector<Input> inputs_of(const std::vector<std::string>& operands);

// The whole file, or standard input for "-". Never more than `max_bytes`: a larger file, a device and a
// pipe that nothing writes to are errors.
[[nodiscard]] Result<std::string> bytes_of(const std::string& name, std::uint64_t max_bytes);

}  // namespace kcfin::cli
