// A file of its own, so that tests can put a program together in which a filing asks for a fault.
#include "cli/judge.h"

#include <utility>

namespace kcfin::cli {

Result<Checked> judged(std::string bytes, const ReadLimits& limits, const SolveOptions& options) {
  return check(std::move(bytes), limits, options);
}

}  // namespace kcfin::cli
