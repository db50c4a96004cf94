// Earlier filings, extracted one after the other.
#include "cli/earlier_filings.h"

#include <fmt/format.h>

#include "cli/input.h"
#include "cli/run.h"

namespace kcfin::cli {

EarlierFilings read_earlier_filings(const Options& options) {
  EarlierFilings earlier;
  const ReadLimits limits{.max_bytes = options.max_bytes};
  const auto refuse = [&earlier](const Input& input, const std::string& why) {
    complain(fmt::format("{}: {}", input.name, why));
    earlier.unreadable = true;
  };
  for (const Input& input : inputs_of(options.against)) {
    if (!input.problem.empty()) {
      refuse(input, input.problem);
      continue;
    }
    Result<std::string> bytes = bytes_of(input.name, options.max_bytes);
    if (!bytes) {
      refuse(input, bytes.error().message);
      continue;
    }
    Result<Checked> extracted = extract(std::move(*bytes), limits);
    if (extracted) {
      earlier.filings.push_back(std::move(*extracted));
    } else {
      refuse(input, extracted.error().message);
    }
  }
  return earlier;
}

}  // namespace kcfin::cli
