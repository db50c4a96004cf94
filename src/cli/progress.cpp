// The progress line.
#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <string>

namespace kcfin::cli {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kUnseen{1000};  // shorter runs show nothing
constexpr milliseconds kBetween{100};

}  // namespace

Progress::Progress(std::size_t files) : files_(files), terminal_(files > 1 && isatty(STDERR_FILENO) == 1) {}

void Progress::finished_one(std::uint64_t bytes, std::uint64_t findings) {
  ++done_;
  bytes_ += bytes;
  findings_ += findings;
  draw();
}

void Progress::draw() {
  const auto now = Clock::now();
  if (!terminal_ || now - start_ < kUnseen || now - drawn_ < kBetween) return;
  drawn_ = now;
  const auto elapsed =
      static_cast<std::uint64_t>(std::chrono::duration_cast<milliseconds>(now - start_).count());
  const std::uint64_t kilobytes_a_second = bytes_ / elapsed;  // bytes a millisecond are kB a second
  const std::uint64_t left = done_ == 0 ? 0 : elapsed * (files_ - done_) / done_ / 1000;
  const std::string line =
      fmt::format("\r\x1b[K{} of {} files  {}.{} MB/s  {}:{:02} left  {} findings", done_, files_,
                  kilobytes_a_second / 1000, kilobytes_a_second / 100 % 10, left / 60, left % 60, findings_);
  std::fputs(line.c_str(), stderr);
  std::fflush(stderr);
  visible_ = true;
}

void Progress::clear() {
  if (visible_) std::fputs("\r\x1b[K", stderr);
  visible_ = false;
}

}  // namespace kcfin::cli
