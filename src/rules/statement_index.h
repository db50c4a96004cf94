// Where things stand in a filing: rows by concept, label and kind of table, cells by period and unit.
//
// Rules that relate two tables ask here for "the revenues of the first half in RMB", so that all of them
// mean the same cell. Built once per rule over a filing that does not change; holds views into it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "statement/concept.h"
#include "statement/row_index.h"

namespace kcfin::rulebook {

class StatementIndex {
 public:
  explicit StatementIndex(const Filing& filing);

  [[nodiscard]] const Filing& filing() const { return filing_; }
  [[nodiscard]] const Row& row(RowRef at) const { return filing_.tables[at.table].rows[at.row]; }
  [[nodiscard]] const Table& table(RowRef at) const { return filing_.tables[at.table]; }

  // All rows that carry figures (headers and their ghosts do not), in the order of the filing.
  [[nodiscard]] std::span<const RowRef> rows() const { return rows_; }
  [[nodiscard]] std::span<const RowRef> rows_of(std::uint32_t table) const;
  // Rows of a concept, in the order of the filing.
  [[nodiscard]] std::span<const RowRef> of_concept(std::string_view concept_name) const;
  // The row that stands for a concept where several tables repeat it: the one of the statement that the
  // concept belongs to, in the fullest print of it; a reconciliation's for an adjusted measure.
  [[nodiscard]] std::optional<RowRef> primary(std::string_view concept_name) const;
  // The same of any rows that state one fact; there must be one.
  [[nodiscard]] RowRef anchor(std::span<const RowRef> rows) const;
  // Tables of a kind, the one with the most rows first.
  [[nodiscard]] std::span<const std::uint32_t> of_kind(TableKind kind) const;

  // The concept that the row names; null where it names none.
  [[nodiscard]] const Concept* meaning(RowRef at) const { return concepts_[number(at)]; }
  // normal_label of the row, and of the innermost header above it; empty where there is none.
  [[nodiscard]] std::string_view label(RowRef at) const { return labels_[number(at)]; }
  [[nodiscard]] std::string_view section(RowRef at) const { return sections_[number(at)]; }

  // What the row's figures are. By its concept; an amount of an income statement, a cash flow or a
  // reconciliation whose label names no concept is a flow, one of a balance sheet an instant. Empty where
  // that cannot be told.
  [[nodiscard]] std::optional<Nature> nature(RowRef at) const;

  // A column that rules may use: its heading was read, and no other column of the table has its period and
  // unit (columns of segments or components do), or it is the one that says "Total" of them.
  [[nodiscard]] bool usable(std::uint32_t table, std::size_t column) const;
  // What tells a column from the others of its period and unit: "fair value", a segment, a class of shares.
  // Empty where there are no others.
  [[nodiscard]] std::string_view column_name(std::uint32_t table, std::size_t column) const {
    return column_names_[table][column];
  }
  // The period that a cell's amount is of: the column's, or for an instant under a heading of a span (opening
  // and closing cash) the date before it or at its end.
  [[nodiscard]] Period period(RowRef at, FigureId cell) const;
  // The row's cell of the wanted period and unit, in a usable column; kNoFigure where there is none.
  [[nodiscard]] FigureId cell(RowRef at, const Period& wanted, const Unit& unit) const;

  // "“Gross profit” (line 205)"
  [[nodiscard]] std::string name(RowRef at) const;

  // The currency that the filing reports in; others are its translations. Empty where it names none.
  [[nodiscard]] Currency reporting() const { return reporting_; }
  // A US$ amount translated for the reader's convenience, rather than kept in US$.
  [[nodiscard]] bool translated(const Unit& unit) const;

 private:
  [[nodiscard]] std::size_t number(RowRef at) const { return first_row_[at.table] + at.row; }
  void index_rows();
  void index_columns();
  void find_reporting_currency();

  const Filing& filing_;
  std::vector<RowRef> rows_;
  std::vector<std::size_t> first_row_;   // per table: the number of its first row, headers counted
  std::vector<std::size_t> first_data_;  // per table: where its rows start in rows_; one more at the end
  std::vector<std::string_view> labels_;
  std::vector<std::string> sections_;
  std::vector<const Concept*> concepts_;
  std::vector<CashPoint> points_;  // opening or closing cash, whether or not its words name a concept
  std::map<std::string_view, std::vector<RowRef>, std::less<>> by_concept_;
  std::vector<std::vector<std::uint32_t>> by_kind_;
  std::vector<std::vector<bool>> usable_;
  std::vector<std::vector<std::string>> column_names_;
  Currency reporting_{};
};

}  // namespace kcfin::rulebook
