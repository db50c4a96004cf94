// What the operating system refused, in the words of a message.
#pragma once

#include <string>

namespace kcfin::cli {

// "no such file or directory", "permission denied"
[[nodiscard]] std::string system_error(int number);

}  // namespace kcfin::cli
