// The filings that another one's comparatives are held against: those of --against, about which nothing
// is reported, and those that stand before it in the same run.
//
// They are kept by the process of the run, as bytes; a worker that has a filing asks for those of its issuer
// that it does not have yet.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cli/isolated_work.h"
#include "cli/options.h"
#include "kcfin/finding.h"
#include "report/format.h"

namespace kcfin::cli {

class EarlierFilings {
 public:
  // Reads the filings of --against. False where one could not be read; it is named on standard error.
  [[nodiscard]] bool read(const Options& options);
  // A filing of --against was lost to a fault inside the program.
  [[nodiscard]] bool faulty() const { return faulty_; }

  // In a worker: holds a filing against the earlier ones. One that is `alone` is no other's earlier one.
  void hold(report::FileResult& file, bool alone, const SolveOptions& options, const IsolatedWork::Ask& ask);
  // In the process of the run, in its order: takes what a filing reports, gives what the earlier ones did.
  [[nodiscard]] std::string answer(std::string_view question);

 private:
  // What a filing reports, as bytes, with its number in the run.
  struct Earlier {
    std::uint64_t number = 0;
    std::string reported;
  };
  using ByIssuer = std::unordered_map<std::string, std::vector<Earlier>>;

  // A run may have any number of filings: it remembers the last ones, a generation or two of them.
  static constexpr std::uint64_t kGeneration = 128;
  static constexpr std::uint64_t kAgainst = 0;  // a generation of its own, before the run's

  // What a worker keeps: the filings of one issuer, by generation.
  struct Kept {
    std::string issuer;
    std::uint64_t known = 0;  // filings of the run up to this number are there; 0: nothing is
    std::map<std::uint64_t, Comparatives> generations;
  };
  void learn(std::string_view answer);

  std::map<std::uint64_t, ByIssuer> generations_;
  std::uint64_t filings_ = 0;  // of the run
  Kept kept_;
  bool faulty_ = false;
};

}  // namespace kcfin::cli
