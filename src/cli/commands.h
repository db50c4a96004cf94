// The commands: each takes its request and gives the exit code.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/command_line.h"

namespace kcfin::cli {

[[nodiscard]] int run_check(const Request& request);
[[nodiscard]] int run_extract(const Request& request);
[[nodiscard]] int run_facts(const Request& request);
[[nodiscard]] int run_rules(const Request& request);
[[nodiscard]] int run_explain(const Request& request);
// Takes the arguments after its own name.
[[nodiscard]] int run_generate(std::span<const char* const> arguments);

// A text to standard output; gives the exit code.
[[nodiscard]] int print_text(const std::string& text);
// "unknown rule footing/totl; did you mean footing/total?"
[[nodiscard]] std::string unknown_rule(std::string_view id);

}  // namespace kcfin::cli
