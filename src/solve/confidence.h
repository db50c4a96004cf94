// How sure a finding is: a small sum of weights over what speaks for an author's slip and what for a
// misreading (weights.inc, which tests/real/fit writes).
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "solve/faults.h"

namespace kcfin::solving {

enum class Trait : std::uint8_t {
#define WEIGHT(trait, words, weight) trait,
#include "solve/weights.inc"
#undef WEIGHT
};

// "one digit differs".
[[nodiscard]] std::string_view words_of(Trait trait);

// In per cent, 1 to 99: how often a finding with these traits is true.
[[nodiscard]] std::uint8_t confidence_of(const std::vector<Trait>& traits);

// From confidence to what is said: an error needs nine of ten, a claim at all one of two.
inline constexpr Decimal kSure{90, 2}, kClaimed{50, 2};

// The three traits at most that speak most for a misreading, the gravest first, in words.
[[nodiscard]] std::vector<std::string_view> against(std::vector<Trait> traits);

// A break, and what explains it: what a root finding is made of.
struct RootBreak {
  const Finding* finding = nullptr;
  const Explanation* explanation = nullptr;  // null where no figure explains it
  std::size_t statement = 0;                 // the one that the finding tells
};

// What the finding's figure should be, or about should be.
[[nodiscard]] std::optional<Decimal> right_value(const RootBreak& root);

// Reads the traits of one filing's breaks. What holds and what breaks around them is counted once.
class TraitReader {
 public:
  TraitReader(const Network& network, const Values& values, std::span<const Statement> statements);

  [[nodiscard]] std::vector<Trait> traits_of(const RootBreak& root) const;

 private:
  struct Count {
    int held = 0, broken = 0;
  };
  [[nodiscard]] const Equation& equation_of(std::size_t statement) const;
  [[nodiscard]] FigureId stated_in_sentence(const RootBreak& root) const;
  [[nodiscard]] Count around(std::map<std::uint64_t, Count> const& counts, std::uint64_t key) const;
  void add_place(const RootBreak& root, std::vector<Trait>& out) const;
  [[nodiscard]] std::optional<Interval> made_of_stated(const RootBreak& root) const;
  [[nodiscard]] bool scale_word_apart(const RootBreak& root) const;
  [[nodiscard]] bool turned_around(const RootBreak& root) const;
  void add_slip(const RootBreak& root, std::vector<Trait>& out) const;
  void add_checks(const RootBreak& root, std::vector<Trait>& out) const;
  void add_distance(const RootBreak& root, std::vector<Trait>& out) const;
  void add_surroundings(const RootBreak& root, std::vector<Trait>& out) const;
  void add_neighbours(const RootBreak& root, std::vector<Trait>& out) const;
  void add_reading(const RootBreak& root, std::vector<Trait>& out) const;
  void add_headings(const Equation& equation, std::vector<Trait>& out) const;
  void add_sum(const Equation& equation, std::vector<Trait>& out) const;
  [[nodiscard]] bool within_sentence(const Equation& equation) const;
  void add_rule(const RootBreak& root, std::vector<Trait>& out) const;

  const Network& network_;
  const Values& values_;
  std::span<const Statement> statements_;
  std::map<std::uint64_t, Count> by_table_and_rule_, by_table_, by_paragraph_, by_rule_, sums_of_column_;
  std::map<std::tuple<std::uint32_t, std::uint32_t, RuleId>, std::map<std::uint32_t, Count>>
      by_row_;                                     // columns
  std::unordered_map<std::int64_t, int> printed_;  // how many cells print an amount
  int broken_ = 0;
};

}  // namespace kcfin::solving
