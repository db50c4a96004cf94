// Figures of rows that have no name: what an amount may be tied to by nothing but itself.
#pragma once

#include <vector>

#include "kcfin/filing.h"

namespace kcfin::prose {

class UnlabelledRows {
 public:
  explicit UnlabelledRows(const Filing& filing) : filing_(filing) {}

  // The figure that the amount rounds, of its period and unit; a count to the digit. kNoFigure for none.
  [[nodiscard]] FigureId find(const Figure& amount);

 private:
  const std::vector<FigureId>& figures();

  const Filing& filing_;
  std::vector<FigureId> figures_;
  bool found_ = false;
};

}  // namespace kcfin::prose
