// Any bytes through the whole of a check, behind an opening: none, or a filing whose tables the sentences
// that follow can speak of.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/property.h"
#include "kcfin/finding.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes = KCFIN_FUZZ_OPENING;
  bytes.append(reinterpret_cast<const char*>(data), size);
  kcfin::SolveOptions options;
  options.list_checks = true;
  const auto checked = kcfin::check(bytes, {}, options);
  if (!checked) return 0;
  kcfin::fuzz::require_sound(*checked);
  kcfin::fuzz::require_same(*checked, *kcfin::check(bytes, {}, options));
  return 0;
}
