// Which line of a statement a note breaks down: by the note's title, by the header above the total, by the
// first words of the label, or by the figures of several columns.
#pragma once

#include <span>
#include <vector>

#include "rules/counterpart.h"

namespace kcfin::rulebook {

// Rows of notes that repeat a line of a statement under another name; `taken` are the rows that have a
// counterpart by concept or label already.
[[nodiscard]] std::vector<Counterpart> find_note_lines(const StatementIndex& index,
                                                       std::span<const Counterpart> taken);

}  // namespace kcfin::rulebook
