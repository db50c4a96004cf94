// The statement room: typed tables in, a filing out.
#include <algorithm>

#include "kcfin/filing.h"
#include "statement/elements.h"
#include "statement/header_facts.h"
#include "statement/ifrs.h"
#include "statement/kinds.h"
#include "statement/lost_labels.h"
#include "statement/sections.h"
#include "statement/titles.h"

namespace kcfin {
namespace {

// Tables that report a period: a date in a note, or in a table of another kind, may be any.
bool reports(const Table& table) { return table.kind != TableKind::other && table.kind != TableKind::note; }

bool is_statement(const Table& table) {
  return table.kind == TableKind::income_statement || table.kind == TableKind::balance_sheet ||
         table.kind == TableKind::cash_flow;
}

// Of the statements' spans, else of those of other tables that report, else of any date. What ends after the
// filing was signed is an outlook.
Date last_reported_date(const Filing& filing) {
  Date of_statements, of_reports, of_all;
  for (const Table& table : filing.tables) {
    for (const Column& column : table.columns) {
      const Period& period = column.period;
      if (filing.signed_on.known() && filing.signed_on < period.end) continue;
      of_all = std::max(of_all, period.end);
      if (!period.start.known() || !reports(table)) continue;
      of_reports = std::max(of_reports, period.end);
      if (is_statement(table)) of_statements = std::max(of_statements, period.end);
    }
  }
  if (of_statements.known()) return of_statements;
  return of_reports.known() ? of_reports : of_all;
}

// Of the spans of some tables that end on the date: a year if one does, else the shortest. 0 where there is
// none.
template <typename Taken>
int months_of(const Filing& filing, Date last, const Taken& taken) {
  int shortest = 0, longest = 0;
  for (const Table& table : filing.tables) {
    if (!taken(table)) continue;
    for (const Column& column : table.columns) {
      const int months = column.period.end == last ? column.period.months() : 0;
      if (months == 0) continue;
      shortest = shortest == 0 ? months : std::min(shortest, months);
      longest = std::max(longest, months);
    }
  }
  return longest == 12 ? 12 : shortest;
}

// The spans of income statements that end on the date have one of half a year or nine months, and no year.
bool within_year(const Filing& filing, Date last) {
  bool part = false;
  for (const Table& table : filing.tables) {
    if (table.kind != TableKind::income_statement) continue;
    for (const Column& column : table.columns) {
      const int months = column.period.end == last ? column.period.months() : 0;
      if (months == 12) return false;
      part = part || months == 6 || months == 9;
    }
  }
  return part;
}

// The statements tell; the last twelve months of a measure of its own make no annual report, nor do those of
// a cash flow statement beside an income statement for a part of the year.
int reported_months(const Filing& filing, Date last) {
  if (within_year(filing, last)) {
    return months_of(filing, last,
                     [](const Table& table) { return table.kind == TableKind::income_statement; });
  }
  const int of_statements = months_of(filing, last, is_statement);
  return of_statements > 0 ? of_statements : months_of(filing, last, reports);
}

// The first day of the statements' own span.
Date first_day(const Filing& filing, Date last, int months) {
  for (const Table& table : filing.tables) {
    for (const Column& column : table.columns) {
      if (reports(table) && column.period.end == last && column.period.months() == months)
        return column.period.start;
    }
  }
  return span_start(last, months);
}

ReportKind kind_of_report(int months) {
  switch (months) {
    case 12:
      return ReportKind::annual;
    case 9:
      return ReportKind::nine_months;
    case 6:
      return ReportKind::interim;
    case 3:
      return ReportKind::quarter;
    default:
      return ReportKind::unknown;
  }
}

// The report's period is that of the statements: the last date, and the span that ends there.
void find_report_period(Filing& filing) {
  const Date last = last_reported_date(filing);
  if (!last.known()) return;
  const int months = reported_months(filing, last);
  filing.report.end = last;
  if (months > 0) filing.report.start = first_day(filing, last, months);
  filing.report_kind = kind_of_report(months);
}

// The figure that the file ends in may lack digits: it has the value that is printed only where the others
// prove it.
void doubt_figure_cut_off(Filing& filing) {
  if (filing.cut_off.within != "a cell of a table" || filing.figures.empty()) return;
  const auto last = std::max_element(filing.figures.begin(), filing.figures.end(),
                                     [](const Figure& a, const Figure& b) { return a.at < b.at; });
  if (last->at.line != filing.cut_off.line || !last->value || last->status != Status::ok) return;
  last->candidates = {{*last->value, "as printed, where the file ends"}};
  last->value.reset();
  last->damage = Damage::suspect;
  last->status = Status::damaged;
}

}  // namespace

Filing assemble(const Document& document, Tables tables) {
  Filing filing;
  filing.cut_off = document.cut_off;
  filing.tables = std::move(tables.tables);
  filing.figures = std::move(tables.figures);
  doubt_figure_cut_off(filing);
  for (Table& table : filing.tables) statement::split_headers_on_item_lines(table, filing);
  for (Table& table : filing.tables) table.kind = statement::kind_of(table, filing);
  statement::find_lost_labels(filing);
  statement::join_pages(filing);
  for (Table& table : filing.tables) statement::read_structure(table, filing);
  statement::read_header_facts(document, filing);
  find_report_period(filing);
  filing.under_ifrs = statement::reports_under_ifrs(document);
  statement::name_elements(filing);
  statement::read_titles(document, filing);
  return filing;
}

}  // namespace kcfin
