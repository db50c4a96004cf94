// The dates of columns of amounts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "table/column_words.h"
#include "table/heading.h"

namespace kcfin::table {

// Whether the dates had to be worked out, and how; nothing where they were found as they stand.
struct Dating {
  std::optional<bool> worked_out;
  std::string why;
};
[[nodiscard]] Dating date_columns(const Draft& draft, const Surroundings& around,
                                  const std::vector<Over*>& amounts);

// Whether a column may be the translation of another into dollars, by their currencies.
[[nodiscard]] bool translates(const Over& over, const Over& source);

}  // namespace kcfin::table
