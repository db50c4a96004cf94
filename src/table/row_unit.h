// What the figures of a row are, as far as its label, or the header above it, says so.
#pragma once

#include <cstdint>
#include <string_view>

#include "kcfin/filing.h"

namespace kcfin::table {

enum class RowUnit : std::uint8_t { column, per_share, per_ads, per_other, shares, count, percent };

// What the figures of a row are, as far as its label or the header above says so.
struct RowMeasure {
  RowUnit unit = RowUnit::column;
  int scale_power = -1;  // -1: the column's
};

// The unit that a label gives in parentheses: "FINANCIALS (€M)", "USERS (M)", "Revenue (US$ million)".
struct LabelUnit {
  int scale_power = -1;
  Currency code{};
  bool things = false;  // people and things are counted in it
  std::uint16_t indent = 0;
};

// `label` in lower case.
[[nodiscard]] RowMeasure measure_of_label(std::string_view label);
[[nodiscard]] LabelUnit unit_in_parentheses(std::string_view label);
// "Effect of dilutive securities", "Dilutive stock options": among counts of shares, shares too. `label` in
// lower case.
[[nodiscard]] bool names_dilution(std::string_view label);
// Under a header such as "Net loss per share:" rows that only say how it is counted take its unit.
// `label` in lower case.
[[nodiscard]] bool says_only_how(std::string_view label);

}  // namespace kcfin::table
