// Names of figures, and their places in words.
#include "report/names.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/printed.h"
#include "report/wording.h"
#include "values/scale_word.h"

namespace kcfin::report {
namespace {

// "20230822" as "2023-08-22".
std::string iso_date(std::string_view digits) {
  const bool date = digits.size() == 8 &&
                    std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!date) return {};
  return fmt::format("{}-{}-{}", digits.substr(0, 4), digits.substr(4, 2), digits.substr(6, 2));
}

}  // namespace

std::string table_id(std::uint32_t table) { return fmt::format("t{}", table + 1); }

std::string fact_id(const Filing& filing, FigureId figure) {
  if (figure >= filing.figures.size()) return {};
  const Figure& own = filing.figures[figure];
  if (!own.in_table()) return fmt::format("a{}", figure + 1);
  return fmt::format("t{}.r{}.c{}", own.table + 1, own.row + 1, own.column + 1);
}

FilingKeys keys_of(const Checked& checked) {
  const SubmissionHeader& header = checked.document.submission;
  return {header.cik, header.accession_number, iso_date(header.filed)};
}

std::string_view words_for(TableKind kind) {
  switch (kind) {
    case TableKind::income_statement:
      return "income statement";
    case TableKind::balance_sheet:
      return "balance sheet";
    case TableKind::cash_flow:
      return "cash flow";
    case TableKind::changes_in_equity:
      return "changes in equity";
    case TableKind::non_gaap:
      return "non-GAAP";
    case TableKind::highlights:
      return "highlights";
    case TableKind::note:
      return "note";
    case TableKind::other:
      break;
  }
  return "other table";
}

std::string statement_name(const Table& table) {
  return table.title.empty() ? fmt::format("{} without a title", words_for(table.kind)) : table.title;
}

std::string column_name(const Column& column) {
  if (!column.printed.empty()) return column.printed;
  const std::string period = period_words(column.period);
  return fmt::format("{}{}{}", period, period.empty() ? "" : ", ",
                     unit_words(column.unit, column.scale_power));
}

std::string unit_words(const Unit& unit, std::uint8_t scale_power) {
  const std::string text = unit.text();
  const std::string_view word = scale_word(scale_power);
  return text.empty() || word.empty() ? text : fmt::format("{} {}", text, word);
}

Where where_of(const Checked& checked, FigureId figure) {
  Where where;
  if (figure >= checked.filing.figures.size()) return where;
  const Figure& own = checked.filing.figures[figure];
  if (!own.in_table()) {
    const auto found = in_sentence(checked, figure);
    where.quote = found ? quote(*found) : std::string(own.raw);
    return where;
  }
  const Table& table = checked.filing.tables[own.table];
  where.table = table_id(own.table);
  where.statement = statement_name(table);
  if (own.column < table.columns.size()) where.column_heading = column_name(table.columns[own.column]);
  if (own.row < table.rows.size()) where.row = table.rows[own.row].label;
  return where;
}

Where where_of(const Checked& checked, const Finding& finding) {
  Where where = where_of(checked, finding.figure);
  if (!finding.word.empty()) {
    const auto found = in_sentence(checked, finding);
    where.quote = found ? quote(*found) : finding.word;
  }
  if (where.table.empty() && finding.table && *finding.table < checked.filing.tables.size()) {
    where.table = table_id(*finding.table);
    where.statement = statement_name(checked.filing.tables[*finding.table]);
    where.row = finding.label;
  }
  return where;
}

std::string where_words(const Where& where) {
  if (where.statement.empty()) return {};
  if (where.column_heading.empty()) return where.statement;
  return fmt::format("{}, column “{}”", where.statement, where.column_heading);
}

}  // namespace kcfin::report
