// A run over many filings: read, judge, render, in order, and what came of it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/options.h"
#include "cli/report_writer.h"
#include "report/format.h"

namespace kcfin::cli {

struct Run {
  const Options& options;
  SolveOptions solve{};
  // Lets other filings and the user's own wishes act on a file's findings, before it is rendered: in
  // order, on the calling thread; `more` files follow it. Where there is none, files are rendered on any
  // thread.
  std::function<void(report::FileResult&, bool more)> settle{};
  std::vector<std::unique_ptr<ReportWriter>> reports{};
};

struct RunEnd {
  report::Totals totals;
  bool output_failed = false;
  bool interrupted = false;
};

// Reads every input; problems go to standard error, pieces to the reports. Does not finish these.
[[nodiscard]] RunEnd run_over(const std::vector<std::string>& operands, Run& run);

// Finishes the reports, unless nothing was read: then nothing is printed at all. Gives the exit code,
// for which `worst` is whether something at or over --fail-on was found.
[[nodiscard]] int finish(Run& run, const RunEnd& end, bool found);

// Standard output, or the file at the path; prints what is wrong and gives nothing if it cannot be one.
[[nodiscard]] std::unique_ptr<Output> open_output(const std::string& path);

// Sets the options that were given, and the operands; prints what is wrong and gives false where one is.
[[nodiscard]] bool take_options(const Request& request, Options& options);

// "FILE: what is wrong", with the line where there is one.
[[nodiscard]] std::string problem_text(const report::Problem& problem);

// kcfin: the message, on standard error, on one line whatever it contains.
void complain(const std::string& message);

inline constexpr int kExitSound = 0, kExitFound = 1, kExitFault = 2;

}  // namespace kcfin::cli
