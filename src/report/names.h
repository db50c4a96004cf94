// Names and places: how every output calls a figure, and where a reader finds it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kcfin/finding.h"

namespace kcfin::report {

// "t3.r12.c2", the cell of a table, row and column, or "a417", an amount of a sentence: unique in a file.
// Empty where there is no figure.
[[nodiscard]] std::string fact_id(const Filing& filing, FigureId figure);
[[nodiscard]] std::string table_id(std::uint32_t table);  // of an index: "t1" for 0

// What the submission says of itself; each empty where it says nothing.
struct FilingKeys {
  std::string cik, accession, filed;  // filed: "2023-08-22"
};
[[nodiscard]] FilingKeys keys_of(const Checked& checked);

// "balance sheet": the kind of a table in a reader's words.
[[nodiscard]] std::string_view words_for(TableKind kind);
// The title, or where it has none what kind of table it is.
[[nodiscard]] std::string statement_name(const Table& table);
// The heading as printed, or where it has none its period and unit.
[[nodiscard]] std::string column_name(const Column& column);
// "RMB thousand", "USD/share", "percent"
[[nodiscard]] std::string unit_words(const Unit& unit, std::uint8_t scale_power);

// Where a figure stands, in the filing's own words. Of what stands in a sentence, only the quotation.
struct Where {
  std::string table;           // "t4"
  std::string statement;       // its title
  std::string column_heading;  // as printed
  std::string row;             // the row's label
  std::string quote;           // the words around an amount of a sentence
};
[[nodiscard]] Where where_of(const Checked& checked, FigureId figure);
// Of a finding: where its figure stands, or the table that it speaks of.
[[nodiscard]] Where where_of(const Checked& checked, const Finding& finding);
// "Balance sheet, column “2024 / RMB”"; empty for a sentence.
[[nodiscard]] std::string where_words(const Where& where);

}  // namespace kcfin::report
