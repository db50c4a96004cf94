// What the terminal can show.
#pragma once

#include <cstddef>

#include "cli/options.h"
#include "cli/output.h"

namespace kcfin::cli {

// Columns of the terminal, or as many as are wanted where there is none. COLUMNS in the environment wins.
[[nodiscard]] std::size_t terminal_width(const Output& output, std::size_t elsewhere = 80);

// NO_COLOR, a dumb terminal and anything that is no terminal turn colours off, unless the user insists.
[[nodiscard]] bool wants_color(Color wish, const Output& output);

}  // namespace kcfin::cli
