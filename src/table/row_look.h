// What a row of a raw table looks like, by its own words and by where it stands.
#pragma once

#include <cstdint>

#include "kcfin/document.h"
#include "table/number.h"

namespace kcfin::table {

// A unit line is a heading's row among those of the body: "Revenues: | RMB | RMB | US$".
enum class RowLook : std::uint8_t { heading, unit_line, body };

struct RowPlace {
  bool in_heading = false;     // no row of the body stands above it
  bool headed = false;         // a row of the heading does
  bool figures_above = false;  // a row with figures does
};

[[nodiscard]] RowLook look_of(const RawRow& raw, const RowPlace& place, const NumberStyle& style);

// What a cell's text is; a figure or a dash whose column nothing tells is damaged, and may stand for nothing.
[[nodiscard]] Scanned scan_raw(const RawCell& cell, const NumberStyle& style);

}  // namespace kcfin::table
