// The names of the four statements, as they stand in a title or anywhere in a text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "kcfin/filing.h"

namespace kcfin::statement {

// "Statements of Changes in Shareholders' Equity", "cash flow statement", "balance sheets".
struct StatementName {
  TableKind kind = TableKind::other;
  std::size_t begin = 0, end = 0;  // bytes of the text, without what tells of the statement's state before it
};

// The first of each kind: equity, cash flows, balance sheet, income.
[[nodiscard]] std::vector<StatementName> statement_names(std::string_view text);
// The first of all; of several that begin at one place, the earlier kind of these.
[[nodiscard]] std::optional<StatementName> first_statement_name(std::string_view text);

}  // namespace kcfin::statement
