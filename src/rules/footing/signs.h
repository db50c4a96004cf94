// The sign with which a row enters a total: what its label says, and where the label leaves it open.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/footing/amounts.h"

namespace kcfin::rulebook {

class RowSigns {
 public:
  explicit RowSigns(const TableAmounts& amounts);

  // What the labels alone say: costs that are printed positive are taken off an income, and so is "Less: …".
  [[nodiscard]] std::int8_t by_label(std::uint32_t total, std::uint32_t row) const;
  // The label allows the other sign too; the columns decide.
  [[nodiscard]] bool in_doubt(std::uint32_t total, std::uint32_t row) const;
  // "(Income) loss", "Exchange loss (gain)": the label itself has both signs.
  [[nodiscard]] bool reversed(std::uint32_t row) const { return labels_[row].reversed; }

 private:
  struct Label {
    bool expense = false, owners_share = false;
    bool loss = false;        // printed positive, it is taken off, perhaps
    bool under_less = false;  // its section says that it is taken off
    bool included = false,
         excluding = false;  // "included in cash", "cash excluding": the one is taken off for the other
    bool reversed = false;   // "Exchange loss (gain)": a loss is printed positive, perhaps
  };
  const TableAmounts& amounts_;
  std::vector<Label> labels_;
};

}  // namespace kcfin::rulebook
