// What each total of a table sums: read from sections, labels and the totals before it, and held against
// all columns, because one column that adds up proves nothing.
#pragma once

#include <string>
#include <vector>

#include "kcfin/equation.h"

namespace kcfin::rulebook {

struct FootingTerm {
  std::uint32_t row = 0;
  std::int8_t sign = 1;
  bool operator==(const FootingTerm&) const = default;
};

// One total and the rows that make it up; the same for every column of the table.
struct Footing {
  std::uint32_t row = 0;
  std::vector<FootingTerm> terms;
  Support support = Support::labels;
  std::string reading;  // "the rows since “Current assets”"
};

// A row that its label or place says is a total, for which no reading is supported.
struct UnreadTotal {
  std::uint32_t row = 0;
  std::string reason;
};

// An opening balance, the movements below it, a closing balance.
struct RollForward {
  std::uint32_t opening = 0, closing = 0;  // rows
  // Where no label names the closing balance: the rows between that are no sums of others. Empty where one
  // does: then all rows between are movements, and the footings tell which are sums.
  std::vector<FootingTerm> movements{};
};

struct FootingStructure {
  std::vector<Footing> footings;
  std::vector<RollForward> rolls;
  std::vector<UnreadTotal> unread;
};

// Nothing in a table of more than 2,000 rows, which is a list and no statement.
[[nodiscard]] FootingStructure footing_structure(const Table& table, const Filing& filing);
// The same of its amounts per share, which are added up among themselves.
[[nodiscard]] FootingStructure per_share_structure(const Table& table, const Filing& filing);
// And of its percentages.
[[nodiscard]] FootingStructure percent_structure(const Table& table, const Filing& filing);

}  // namespace kcfin::rulebook
