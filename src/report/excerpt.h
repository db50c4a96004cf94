// The place that a finding points at, as the filing prints it: the row of a table, or the part of a
// sentence around an amount or a word. Cells stand as their own text, whatever markup the file has around
// them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "kcfin/finding.h"

namespace kcfin::report {

struct Excerpt {
  std::string text;            // safe for a terminal
  std::size_t mark = 0;        // terminal column where the figure or word starts
  std::size_t mark_width = 0;  // 0: nothing is marked
};

// In at most so many columns. Empty where the finding names no figure and no word.
[[nodiscard]] std::optional<Excerpt> excerpt(const Checked& checked, const Finding& finding,
                                             std::size_t width);

}  // namespace kcfin::report
