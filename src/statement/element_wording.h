// Wordings of lines that have no concept, or a commoner element than that of their concept.
#pragma once

#include <string_view>

#include "kcfin/filing.h"
#include "statement/standing.h"

namespace kcfin::statement {

// The element under which most filers report a concept's line of such a wording; empty where it is that of
// the concept.
[[nodiscard]] std::string_view commoner_element(const Row& row, TableKind kind, Date report_end);

// The element of a line without a concept, by the words of its label and by where it stands; empty where they
// do not tell it.
[[nodiscard]] std::string_view element_by_words(const Row& row, TableKind kind, Standing standing);

}  // namespace kcfin::statement
