// Any bytes as markup: what the plain tree builder makes of them is what the parser of browsers makes of
// them.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/property.h"
#include "read/encoding.h"
#include "read/markup_trees.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string markup(reinterpret_cast<const char*>(data), size);
  if (kcfin::read_room::malformed_utf8(markup) || markup.find('\0') != std::string::npos)
    return 0;  // never get so far
  kcfin::ReadLimits limits;
  limits.max_depth = 32;
  for (const kcfin::testing::Trees& trees : kcfin::testing::trees_of(markup, limits)) {
    kcfin::fuzz::require(!trees.plain || *trees.plain == trees.gumbo, "both builders make one tree");
  }
  return 0;
}
