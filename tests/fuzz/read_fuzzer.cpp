// Any bytes as a file, behind the opening that leads to one front end of the read room.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/property.h"
#include "kcfin/document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes = KCFIN_FUZZ_OPENING;
  bytes.append(reinterpret_cast<const char*>(data), size);
  // Small limits, so that passing them is tried as well.
  kcfin::ReadLimits limits;
  limits.max_line_bytes = 1U << 16;
  limits.max_columns = 64;
  limits.max_rows = 512;
  limits.max_depth = 32;
  const auto document = kcfin::read(bytes, limits);
  if (!document) {
    kcfin::fuzz::require(!document.error().message.empty(), "an error says what is wrong");
    kcfin::fuzz::require(document.error().message.find('\n') == std::string::npos, "an error is one line");
    return 0;
  }
  kcfin::fuzz::require_sound(*document);
  kcfin::fuzz::require_same(*document, *kcfin::read(bytes, limits));
  return 0;
}
