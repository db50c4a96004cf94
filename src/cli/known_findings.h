// The findings of a run that do not count, because the user said so: rules that are off or milder, and
// what the baseline lists; and the baseline that is written or pruned at the end.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "cli/baseline.h"
#include "cli/options.h"
#include "cli/output.h"

namespace kcfin::cli {

class KnownFindings {
 public:
  explicit KnownFindings(const Options& options) : options_(options) {}

  // False where the file is no baseline, or the new one cannot be written; what is wrong is printed.
  [[nodiscard]] bool open();
  // In a worker. Gives what `record` takes.
  [[nodiscard]] std::string settle(report::FileResult& file) const;
  void record(std::string_view settled);
  // How many entries match no longer; each is named on standard error.
  [[nodiscard]] std::uint64_t report_stale() const;
  // Writes what was asked for; false where that fails.
  [[nodiscard]] bool write();

 private:
  [[nodiscard]] std::string target() const;
  [[nodiscard]] bool notes() const;
  [[nodiscard]] std::string stale_message(const KnownFinding& entry) const;

  const Options& options_;
  Baseline baseline_;
  std::unique_ptr<Output> written_;
};

}  // namespace kcfin::cli
