// Titles of statements in the text, and which of them a table was read under.
#pragma once

#include <optional>
#include <string_view>

#include "kcfin/filing.h"

namespace kcfin::statement {

// The statement that a text is the title of: it names one and says nothing else but of whom, of when and in
// what unit. A sentence that mentions a statement, a line of a contents page and a note are no titles.
[[nodiscard]] std::optional<TableKind> titled_statement_of(std::string_view text);

// Fills `statement_titles` and `figures_outside_tables`. To be called once the tables have their kinds.
void read_titles(const Document& document, Filing& filing);

}  // namespace kcfin::statement
