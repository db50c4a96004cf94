// A table's kind follows from its rows first and its title second: titles are repeated on contents pages
// and over tables that they do not describe, "Total assets" is not.
#include "statement/kinds.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

#include "statement/concept.h"
#include "statement/concept_name.h"
#include "statement/cut_words.h"
#include "statement/statement_names.h"
#include "values/text.h"
#include "words/balance_label.h"
#include "words/equity_columns.h"

namespace kcfin::statement {
namespace {

// How many rows speak for each kind.
struct Votes {
  int balance = 0, cash = 0, income = 0, adjusted = 0, rows = 0, headers = 0, equity_moves = 0, balances = 0;
  bool percent_only = true, change_column = false, instants = true, whole_income = false;
  bool from_activities = false;  // a header of a cash flow's first part
};

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool names_adjustment(std::string_view label) {
  static constexpr Part kAdjusted[] = {"non-gaap", "non gaap",   "non-ifrs",      "adjusted",
                                       "ebitda",   "excluding ", "free cash flow"};
  const std::string lowered = lower(label::with_whole_words(label));
  // "Adjustments to reconcile net income to net cash ..." heads the first page of any cash flow.
  if (has(lowered, "to reconcile") && has(lowered, "cash")) return false;
  return lowered.starts_with("adjustment") || AskedText(lowered).has_any(kAdjusted);
}

// What moves equity between two balances.
bool moves_equity(std::string_view label) {
  static constexpr Part kMoves[] = {"net income",  "net loss",      "net earnings",  "profit for",
                                    "loss for",    "comprehensive", "dividend",      "compensation",
                                    "issuance of", "shares issued", "exercise of",   "repurchase",
                                    "treasury",    "stock issued",  "noncontrolling"};
  const std::string lowered = lower(label);
  return AskedText(lowered).has_any(kMoves);
}

// The income of the period, which every statement of changes in equity has.
bool names_whole_income(std::string_view label) {
  const std::string lowered = lower(label);
  for (const std::string_view lead :
       {"net income", "net loss", "net (loss", "net earnings", "consolidated net", "profit for", "loss for",
        "profit (loss) for", "total comprehensive"}) {
    if (lowered.starts_with(lead)) return true;
  }
  return false;
}

// A title of the statement: "Consolidated Statements of Stockholders' Equity", "Statement of Changes in
// Equity".
bool names_changes_in_equity(std::string_view title) {
  const bool equity = has(title, "equity") || has(title, "deficit") || has(title, "capital");
  return equity && has(title, "statement") && !has(title, "balance sheet") && !has(title, "liabilities") &&
         !has(title, "cash flow") && !has(title, "financial position");
}

Votes count_votes(const Table& table, const Filing& filing) {
  Votes votes;
  for (const Column& column : table.columns) {
    if (column.unit.measure == Measure::percent_change) votes.change_column = true;
    if (column.unit.measure == Measure::money && !column.period.instant()) votes.instants = false;
  }
  for (const Row& row : table.rows) {
    // "(As adjusted)" over a column says of a statement that it was restated.
    const bool of_column = row.role == Role::header && row.label.starts_with('(') && row.label.ends_with(')');
    if (names_adjustment(row.label) && !of_column) ++votes.adjusted;
    if (row.role == Role::header) {
      const std::string label = lower(row.label);
      votes.from_activities |= label.starts_with("cash flow") && has(label, "operating activit");
      ++votes.headers;
      continue;
    }
    ++votes.rows;
    if (words::names_balance(row.label)) ++votes.balances;
    if (moves_equity(row.label)) ++votes.equity_moves;
    if (names_whole_income(row.label)) votes.whole_income = true;
    for (const FigureId id : row.cells) {
      if (id != kNoFigure && filing.figures[id].unit.measure != Measure::percent) votes.percent_only = false;
    }
    const Concept* concept_of_row = match_concept(row.label, TableKind::other);
    if (concept_of_row == nullptr) continue;
    const std::string_view name = concept_of_row->name;
    if (one_of(name, {"Assets"_concept, "AssetsCurrent"_concept, "AssetsNoncurrent"_concept,
                      "Liabilities"_concept, "LiabilitiesCurrent"_concept, "LiabilitiesNoncurrent"_concept,
                      "LiabilitiesAndStockholdersEquity"_concept,
                      "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"_concept,
                      "StockholdersEquity"_concept})) {
      ++votes.balance;
    }
    // "Operating cash flow" stands in highlights.
    const bool by_activity = has(name, "NetCashProvidedByUsedIn") && !lower(row.label).ends_with("cash flow");
    if (by_activity || has(name, "CashPeriodIncrease")) ++votes.cash;
    if (one_of(
            name,
            {"Revenues"_concept, "CostOfRevenue"_concept, "GrossProfit"_concept, "OperatingExpenses"_concept,
             "OperatingIncomeLoss"_concept, "ProfitLoss"_concept, "NetIncomeLoss"_concept,
             "IncomeTaxExpenseBenefit"_concept,
             "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest"_concept,
             "ComprehensiveIncomeNetOfTax"_concept,
             "ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest"_concept,
             "NetIncomeLossAvailableToCommonStockholdersBasic"_concept})) {
      ++votes.income;
    }
  }
  return votes;
}

bool titled_statement(std::string_view title) {
  return has(title, "statement") || has(title, "balance sheet") || has(title, "profit or loss") ||
         has(title, "income");
}

// A reconciliation whose labels were lost: the first row repeats a measure of a statement, the last is the
// sum of all.
bool adds_onto_known_measure(const Table& table, const Filing& filing) {
  std::vector<const Row*> rows;
  for (const Row& row : table.rows) {
    if (!row.label.empty()) return false;
    if (row.role != Role::header) rows.push_back(&row);
  }
  if (rows.size() < 3 || table.columns.size() < 2) return false;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    Decimal total{};
    for (const Row* row : rows) {
      const FigureId id = row->cells[i];
      if (id == kNoFigure || !filing.figures[id].value) return false;
      const auto sum = row == rows.back() ? subtract(total, *filing.figures[id].value)
                                          : add(total, *filing.figures[id].value);
      if (!sum) return false;
      total = *sum;
    }
    if (total.size().mantissa > 2) return false;
  }
  return true;
}

bool names_margins(const Table& table) {
  return std::any_of(table.rows.begin(), table.rows.end(),
                     [](const Row& row) { return has(lower(row.label), "margin"); });
}

bool names_income_statement(std::string_view title) {
  return has(title, "income") || has(title, "operations") || has(title, "comprehensive") ||
         has(title, "profit or loss");
}

bool names_cash_flow(std::string_view title) {
  const std::vector<StatementName> names = statement_names(title);
  return std::any_of(names.begin(), names.end(),
                     [](const StatementName& name) { return name.kind == TableKind::cash_flow; });
}

// The part of a statement before the page ends, where its totals do not stand yet.
std::optional<TableKind> first_page_of(std::string_view title, const Votes& votes) {
  const bool balance = has(title, "balance sheet") || has(title, "statement of financial position") ||
                       has(title, "statements of financial position");
  if (balance && votes.instants && votes.income == 0 && (votes.balance > 0 || has(title, "consolidated")))
    return TableKind::balance_sheet;
  // "Adjustments for:" stands below the income of a statement that is called one.
  const bool called =
      has(title, "statement") && !has(title, "reconcil") && !has(title, "non-gaap") && !has(title, "note");
  const bool cash = names_cash_flow(title);
  if (cash && !votes.instants && votes.balance == 0 && (votes.adjusted == 0 || called))
    return TableKind::cash_flow;
  return std::nullopt;
}

// Told by its title; or by its rows: balances, and between them what moves equity, in columns that are its
// components.
bool is_changes_in_equity(const Table& table, const std::string& title, const Votes& votes) {
  if (votes.cash != 0 || votes.balance > 2) return false;
  if (names_cash_flow(title) && !has(title, "equity")) return false;
  if (has(title, "changes in") && has(title, "equity") && titled_statement(title)) return true;
  const bool equity_rows = votes.balances >= 2 && votes.equity_moves >= 2;
  const bool by_rows = !table.notes_section && votes.whole_income && votes.equity_moves >= 3;
  if (votes.equity_moves >= 2 && !table.notes_section && words::columns_of_equity(table)) return true;
  return equity_rows && (names_changes_in_equity(title) || (by_rows && table.columns.size() >= 3));
}

bool is_income_statement(const std::string& title, const Votes& votes) {
  if (votes.income >= 3 && votes.rows >= 6) return true;
  if (votes.income >= 2 && (names_income_statement(title) || has(title, "loss"))) return true;
  return votes.income >= 1 && votes.balance == 0 && has(title, "statement") && names_income_statement(title);
}

}  // namespace

TableKind kind_of(const Table& table, const Filing& filing) {
  const std::string title = lower(table.title);
  const Votes votes = count_votes(table, filing);
  const bool named = titled_statement(title);
  if (is_changes_in_equity(table, title, votes)) return TableKind::changes_in_equity;
  if (votes.from_activities && names_cash_flow(title)) return TableKind::cash_flow;
  if (votes.cash >= 2 && !(table.notes_section && !has(title, "cash flow")))
    return votes.adjusted > 0 && votes.cash < 3 ? TableKind::non_gaap : TableKind::cash_flow;
  if (votes.balance >= 2 && votes.instants && !table.notes_section) return TableKind::balance_sheet;
  if (votes.balance >= 3 && has(title, "balance sheet")) return TableKind::balance_sheet;
  if (const auto first_page = first_page_of(title, votes); first_page && !table.notes_section)
    return *first_page;
  if (has(title, "segment") && !has(title, "non-gaap") && votes.balance < 2 && votes.cash < 2)
    return TableKind::note;
  // "Adjustment for net losses realized and included in net income" is a part of comprehensive income.
  const bool comprehensive =
      has(title, "statement") && has(title, "comprehensive") && !has(title, "non-gaap");
  const bool reconciles = (votes.adjusted > 0 && !comprehensive) || has(title, "reconciliation");
  // A release may keep its reconciliations in a note.
  const bool own_place = !table.notes_section || (has(title, "reconcil") && has(title, "gaap"));
  if (own_place &&
      (adds_onto_known_measure(table, filing) || (reconciles && votes.adjusted * 8 >= votes.rows))) {
    return has(title, "highlight") && votes.change_column ? TableKind::highlights : TableKind::non_gaap;
  }
  if (has(title, "highlight") || has(title, "selected financial") || has(title, "key financial"))
    return TableKind::highlights;
  if (table.notes_section && !(named && votes.income >= 4)) return TableKind::note;
  if (votes.percent_only && votes.rows > 0 && names_margins(table)) return TableKind::non_gaap;
  if (votes.change_column && votes.income >= 2 && votes.rows <= 12 && !named) return TableKind::highlights;
  return is_income_statement(title, votes) ? TableKind::income_statement : TableKind::other;
}

namespace {

bool same_columns(const Table& a, const Table& b) {
  return a.columns.size() == b.columns.size() &&
         std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(),
                    [](const Column& x, const Column& y) {
                      return x.period == y.period && x.unit == y.unit && x.scale_power == y.scale_power;
                    });
}

std::set<std::string> labels_of(const Table& table) {
  std::set<std::string> out;
  for (const Row& row : table.rows) {
    const Concept* known = row.role == Role::header ? nullptr : match_concept(row.label, TableKind::other);
    if (known != nullptr && known->subtotal) out.emplace(known->name);
  }
  return out;
}

// Whether a table goes on where the statement before it stopped: nothing of it is printed again.
bool continues(const Table& first, const Table& next) {
  if (!same_columns(first, next) || next.after_paragraph > first.after_paragraph + 8) return false;
  const bool kind_fits =
      next.kind == first.kind || next.kind == TableKind::other || next.kind == TableKind::highlights;
  if (!kind_fits || next.notes_section != first.notes_section) return false;
  const std::set<std::string> a = labels_of(first), b = labels_of(next);
  return std::none_of(b.begin(), b.end(), [&](const std::string& label) { return a.count(label) != 0; });
}

bool is_statement(TableKind kind) {
  return kind == TableKind::income_statement || kind == TableKind::balance_sheet ||
         kind == TableKind::cash_flow;
}

bool names_another(const Table& first, const Table& next) {
  const std::string a = lower(first.title), b = lower(next.title);
  return !b.empty() && a != b && !has(b, "continued") &&
         (has(b, "reconciliation") || has(b, "note") || has(b, "non-gaap") || has(b, "segment"));
}

void append(Filing& filing, std::size_t into, std::size_t from) {
  Table& first = filing.tables[into];
  Table& next = filing.tables[from];
  const auto offset = static_cast<std::uint32_t>(first.rows.size());
  for (Row& row : next.rows) {
    for (const FigureId id : row.cells) {
      if (id == kNoFigure) continue;
      filing.figures[id].table = static_cast<std::uint32_t>(into);
      filing.figures[id].row += offset;
    }
    first.rows.push_back(std::move(row));
  }
  first.last_line = std::max(first.last_line, next.last_line);
  first.after_paragraph = next.after_paragraph;
}

}  // namespace

void join_pages(Filing& filing) {
  std::vector<Table> kept;
  kept.reserve(filing.tables.size());
  std::size_t last = 0;
  std::vector<bool> gone(filing.tables.size(), false);
  for (std::size_t i = 1; i < filing.tables.size(); ++i) {
    Table& first = filing.tables[last];
    if (is_statement(first.kind) && continues(first, filing.tables[i]) &&
        !names_another(first, filing.tables[i])) {
      append(filing, last, i);
      gone[i] = true;
    } else {
      last = i;
    }
  }
  std::vector<std::uint32_t> place(filing.tables.size(), 0);
  for (std::size_t i = 0; i < filing.tables.size(); ++i) {
    place[i] = static_cast<std::uint32_t>(kept.size());
    if (!gone[i]) kept.push_back(std::move(filing.tables[i]));
  }
  for (Figure& figure : filing.figures) {
    if (figure.in_table()) figure.table = place[figure.table];
  }
  filing.tables = std::move(kept);
}

}  // namespace kcfin::statement
