// Versions, as the compiler and the libraries' headers state them.
#include "cli/version.h"

#include <fmt/format.h>
#include <toml++/impl/version.h>
#include <zlib.h>

#include <CLI/Version.hpp>
#include <nlohmann/json.hpp>

namespace kcfin::cli {

std::string version() { return KCFIN_VERSION; }

std::string version_text() {
#if defined(__clang__)
  const std::string compiler =
      fmt::format("clang {}.{}.{}", __clang_major__, __clang_minor__, __clang_patchlevel__);
#else
  const std::string compiler = fmt::format("g++ {}.{}.{}", __GNUC__, __GNUC_MINOR__, __GNUC_PATCHLEVEL__);
#endif
  std::string out = fmt::format("kcfin {}\n", version());
  out += fmt::format("built with {}, C++{}\n", compiler, __cplusplus / 100 % 100);
  out += fmt::format(
      "libraries: CLI11 {}, fmt {}.{}.{}, gumbo {}, nettle {}, nlohmann_json {}.{}.{}, RE2 {}, toml++ "
      "{}.{}.{}, zlib {}\n",
      CLI11_VERSION, FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100, KCFIN_GUMBO_VERSION,
      KCFIN_NETTLE_VERSION, NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR,
      NLOHMANN_JSON_VERSION_PATCH, KCFIN_RE2_VERSION, TOML_LIB_MAJOR, TOML_LIB_MINOR, TOML_LIB_PATCH,
      ZLIB_VERSION);
  return out;
}

}  // namespace kcfin::cli
