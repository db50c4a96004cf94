// The stations of a figure's way, each a question that its room answers.
#pragma once

#include <string>
#include <string_view>

#include "kcfin/why.h"

namespace kcfin::why {

// A figure of a checked filing.
struct Asked {
  const Checked& checked;
  FigureId id = kNoFigure;
  [[nodiscard]] const Filing& filing() const { return checked.filing; }
  [[nodiscard]] const Figure& figure() const { return checked.filing.figures[id]; }
};

// Where the text stands in the file, and in which dialect its stretch was read.
[[nodiscard]] Station bytes_station(const Document& document, Place at, std::string_view text);
// How the scanner took the cell, and what came of a damaged one.
[[nodiscard]] Station cell_station(const Asked& asked);
// The label from its print to its meaning.
[[nodiscard]] Station row_station(const Asked& asked);
// Which words gave period, unit and scale.
[[nodiscard]] Station column_station(const Asked& asked);
[[nodiscard]] Station statement_station(const Asked& asked);
// Of an amount in a sentence: what the sentence states, and the row that it was tied to.
[[nodiscard]] Station claim_station(const Asked& asked);
// Every equation that the figure takes part in.
[[nodiscard]] Station checks_station(const Asked& asked);
// What is said of it, or why nothing is.
[[nodiscard]] Station verdict_station(const Asked& asked);
// Where no figure stands: what does.
[[nodiscard]] Station nothing_station(const Checked& checked, Place at);

// The cell of a raw table that starts at the place; null where none does.
[[nodiscard]] const RawCell* raw_cell_at(const Document& document, Place at);

// "“Revenues”"; a long text without its end.
[[nodiscard]] std::string quoted(std::string_view text);
// "85:47"
[[nodiscard]] std::string place_text(Place at);
// The texts that are not empty, joined.
[[nodiscard]] std::string joined(std::initializer_list<std::string> texts, std::string_view between = ", ");

}  // namespace kcfin::why
