// Why a figure was understood as it was: its way from the bytes to the verdict, in words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kcfin/finding.h"

namespace kcfin {

// One station of the way: what was decided there, and by what.
struct Station {
  std::string_view name;  // "bytes", "cell", "row", "column", "statement", "checks", "verdict"
  std::vector<std::string> lines;
};

struct Way {
  FigureId figure = kNoFigure;  // none where no figure stands there: the stations then say what does
  Place at;                     // of the figure, or as asked for
  std::vector<Station> stations;
};

// The way of the figure that stands at the place or reaches over it. Asks for a report with its checks
// listed.
[[nodiscard]] Way way_of(const Checked& checked, Place place);

}  // namespace kcfin
