// Completion scripts for shells, from the option table.
#pragma once

#include <string>

namespace kcfin::cli {

[[nodiscard]] std::string bash_completion();
[[nodiscard]] std::string zsh_completion();
[[nodiscard]] std::string fish_completion();

}  // namespace kcfin::cli
