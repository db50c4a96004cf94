// The help: of the program and of each command, from the option table.
#pragma once

#include <string>

#include "cli/options.h"

namespace kcfin::cli {

[[nodiscard]] std::string program_help();
[[nodiscard]] std::string command_help(const Command& command);

}  // namespace kcfin::cli
