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
// `percentages`: those beside the amounts that have a year of their own; what is said of all is said of them.
[[nodiscard]] Dating date_columns(const Draft& draft, const Surroundings& around,
                                  const std::vector<Over*>& amounts, const std::vector<Over*>& percentages);

// Where the words straight over them give two columns one period: a date to each in reading order, if there
// are as many as columns, and the spans to groups of them. False where they do not fit.
[[nodiscard]] bool deal_dates_again(const Draft& draft, const std::vector<Over*>& amounts);

// Whether a column may be the translation of another into dollars, by their currencies.
[[nodiscard]] bool translates(const Over& over, const Over& source);

// The period of one column is that of another, too.
void copy_date(const Over& from, Over& to);

}  // namespace kcfin::table
