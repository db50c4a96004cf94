// The amounts of one table in one unit, and how a proposed footing fares in each of its columns.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "kcfin/filing.h"
#include "rules/footing/structure.h"
#include "statement/concept.h"

namespace kcfin::rulebook {

// A figure in the finest unit of its table, doubled so that half a unit is a whole number.
struct Amount {
  Wide twice = 0;  // 2 * value
  Wide slack = 0;  // 2 * half a unit of its own last place
  // Cut off behind its last digit it stands for what is half a unit further from nil.
  [[nodiscard]] Wide beyond() const { return twice == 0 ? 0 : twice < 0 ? -slack : slack; }
};

// How a footing fares over the columns.
struct Score {
  int holds = 0;         // columns that add up and say something: not all nil
  int exact = 0;         // of these, to the digit
  int judged = 0;        // columns in which every operand has a value
  int periods_held = 0;  // the same by periods: a translation repeats its original
  int periods_judged = 0;
};

// Which figures of a table are added up: its amounts and counts, or its amounts per share or its percentages
// among themselves.
enum class Added : std::uint8_t { amounts, per_share, percent };

class TableAmounts {
 public:
  TableAmounts(const Table& table, const Filing& filing, Added added = Added::amounts);

  [[nodiscard]] const Table& table() const { return table_; }
  [[nodiscard]] bool rounded_down() const { return filing_.rounded_down && added_ == Added::amounts; }
  [[nodiscard]] const Row& row(std::uint32_t r) const { return table_.rows[r]; }
  [[nodiscard]] std::uint32_t rows() const { return static_cast<std::uint32_t>(table_.rows.size()); }
  // The row has amounts or counts, and is no header.
  [[nodiscard]] bool counted(std::uint32_t r) const { return counted_[r]; }
  // The concept that the row names; null where it names none or has no amounts.
  [[nodiscard]] const Concept* meaning(std::uint32_t r) const { return meaning_[r]; }
  // Empty where the cell is blank, no amount, or damaged.
  [[nodiscard]] const std::optional<Amount>& amount(std::uint32_t r, std::size_t column) const {
    return amounts_[r * table_.columns.size() + column];
  }
  [[nodiscard]] bool blank(std::uint32_t r, std::size_t column) const {
    return blank_[r * table_.columns.size() + column];
  }
  [[nodiscard]] bool mostly_positive(std::uint32_t r) const;

  // Whether the column adds up and says something.
  [[nodiscard]] bool holds_in(std::uint32_t total, std::span<const FootingTerm> terms,
                              std::size_t column) const;
  // Whether no column breaks; `score` counts them.
  [[nodiscard]] bool holds_throughout(std::uint32_t total, std::span<const FootingTerm> terms) const;
  [[nodiscard]] Score score(std::uint32_t total, std::span<const FootingTerm> terms) const;
  // At least two terms with amounts of some size in some column, or small ones in several: one sum of small
  // numbers adds up by chance.
  [[nodiscard]] bool telling(std::uint32_t total, std::span<const FootingTerm> terms) const;
  // Of so many sums like this one adds up to the digit by chance in as many columns: each of so many units
  // that it may come to. A translation is no column of its own. Counted as far as kNeverByChance.
  [[nodiscard]] Wide one_in(std::uint32_t total, std::span<const FootingTerm> terms) const;
  static constexpr Wide kSeldomByChance = 100'000, kNeverByChance = 100'000'000;

 private:
  [[nodiscard]] bool adds(const Figure& figure) const;
  enum class Held : std::uint8_t { not_judged, no, yes, nil };
  [[nodiscard]] bool has_twin(std::size_t column) const;
  int read_rows();
  void read_amounts(int finest);
  [[nodiscard]] Held column_held(std::uint32_t total, std::span<const FootingTerm> terms, std::size_t column,
                                 bool& exact) const;

  const Table& table_;
  const Filing& filing_;
  Added added_;
  std::vector<bool> counted_;
  std::vector<const Concept*> meaning_;
  std::vector<std::optional<Amount>> amounts_;
  std::vector<bool> blank_;
  std::vector<std::size_t> period_of_;     // per column: the first column of its period
  mutable std::vector<Held> period_held_;  // of the footing that is being scored
};

// A heading that names what is not added up: averages, prices, terms, rates. What stands below them is an
// average.
[[nodiscard]] bool heads_averages(const Column& column);

// Amounts and counts are added up; percentages, amounts per share and changes are not.
[[nodiscard]] inline bool adds_up(const Figure& figure) {
  return figure.unit.measure == Measure::money || figure.unit.measure == Measure::pure;
}
[[nodiscard]] inline bool is_per_share(const Figure& figure) {
  return figure.unit.measure == Measure::per_share || figure.unit.measure == Measure::per_ads;
}

}  // namespace kcfin::rulebook
