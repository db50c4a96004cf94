// Columns from a heading: one period, unit and scale to each column of figures.
#pragma once

#include <string>
#include <vector>

#include "table/fiscal_years.h"
#include "table/grid.h"
#include "table/unit_line.h"

namespace kcfin::table {

// What the text before a table says of it.
struct Surroundings {
  std::string title;
  ScaleStatement scale;                // the last one stated before the table
  ScaleStatement before{};             // one of another currency right above it: "Millions of yen"
  Currency main_currency{};            // of the document, where it names one more than all others
  const FiscalYears* years = nullptr;  // the issuer's; never null where a heading is read
  int months = 0;                      // of a duration in the title; 0 where none
  bool statement = false;              // the title names one of the statements
  bool instant = false;                // the title names a balance sheet or a date "as of"
  bool scale_here = false;             // the scale is stated between the table and the one before it
  std::vector<Token> periods;          // the title's dates and years
};

// Columns as far as the heading tells. A column whose period cannot be told has Heading::unknown; the
// years and dates that its heading does hold stay in `loose`, for sibling tables to decide.
struct HeadingReading {
  std::vector<Column> columns;
  std::vector<Token> loose;
};
[[nodiscard]] HeadingReading read_heading(const Draft& draft, const Surroundings& around);

// Settles unknown columns by sibling tables: same number of columns and units, all dates of the loose
// words, and figures in common. One must win clearly. Indices are those of `readings`.
struct Sibling {
  const HeadingReading* reading = nullptr;
  const Draft* draft = nullptr;
};
void settle_by_siblings(HeadingReading& reading, const Draft& draft, const std::vector<Sibling>& siblings);

// Tables for which no scale is stated have that of another that prints some of their large figures for the
// same dates.
struct Scaled {
  HeadingReading* reading = nullptr;
  const Draft* draft = nullptr;
  bool stated = false;
};
void settle_scales(const std::vector<Scaled>& tables);

}  // namespace kcfin::table
