// kcfin.toml: options as keys, and the severities of rules.
#pragma once

#include <string>

#include "cli/options.h"

namespace kcfin::cli {

// kcfin.toml in the working directory or the nearest above it; empty where there is none.
[[nodiscard]] std::string nearest_config();

// Sets what the file says. Gives what is wrong, with the file and line, or nothing. Paths in the file
// are relative to its folder.
[[nodiscard]] std::string apply_config(const std::string& path, Options& options);

}  // namespace kcfin::cli
