// Rows of a checked filing as text.
#pragma once

#include <string>
#include <string_view>

#include "filing_text.h"

namespace kcfin::testing {

// "Revenue RMB 1000 2024-01-01..2024-12-31 5, ...": the figures of a row, the first of that label.
inline std::string row(const Checked& checked, std::string_view label) {
  const Filing& filing = checked.filing;
  for (const Table& table : filing.tables) {
    for (const Row& row : table.rows) {
      if (row.label != label || row.role == Role::header) continue;
      std::string out;
      for (const FigureId id : row.cells) {
        out += out.empty() ? "" : ", ";
        if (id == kNoFigure) {
          out += "-";
          continue;
        }
        const Figure& figure = filing.figures[id];
        out += figure.unit.text() + " e" + std::to_string(figure.scale_power) + " ";
        if (figure.period.start.known()) out += figure.period.start.iso() + "..";
        out += figure.period.end.iso() + " " + (figure.value ? figure.value->text() : "none");
      }
      return out;
    }
  }
  return "no such row";
}

inline std::string html(std::string_view before, std::string_view rows) {
  return "<html><body>" + std::string(before) + "<table>" + std::string(rows) + "</table></body></html>";
}

}  // namespace kcfin::testing
