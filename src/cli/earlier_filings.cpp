// Earlier filings, read one after the other or remembered from the run.
#include "cli/earlier_filings.h"

#include <fmt/format.h>

#include "cli/input.h"
#include "cli/run.h"

namespace kcfin::cli {
namespace {

Result<Checked> extracted(const Input& input, std::uint64_t max_bytes) {
  if (!input.problem.empty()) return Error{input.problem, 0};
  Result<std::string> bytes = bytes_of(input.name, max_bytes);
  if (!bytes) return bytes.error();
  // Checked and not only extracted: a damaged figure has its value from the checks.
  return check(std::move(*bytes), ReadLimits{.max_bytes = max_bytes});
}

}  // namespace

bool EarlierFilings::read(const Options& options) {
  bool all = true;
  for (const Input& input : inputs_of(options.against)) {
    const Result<Checked> earlier = extracted(input, options.max_bytes);
    if (earlier) {
      against_.add(input.name, earlier->filing, Comparatives::lines_of(earlier->filing));
      has_against_ = true;
    } else {
      complain(problem_text({input.name, earlier.error().message, earlier.error().line, false}));
      all = false;
    }
  }
  return all;
}

void EarlierFilings::hold(report::FileResult& file, const SolveOptions& options, bool more) {
  if (!has_against_ && generations_.empty() && !more) return;
  auto& [document, filing, report] = file.checked;
  const std::vector<Comparatives::Line> lines = Comparatives::lines_of(filing);
  if (has_against_) against_.hold(filing, lines, report, options);
  for (Comparatives& generation : generations_) generation.hold(filing, lines, report, options);
  if (more) add(file, lines);
}

void EarlierFilings::add(const report::FileResult& file, const std::vector<Comparatives::Line>& lines) {
  if (in_newest_ == kGeneration) {
    generations_.emplace_back();
    if (generations_.size() > 2) generations_.pop_front();
    in_newest_ = 0;
  }
  generations_.back().add(file.name, file.checked.filing, lines);
  ++in_newest_;
}

}  // namespace kcfin::cli
