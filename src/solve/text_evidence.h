// What speaks for a text that was damaged, and what for a text that is sound and was misread here.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "solve/confidence.h"
#include "solve/repair.h"

namespace kcfin::solving {

// A row of a table, or a sentence, whose text looks damaged, and what became of its figures.
struct DamagedText {
  std::vector<FigureId> figures;
  int recovered = 0;  // with another value than is printed
  int confirmed = 0;  // as printed
  int lost = 0;       // without a value
  bool one_reading = true;
};

// Reads the traits of one filing's damaged places. What looks damaged around them is counted once.
class TextTraitReader {
 public:
  // `checks_of`: of each figure how many checks that hold use it.
  TextTraitReader(const Filing& filing, std::span<const std::uint32_t> checks_of);

  [[nodiscard]] std::vector<Trait> of_row(const DamagedText& text) const;
  [[nodiscard]] std::vector<Trait> of_heading(std::uint32_t table) const;
  [[nodiscard]] std::vector<Trait> of_lost_labels(std::uint32_t table, bool named) const;

 private:
  void add_surroundings(std::uint32_t table, std::vector<Trait>& out) const;

  const Filing& filing_;
  std::map<std::uint32_t, int> held_;     // of a table: its figures that a check holds
  std::map<std::uint32_t, int> damaged_;  // of a table: its rows that look damaged
  std::set<std::uint32_t> tables_;        // that hold any of what looks damaged
};

}  // namespace kcfin::solving
