// The statement room: typed tables in, a filing out.
#include <algorithm>
#include <map>
#include <string>

#include "kcfin/filing.h"
#include "statement/concept.h"
#include "statement/header_facts.h"
#include "statement/kinds.h"
#include "statement/sections.h"

namespace kcfin {
namespace {

// A table that lost its labels: a row is known by the same figures elsewhere, where all of them agree.
void find_lost_labels(Filing& filing) {
  for (std::size_t t = 0; t < filing.tables.size(); ++t) {
    Table& table = filing.tables[t];
    const bool lost = table.rows.size() >= 2 && std::all_of(table.rows.begin(), table.rows.end(),
                                                            [](const Row& row) { return row.label.empty(); });
    if (!lost) continue;
    for (Row& row : table.rows) {
      row.label_lost = true;
      std::string found;
      bool several = false;
      for (std::size_t other = 0; other < filing.tables.size(); ++other) {
        if (other == t) continue;
        for (const Row& known : filing.tables[other].rows) {
          if (known.label.empty() || known.role == Role::header) continue;
          std::size_t same = 0, compared = 0;
          for (std::size_t i = 0; i < table.columns.size(); ++i) {
            for (std::size_t j = 0; j < filing.tables[other].columns.size(); ++j) {
              if (!(filing.tables[other].columns[j].period == table.columns[i].period) ||
                  !(filing.tables[other].columns[j].unit == table.columns[i].unit))
                continue;
              if (row.cells[i] == kNoFigure || known.cells[j] == kNoFigure) continue;
              const auto& a = filing.figures[row.cells[i]].value;
              const auto& b = filing.figures[known.cells[j]].value;
              if (!a || !b || a->zero()) continue;
              ++compared;
              if (*a == *b) ++same;
            }
          }
          if (compared < 2 || same != compared) continue;
          if (!found.empty() && normal_label(found) != normal_label(known.label)) several = true;
          if (found.empty()) found = known.label;
        }
      }
      if (!several) row.label = found;
    }
  }
}

// The report's period is that of the statements: the last date, and the span that ends there.
void find_report_period(Filing& filing) {
  Date last;
  for (const Table& table : filing.tables) {
    if (table.kind == TableKind::other || table.kind == TableKind::note) continue;
    for (const Column& column : table.columns) {
      if (column.period.start.known() && last < column.period.end) last = column.period.end;
    }
  }
  if (!last.known()) {
    for (const Table& table : filing.tables) {
      for (const Column& column : table.columns) last = std::max(last, column.period.end);
    }
  }
  if (!last.known()) return;
  int shortest = 0, longest = 0;
  for (const Table& table : filing.tables) {
    if (table.kind == TableKind::other || table.kind == TableKind::note) continue;
    for (const Column& column : table.columns) {
      const int months = column.period.end == last ? column.period.months() : 0;
      if (months == 0) continue;
      shortest = shortest == 0 ? months : std::min(shortest, months);
      longest = std::max(longest, months);
    }
  }
  const int months = longest == 12 ? 12 : shortest;
  filing.report.end = last;
  if (months > 0) filing.report.start = span_start(last, months);
  filing.report_kind = months == 12  ? ReportKind::annual
                       : months == 9 ? ReportKind::nine_months
                       : months == 6 ? ReportKind::interim
                       : months == 3 ? ReportKind::quarter
                                     : ReportKind::unknown;
}

}  // namespace

Filing assemble(const Document& document, Tables tables) {
  Filing filing;
  filing.tables = std::move(tables.tables);
  filing.figures = std::move(tables.figures);
  for (Table& table : filing.tables) statement::split_headers_on_item_lines(table, filing);
  for (Table& table : filing.tables) table.kind = statement::kind_of(table, filing);
  find_lost_labels(filing);
  statement::join_pages(filing);
  for (Table& table : filing.tables) statement::read_structure(table, filing);
  statement::read_header_facts(document, filing);
  find_report_period(filing);
  return filing;
}

}  // namespace kcfin
