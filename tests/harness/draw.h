// Random draws that are the same on every machine: a seed names a run.
#pragma once

#include <cstddef>
#include <cstdint>

namespace kcfin::harness {

// SplitMix64 (Steele, Lea, Flood 2014).
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : state_(seed) {}

  // Uniform in 0..n-1; n > 0. The bias of the remainder is far below what a run of thousands can show.
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
  bool coin() { return (next() & 1U) != 0; }

 private:
  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }

  std::uint64_t state_;
};

}  // namespace kcfin::harness
