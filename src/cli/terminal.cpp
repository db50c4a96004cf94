// Width and colours.
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace kcfin::cli {
namespace {

constexpr std::size_t kLeast = 40, kMost = 200;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): read before any thread starts
  return value == nullptr ? std::string_view() : std::string_view(value);
}

}  // namespace

std::size_t terminal_width(const Output& output, std::size_t elsewhere) {
  std::size_t width = 0;
  const std::string_view columns = environment("COLUMNS");
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  winsize size = {};
  if (width == 0 && output.terminal() && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  return width == 0 ? elsewhere : std::clamp(width, kLeast, kMost);
}

bool wants_color(Color wish, const Output& output) {
  if (wish != Color::automatic) return wish == Color::always;
  return output.terminal() && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

}  // namespace kcfin::cli
