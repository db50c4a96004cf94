// What both harnesses share: the run's options, its filings, its cases spread over the cores.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kcfin/finding.h"

namespace kcfin::harness {

struct Run {
  std::uint64_t seed = 1;
  std::size_t cases = 40;   // of each kind, per filing
  unsigned jobs = 0;        // 0: all cores
  bool shortfalls = false;  // name each case that falls short
  std::size_t demand = 0;   // percent that must be reached, or the program ends with 1
  bool single = false;      // seeded errors: one figure at a time only
  bool lines = false;       // a line of tab-separated values a case instead of the tables
  std::vector<std::string> paths;
};

// Reads the command line; empty where it is wrong or asked for help, which has then been answered.
[[nodiscard]] std::optional<Run> read_run(int argc, char** argv, const std::string& purpose, int& exit_code);

// A filing before anything is done to it.
struct Unchanged {
  std::string path, bytes;
  Checked checked;
  Equations equations;
};
// Files that cannot be read or hold no table are named on stderr and left out.
[[nodiscard]] std::vector<Unchanged> read_unchanged(const Run& run);

// Calls `work` for 0..count-1, on several threads.
void spread(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

// "1,234"; "98.7%" of a part of a whole, "-" where there is no whole.
[[nodiscard]] std::string counted(std::size_t number);
[[nodiscard]] std::string share(std::size_t part, std::size_t whole);

// Prints rows in aligned columns, the first one flush left, the others flush right.
void print_table(const std::vector<std::vector<std::string>>& rows);

}  // namespace kcfin::harness
