// The long form of a filing's tables: one row a figure, as `facts` prints it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "kcfin/finding.h"

namespace kcfin::report {

struct Fact {
  FigureId id;
  const Table& table;
  std::uint32_t table_number;  // 1 for the first, as are the others
  const Row& row;
  std::uint32_t row_number;
  const Column& column;
  std::uint32_t column_number;
  const Figure& figure;
  std::uint32_t checks;  // how many have it as an operand
};

// Every figure of every table, row by row.
template <class Take>
void for_each_fact(const Checked& checked, Take take) {
  const Filing& filing = checked.filing;
  for (std::uint32_t t = 0; t < filing.tables.size(); ++t) {
    const Table& table = filing.tables[t];
    for (std::uint32_t r = 0; r < table.rows.size(); ++r) {
      const Row& row = table.rows[r];
      for (std::uint32_t c = 0; c < row.cells.size() && c < table.columns.size(); ++c) {
        const FigureId id = row.cells[c];
        if (id == kNoFigure) continue;
        const auto& held = checked.report.checks_of;
        take(Fact{id, table, t + 1, row, r + 1, table.columns[c], c + 1, filing.figures[id],
                  id < held.size() ? held[id] : 0});
      }
    }
  }
}

// The label, or of a row without one its section's.
[[nodiscard]] const std::string& label_or_section(const Row& row);
// "ASSETS > Current assets"
[[nodiscard]] std::string section_of(const Row& row);
// "read", "worked_out", "unknown"
[[nodiscard]] std::string_view name(Heading heading);
// The figure's value times its scale, exact: "185135000"; empty where it has no value.
[[nodiscard]] std::string absolute_of(const Figure& figure);
// "ok", "repaired", "damaged"
[[nodiscard]] std::string_view name(Status status);
// A damaged figure has no value, whatever it may stand for.
[[nodiscard]] inline bool has_value(const Figure& figure) { return figure.usable(); }

}  // namespace kcfin::report
