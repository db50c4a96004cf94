// What a total may sum: the proposals of its labels and its place, and every other run of the rows above it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/footing/amounts.h"
#include "rules/footing/signs.h"

namespace kcfin::rulebook {

// Longer runs are lists; a total that sums more rows says so by its section.
inline constexpr std::size_t kLongestRun = 60;

struct Reading {
  std::vector<FootingTerm> terms;
  std::string words;       // "the rows since “Current assets”"
  bool by_labels = false;  // the labels say so; otherwise the columns must
  Score score;
};

// How far the walk down a table has come.
struct OpenRows {
  std::optional<std::uint32_t> header;  // the last one above the row at hand
  std::vector<std::uint32_t> open;      // rows that no total has taken up yet
  std::vector<bool> is_sum;             // per row: read as a total so far

  [[nodiscard]] std::size_t after_last_total() const;
  // Position of the first open row below `row`.
  [[nodiscard]] std::size_t below(std::uint32_t row) const;
};

class Readings {
 public:
  Readings(const TableAmounts& amounts, const RowSigns& signs, const OpenRows& state)
      : amounts_(amounts), signs_(signs), state_(state) {}

  // What the labels say that a total sums, most telling first.
  [[nodiscard]] std::vector<Reading> by_labels(std::uint32_t r) const;
  // Every other run that ends here; the columns must speak for it.
  [[nodiscard]] std::vector<Reading> others(std::uint32_t r) const;
  // The last total and the rows since: an amount and its adjustments.
  [[nodiscard]] std::optional<Reading> last_total_and_since() const;
  // The shortest run of the rows above, with the signs that their labels give, that makes it up in every
  // column and in so many that it is none by chance.
  [[nodiscard]] std::optional<Reading> beyond_chance(std::uint32_t r) const;
  // The open row next to it alone, as it is.
  [[nodiscard]] Reading row_above(std::uint32_t r) const;
  // All open rows; of blocks that end alike, those of the last block.
  [[nodiscard]] Reading whole_list(std::uint32_t r) const;

  // Gives the reading its signs: the labels' own, or another pattern that at least two columns support.
  void give_signs(std::uint32_t total, Reading& reading) const;
  // One row too many, nil where the reading holds: without it every column adds up.
  void leave_one_out(std::uint32_t r, Reading& reading) const;
  // One row too few: another total had taken it up, and with it every column adds up.
  void take_one_in(std::uint32_t r, Reading& reading) const;

  // The header that the row stands under by its section says that it closes it.
  [[nodiscard]] bool closes_section(std::uint32_t r) const;
  // The net change in cash, or closing cash, of a cash flow statement.
  [[nodiscard]] bool is_cash_row(std::uint32_t r) const;

 private:
  [[nodiscard]] const Row& row(std::uint32_t r) const { return amounts_.row(r); }
  [[nodiscard]] Reading run_of(std::size_t from, std::string words, bool by_labels,
                               std::optional<std::uint32_t> without = std::nullopt) const;
  [[nodiscard]] std::string quoted(std::uint32_t r) const;
  [[nodiscard]] std::optional<std::size_t> section_start(std::uint32_t r) const;
  [[nodiscard]] std::optional<std::uint32_t> last_row(std::string_view name, std::uint32_t before) const;
  [[nodiscard]] bool is_exchange_effect(std::uint32_t r) const;
  [[nodiscard]] std::optional<std::size_t> balance_sheet_part(std::string_view name, std::uint32_t r) const;
  [[nodiscard]] std::vector<Reading> by_concept(std::uint32_t r) const;
  [[nodiscard]] bool sums_the_other_side(std::uint32_t r, const Reading& reading) const;
  [[nodiscard]] std::optional<std::uint32_t> last_other_comprehensive_income(std::uint32_t before) const;
  [[nodiscard]] bool take_costs_off(std::uint32_t total, std::vector<FootingTerm>& terms) const;
  [[nodiscard]] bool take_all_off(std::vector<FootingTerm>& terms) const;
  [[nodiscard]] bool leave_incomes(std::vector<FootingTerm>& terms) const;
  [[nodiscard]] bool took_off_a_gain(std::uint32_t total, const std::vector<FootingTerm>& terms) const;
  void turn_untold(std::uint32_t total, Reading& reading) const;
  void consider_signs(std::uint32_t total, Reading& reading, const std::vector<FootingTerm>& terms) const;

  const TableAmounts& amounts_;
  const RowSigns& signs_;
  const OpenRows& state_;
};

}  // namespace kcfin::rulebook
