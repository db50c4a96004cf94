// Options, filings, threads and tables of the harnesses: see trial.h.
#include "harness/trial.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <thread>

#include "harness/filing_text.h"

namespace kcfin::harness {

std::optional<Run> read_run(int argc, char** argv, const std::string& purpose, int& exit_code) {
  Run run;
  CLI::App app(purpose);
  app.add_option("--seed", run.seed, "names the run: the same seed gives the same cases")
      ->capture_default_str();
  app.add_option("--cases", run.cases, "of each kind, per filing")->capture_default_str();
  app.add_option("--jobs", run.jobs, "threads; 0 for all cores")->capture_default_str();
  app.add_flag("--shortfalls", run.shortfalls, "name each case that falls short");
  app.add_option("--demand", run.demand, "percent below which the run fails; 0 demands nothing");
  app.add_flag("--single", run.single, "seeded errors: one figure at a time only");
  app.add_flag("--lines", run.lines, "tab-separated values, a line a case, instead of the tables");
  app.add_option("FILE", run.paths, "sound filings")->required();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    exit_code = app.exit(error) == 0 ? 0 : 2;
    return std::nullopt;
  }
  return run;
}

std::vector<Unchanged> read_unchanged(const Run& run) {
  std::vector<Unchanged> filings;
  for (const std::string& path : run.paths) {
    std::optional<std::string> bytes = bytes_of_file(path);
    Result<Checked> checked = bytes ? check(*bytes) : Result<Checked>(Error{"cannot be read"});
    if (!checked || checked->filing.tables.empty()) {
      fmt::print(stderr, "{}: {}\n", path, checked ? "no table" : checked.error().message);
      continue;
    }
    Equations equations = relate(checked->filing);
    filings.push_back({path, std::move(*bytes), std::move(*checked), std::move(equations)});
  }
  return filings;
}

void spread(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  const auto loop = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  const unsigned threads = jobs != 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::thread> pool;
  for (unsigned t = 1; t < threads; ++t) pool.emplace_back(loop);
  loop();
  for (std::thread& thread : pool) thread.join();
}

std::string counted(std::size_t number) { return Decimal{static_cast<std::int64_t>(number), 0}.grouped(); }

std::string share(std::size_t part, std::size_t whole) {
  if (whole == 0) return "-";
  const std::size_t tenths = part * 1000 / whole;  // cut, not rounded: 100.0% means all
  return fmt::format("{}.{}%", tenths / 10, tenths % 10);
}

void print_table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += i == 0 ? fmt::format("{:<{}}", row[i], widths[i]) : fmt::format("  {:>{}}", row[i], widths[i]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    fmt::print("{}\n", line);
  }
}

}  // namespace kcfin::harness
