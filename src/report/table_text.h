// A table for a person at a terminal: its lines and headings as printed, its figures aligned, and behind
// each figure the marks of the checks that hold it.
#pragma once

#include <cstddef>
#include <string>

#include "report/marks.h"

namespace kcfin::report {

struct TableLook {
  std::size_t width = 80;  // of the terminal
  bool color = false;
  bool typed = false;  // also each column's period, unit and scale as they were understood
};

// The table's name and place, then its lines. Columns that do not fit beside each other stand in blocks under
// each other, each with the labels.
[[nodiscard]] std::string table_text(const Checked& checked, const Marks& marks, std::uint32_t table,
                                     const TableLook& look);
// "F footed  X added across …": what the marks mean, folded.
[[nodiscard]] std::string legend_text(const TableLook& look);
// "Gross margin  (percent)": a label, with the unit of a row whose figures are not in their column's.
[[nodiscard]] std::string label_with_unit(const Filing& filing, const Table& table, const Row& row);

}  // namespace kcfin::report
