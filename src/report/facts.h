// The long form of a filing's tables: one row a figure, as `facts` prints it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "kcfin/finding.h"

namespace kcfin::report {

struct Fact {
  const Table& table;
  std::uint32_t table_number;  // 1 for the first
  const Row& row;
  const Figure& figure;
  std::uint32_t checks;  // how many have it as an operand
};

// Every figure of every table, row by row.
template <class Take>
void for_each_fact(const Checked& checked, Take take) {
  const Filing& filing = checked.filing;
  for (std::uint32_t t = 0; t < filing.tables.size(); ++t) {
    for (const Row& row : filing.tables[t].rows) {
      for (const FigureId id : row.cells) {
        if (id == kNoFigure) continue;
        const auto& held = checked.report.checks_of;
        take(Fact{filing.tables[t], t + 1, row, filing.figures[id], id < held.size() ? held[id] : 0});
      }
    }
  }
}

// "ASSETS > Current assets"
[[nodiscard]] std::string section_of(const Row& row);
// "ok", "repaired", "damaged"
[[nodiscard]] std::string_view name(Status status);
// A damaged figure has no value, whatever it may stand for.
[[nodiscard]] inline bool has_value(const Figure& figure) { return figure.usable(); }

}  // namespace kcfin::report
