// The help: of the program and of each command, from the option table.
#pragma once

#include <string>

#include "cli/options.h"

namespace kcfin::cli {

[[nodiscard]] std::string exit_codes(const Command& command);
[[nodiscard]] std::string program_help();
// What an option does, with its choices and its default.
[[nodiscard]] std::string option_text(const Option& option);
[[nodiscard]] std::string command_help(const Command& command);

}  // namespace kcfin::cli
