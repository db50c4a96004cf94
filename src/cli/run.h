// A run over many filings: read, judge, render, in order, and what came of it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/isolated_work.h"
#include "cli/options.h"
#include "cli/report_writer.h"
#include "report/format.h"

namespace kcfin::cli {

// Lets other filings and the user's own wishes act on a file's findings, before it is rendered.
class Settlement {
 public:
  Settlement() = default;
  Settlement(const Settlement&) = delete;
  Settlement& operator=(const Settlement&) = delete;
  virtual ~Settlement() = default;
  // In the worker that has the file; `alone` where the run has no other. Gives what `record` takes.
  virtual std::string settle(report::FileResult& file, bool alone, const IsolatedWork::Ask& ask) = 0;
  // In the process of the run, in the order of the files.
  virtual std::string answer(std::string_view question) = 0;
  virtual void record(std::string_view settled) = 0;
};

struct Run {
  const Options& options;
  SolveOptions solve{};
  Settlement* settlement = nullptr;
  std::vector<std::unique_ptr<ReportWriter>> reports{};
};

struct RunEnd {
  report::Totals totals;
  bool output_failed = false;
  bool interrupted = false;
  bool wrong = false;  // a list of files that cannot be read, or names none
  std::uint64_t inputs = 0;
  [[nodiscard]] bool nothing_to_do() const { return inputs == 0 && !wrong; }  // of a shard
};

// Reads every input; problems go to standard error, pieces to the reports. Does not finish these.
[[nodiscard]] RunEnd run_over(Run& run);

// Finishes the reports, unless nothing was read: then nothing is printed at all. Gives the exit code,
// for which `worst` is whether something at or over --fail-on was found.
[[nodiscard]] int finish(Run& run, const RunEnd& end, bool found);

// Standard output, or the file at the path; prints what is wrong and gives nothing if it cannot be one.
[[nodiscard]] std::unique_ptr<Output> open_output(const std::string& path);

// Sets the options that were given, and the operands; prints what is wrong and gives false where one is.
[[nodiscard]] bool take_options(const Request& request, Options& options);

// How many workers the user wants for so many files.
[[nodiscard]] unsigned jobs_for(const Options& options, std::size_t files);

// A fault inside the program, as the input's problem.
[[nodiscard]] report::Problem internal_fault(const std::string& file, const std::string& cause);

// "FILE: what is wrong", with the line where there is one.
[[nodiscard]] std::string problem_text(const report::Problem& problem);

// kcfin: the message, on standard error, on one line whatever it contains.
void complain(const std::string& message);

inline constexpr int kExitSound = 0, kExitFound = 1, kExitFault = 2;

}  // namespace kcfin::cli
