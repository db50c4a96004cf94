// The filings that another one's comparatives are held against: those of --against, about which nothing
// is reported, and those that stand before it in the same run.
#pragma once

#include <deque>
#include <string>

#include "cli/options.h"
#include "kcfin/finding.h"
#include "report/format.h"

namespace kcfin::cli {

class EarlierFilings {
 public:
  // Reads the filings of --against. False where one could not be read; it is named on standard error.
  [[nodiscard]] bool read(const Options& options);

  // Holds a filing against the earlier ones, in the order of the run, and where more follow counts it among
  // theirs.
  void hold(report::FileResult& file, const SolveOptions& options, bool more);

 private:
  void add(const report::FileResult& file, const std::vector<Comparatives::Line>& lines);

  // A run may have any number of filings: it remembers the last ones, a generation or two of them.
  static constexpr std::size_t kGeneration = 128;

  Comparatives against_;
  bool has_against_ = false;
  std::deque<Comparatives> generations_;  // the newest last
  std::size_t in_newest_ = kGeneration;
};

}  // namespace kcfin::cli
