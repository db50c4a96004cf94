// How far a long run has come: one line on standard error, where that is a terminal and the run takes
// longer than a second.
#pragma once

#include <chrono>
#include <cstdint>

namespace kcfin::cli {

class Progress {
 public:
  explicit Progress(std::size_t files);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  void finished_one(std::uint64_t bytes, std::uint64_t findings);
  // Draws the line anew, at most ten times a second.
  void draw();
  // Takes the line away, before anything else is written to the terminal.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  const std::size_t files_;
  const bool terminal_;
  const Clock::time_point start_ = Clock::now();
  Clock::time_point drawn_ = start_;
  std::size_t done_ = 0;
  std::uint64_t bytes_ = 0, findings_ = 0;
  bool visible_ = false;
};

}  // namespace kcfin::cli
