// Shows a Document as text, so that a test can state all of it at once.
#pragma once

#include <string>

#include "kcfin/document.h"

namespace kcfin::read_test {

// "P text" or "P - text" for a paragraph; "T" and, a line for each row, "|column text +span |…" for a table,
// with " ?" behind the figures of which nothing tells the columns.
[[nodiscard]] std::string shown(const Document& document);
// Reads, and shows what came of it or "error: message" ("error: line 3: message").
[[nodiscard]] std::string shown(std::string bytes, const ReadLimits& limits = {});
// "line:column" of each cell of a table, a row a line.
[[nodiscard]] std::string places(const RawTable& table);

}  // namespace kcfin::read_test
