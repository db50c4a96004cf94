// A check as a spreadsheet's formula over the cells of its operands.
#pragma once

#include <functional>
#include <string>

#include "kcfin/finding.h"

namespace kcfin::report {

// How a formula names the cell of a figure, and that of a rate; empty where there is none.
struct CellNames {
  std::function<std::string(FigureId)> figure;
  std::function<std::string(const Decimal&)> rate;
};

// What the terms make of the result, in the result's scale; empty where an operand has no cell.
[[nodiscard]] std::string check_formula(const Filing& filing, const Check& check, const CellNames& names);

}  // namespace kcfin::report
