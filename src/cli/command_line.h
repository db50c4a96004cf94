// What the arguments ask for.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/options.h"

namespace kcfin::cli {

// An option as it was given, in order.
struct Given {
  const Option* option;
  std::string value;
};

struct Request {
  enum class Kind : std::uint8_t {
    run,    // a command, with its operands and options
    print,  // a text for standard output: the help or the version
    wrong,  // a message for standard error
  };
  Kind kind = Kind::wrong;
  std::string text;
  std::string_view command;
  std::vector<std::string> operands;
  std::vector<Given> given;
};

// The arguments without the program's own name.
[[nodiscard]] Request parse(std::span<const char* const> arguments);

}  // namespace kcfin::cli
