// Where a line stands in its statement, told row by row.
#pragma once

#include <cstdint>

#include "kcfin/filing.h"

namespace kcfin::statement {

enum class Part : std::uint8_t {
  any,
  // of a balance sheet; current and noncurrent only where it parts them
  assets,
  liabilities,
  equity,
  current_assets,
  noncurrent_assets,
  current_liabilities,
  noncurrent_liabilities,
  // of a cash flow statement; adjustments and changes only under headers that say so
  operating,
  adjustments,
  changes,
  investing,
  financing,
  supplement,
};

struct Standing {
  Part side = Part::any;  // assets, liabilities, equity; operating, investing, financing, supplement
  Part term = Part::any;  // what is within it
  [[nodiscard]] bool in(Part part) const { return part == Part::any || part == side || part == term; }
};

// The way down a statement: `pass` every row after it was asked for.
class WayDown {
 public:
  explicit WayDown(const Table& table);
  [[nodiscard]] Standing standing(const Row& row) const;
  // Whether the balance sheet parts what is current; above, or below, the total of what is.
  [[nodiscard]] bool classified() const { return classified_; }
  [[nodiscard]] bool current_done() const { return current_done_; }
  void pass(const Row& row);

 private:
  [[nodiscard]] Standing in_balance() const;
  [[nodiscard]] Standing in_cash_flow(const Row& row) const;

  TableKind kind_;
  bool classified_ = false, current_done_ = false, assets_done_ = false, liabilities_done_ = false;
  bool operating_done_ = false, investing_done_ = false, financing_done_ = false;
};

}  // namespace kcfin::statement
