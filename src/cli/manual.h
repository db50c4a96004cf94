// Everything that is made from the option table besides the help: completions for shells, the manual
// page, the documentation's page of commands.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kcfin::cli {

// "bash", "zsh", "fish": a completion script; "man": the manual page; "commands": the page of the
// documentation. Nothing for any other name.
[[nodiscard]] std::optional<std::string> manual(std::string_view what);

}  // namespace kcfin::cli
