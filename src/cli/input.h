// Which files a run is over, and their bytes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/options.h"
#include "kcfin/result.h"

namespace kcfin::cli {

// A filing to read, or the reason why an operand gives none.
struct Input {
  std::string name;     // as the user gave it, or with the folder that it was found in before it
  std::string problem;  // empty where it may be read
  bool standard_input = false;
};

// Operands in order; of a folder every filing in it and below, by name. Hidden entries are passed over,
// a folder that is reached a second time (a loop of links) is not entered again.
[[nodiscard]] std::vector<Input> inputs_of(const std::vector<std::string>& operands);

// The inputs of a run: operands and listed files, each once, without those that are excluded, of the shard
// alone. An error where a list cannot be read.
[[nodiscard]] Result<std::vector<Input>> inputs_of(const Options& options);

// The name, its last part or a part of the path that ends it is of this pattern.
[[nodiscard]] bool matches(const std::string& glob, const std::string& name);

[[nodiscard]] Result<std::string> bytes_of(const Input& input, std::uint64_t max_bytes);

// The whole file, unpacked where it is packed by gzip, or standard input for "-". Never more than
// `max_bytes`: a larger file, a device and a pipe that nothing writes to are errors.
[[nodiscard]] Result<std::string> bytes_of(const std::string& name, std::uint64_t max_bytes);

}  // namespace kcfin::cli
