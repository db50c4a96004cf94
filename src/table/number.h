// How a figure is printed in a cell, and how its text gets damaged.
//
// The scanner says what a text is by its form alone; it never guesses a value. What a damaged form may
// stand for is given as candidates, and evidence decides elsewhere.
#pragma once

#include <string_view>
#include <vector>

#include "kcfin/filing.h"
#include "table/number_style.h"

namespace kcfin::table {

enum class Form : std::uint8_t {
  blank,      // nothing, or white space
  figure,     // a well-formed figure
  dash,       // nil: -, –, —
  damaged,    // digits with faults: no figure without evidence
  several,    // two or more well-formed figures in one cell
  debris,     // a few glyphs that are neither words nor figures
  undefined,  // "n/m", "N/A", printed where no figure makes sense; a range
  words,      // anything else
};

struct Scanned {
  Form form = Form::blank;
  Decimal value;                      // of a figure, sign applied
  bool percent = false;               // a percent sign stands with it
  bool points = false;                // "pts", "bps": percentage points
  bool multiple = false;              // "2.5x": so many times
  bool dotted = false;                // three digits follow its one point: 169.879
  bool grouped = false;               // printed with separators
  std::uint8_t scale_power = 0;       // that the cell gives itself: "$134.2 m"
  Currency money{};                   // of a currency mark in the cell, else empty
  bool bare_dollar = false;           // the mark is a mere "$"
  std::vector<Candidate> candidates;  // of a damaged form
  std::string legible;                // of a damaged form: see Figure
  std::vector<Decimal> parts;         // of several; of a figure behind a dash and a blank, which may be two
};

[[nodiscard]] Scanned scan_cell(std::string_view printed, const NumberStyle& style = {});

}  // namespace kcfin::table
