// fmt, compiled into a statically linked program: distributions ship its static library seldom, its source
// always.
#define FMT_HEADER_ONLY 1
#include <fmt/format.h>

#include <cstdint>
#include <string>

namespace {

// What the library and the program call of it; naming a function here has it compiled.
[[gnu::used]] constexpr auto kFormat =
    static_cast<std::string (*)(fmt::string_view, fmt::format_args)>(fmt::vformat);
[[gnu::used]] constexpr auto kFail = fmt::detail::throw_format_error;
[[gnu::used]] constexpr auto kPrintable = static_cast<bool (*)(std::uint32_t)>(fmt::detail::is_printable);

}  // namespace
