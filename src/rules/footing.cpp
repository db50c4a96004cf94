// The footing family over tables: totals, the balance sheet, the cash flow, reconciliations.
#include <algorithm>
#include <optional>
#include <vector>

#include "rules/arithmetic.h"
#include "rules/footing/amounts.h"
#include "rules/prose_rules.h"
#include "rules/registry.h"
#include "rules/rule_input.h"
#include "statement/concept.h"
#include "statement/concept_name.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

bool is_cash_total(const Table& table, const Row& row) {
  if (table.kind != TableKind::cash_flow) return false;
  return has(row.concept_name, "PeriodIncreaseDecrease") || cash_point(row.label) == CashPoint::closing;
}

bool is_balance_total(const Row& row) {
  return row.concept_name == "LiabilitiesAndStockholdersEquity"_concept;
}

enum class Member : std::uint8_t { total, balance_sheet, cash, reconciliation };

Member member_of(const Table& table, const Row& row) {
  if (table.kind == TableKind::non_gaap) return Member::reconciliation;
  if (is_cash_total(table, row)) return Member::cash;
  if (is_balance_total(row)) return Member::balance_sheet;
  return Member::total;
}

bool counts(const Figure& figure) {
  return figure.unit.measure == Measure::money || figure.unit.measure == Measure::pure;
}

// Figures of two scales in one column: one of them was not understood.
bool scales_differ(const Filing& filing, const Equation& equation) {
  return std::any_of(equation.terms.begin(), equation.terms.end(), [&](const Term& term) {
    const Figure& part = filing.figures[term.figure];
    return !part.dash && part.scale_power != filing.figures[equation.result].scale_power;
  });
}

// A column of differences in which some row differs by its size only: a cost that fell stands as a rise, so
// that the column does not add up as its two periods do.
bool differs_by_size(const Filing& filing, const Table& table, std::size_t c) {
  const Column& own = table.columns[c];
  if (!own.difference) return false;
  const auto value = [&](const Row& row, std::size_t column) -> std::optional<Wide> {
    const FigureId id = row.cells[column];
    if (id == kNoFigure || !filing.figures[id].usable() || !counts(filing.figures[id])) return std::nullopt;
    return filing.figures[id].value->mantissa;
  };
  const auto amounts = [&](std::size_t i) {
    const Column& column = table.columns[i];
    return i != c && !column.difference && column.unit == own.unit &&
           column.period.months() == own.period.months();
  };
  for (std::size_t now = 0; now < table.columns.size(); ++now) {
    for (std::size_t base = 0; base < table.columns.size(); ++base) {
      if (!amounts(now) || !amounts(base) || table.columns[now].period != own.period ||
          !(table.columns[base].period.end < own.period.end))
        continue;
      for (const Row& row : table.rows) {
        const auto change = value(row, c), a = value(row, now), b = value(row, base);
        if (change && a && b && *change != 0 && *change == *b - *a) return true;
      }
    }
  }
  return false;
}

// Of each column, whether it holds averages.
std::vector<bool> averages_of(const Table& table) {
  std::vector<bool> out;
  for (const Column& column : table.columns) out.push_back(heads_averages(column));
  return out;
}

// The rows of a table that have figures of which nothing tells the column; empty where no row has.
std::vector<bool> open_rows(const Filing& filing, const Table& table) {
  std::vector<bool> out;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    if (!left_open(filing, table.rows[r])) continue;
    out.resize(table.rows.size(), false);
    out[r] = true;
  }
  return out;
}

// Whether such a row stands among those of the sum, or right beside the last of them: of each column, a
// figure of it may be one of the terms.
bool lacks_an_open_row(const std::vector<bool>& open, const Footing& footing) {
  if (open.empty()) return false;
  std::uint32_t first = footing.row, last = footing.row;
  for (const FootingTerm& term : footing.terms) {
    first = std::min(first, term.row);
    last = std::max(last, term.row);
  }
  if (last == footing.row) {
    while (first > 0 && open[first - 1]) --first;
  } else {
    while (last + 1 < open.size() && open[last + 1]) ++last;
  }
  for (std::uint32_t r = first; r <= last; ++r) {
    if (r != footing.row && open[r]) return true;
  }
  return false;
}

// What a table's columns and rows are, as far as its footings ask.
struct Asked {
  std::vector<bool> averages, open;
};

// One equation a column. A column in which a row of the total is blank is skipped: the cell may be nil or
// lost.
void emit(const Filing& filing, const Table& table, const Asked& asked, const Footing& footing, RuleId rule,
          Equations& out) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const FigureId result = table.rows[footing.row].cells[c];
    if (result == kNoFigure || asked.averages[c] || !counts(filing.figures[result])) continue;
    if (differs_by_size(filing, table, c)) continue;
    if (lacks_an_open_row(asked.open, footing)) {
      out.skips.push_back({rule, result, filing.figures[result].at, std::string(kLeftOpen)});
      continue;
    }
    Equation equation;
    equation.rule = rule;
    equation.relation = Relation::sum;
    equation.support = footing.support;
    equation.result = result;
    equation.reading = footing.reading;
    equation.terms.reserve(footing.terms.size());
    for (const FootingTerm& term : footing.terms) {
      const FigureId id = table.rows[term.row].cells[c];
      if (id != kNoFigure && counts(filing.figures[id])) equation.terms.push_back({id, term.sign});
    }
    if (equation.terms.empty() || scales_differ(filing, equation)) continue;
    equation.blanks = static_cast<std::uint16_t>(footing.terms.size() - equation.terms.size());
    out.equations.push_back(std::move(equation));
  }
}

void relate_member(const RuleInput& input, RuleId rule, Member member, Equations& out) {
  const Filing& filing = input.filing();
  for (std::uint32_t t = 0; t < filing.tables.size(); ++t) {
    const Table& table = filing.tables[t];
    const bool reconciles = table.kind == TableKind::non_gaap;
    if (reconciles != (member == Member::reconciliation)) continue;
    if (member == Member::cash && table.kind != TableKind::cash_flow) continue;
    if (member == Member::balance_sheet && table.kind != TableKind::balance_sheet) continue;
    const FootingStructure& structure = input.structure(t);
    Asked asked;
    for (const Footing& footing : structure.footings) {
      if (member_of(table, table.rows[footing.row]) != member) continue;
      if (asked.averages.empty()) asked = {averages_of(table), open_rows(filing, table)};
      emit(filing, table, asked, footing, rule, out);
    }
    for (const UnreadTotal& unread : structure.unread) {
      const Row& row = table.rows[unread.row];
      if (member_of(table, row) != member) continue;
      for (const FigureId id : row.cells) {
        if (id != kNoFigure) out.skips.push_back({rule, id, filing.figures[id].at, unread.reason});
      }
    }
  }
}

void relate_total(const RuleInput& input, RuleId rule, Equations& out) {
  relate_member(input, rule, Member::total, out);
}
void relate_cash(const RuleInput& input, RuleId rule, Equations& out) {
  relate_member(input, rule, Member::cash, out);
}
void relate_reconciliation(const RuleInput& input, RuleId rule, Equations& out) {
  relate_member(input, rule, Member::reconciliation, out);
  relate_definitions(input, rule, out);
}

// Both sides of the balance sheet print the same total.
void relate_balance_sheet(const RuleInput& input, RuleId rule, Equations& out) {
  relate_member(input, rule, Member::balance_sheet, out);
  for (const Table& table : input.filing().tables) {
    if (table.kind != TableKind::balance_sheet) continue;
    const auto find = [&](std::string_view name) {
      return std::find_if(table.rows.begin(), table.rows.end(),
                          [&](const Row& row) { return row.concept_name == name; });
    };
    const auto assets = find("Assets"_concept), both = find("LiabilitiesAndStockholdersEquity"_concept);
    if (assets == table.rows.end() || both == table.rows.end()) continue;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (assets->cells[c] == kNoFigure || both->cells[c] == kNoFigure) continue;
      Equation equation;
      equation.rule = rule;
      equation.relation = Relation::same;
      equation.result = both->cells[c];
      equation.terms = {{assets->cells[c], 1}};
      equation.reading = "total assets";
      out.equations.push_back(std::move(equation));
    }
  }
}

}  // namespace

const Rule footing_total = {
    .id = "footing/total",
    .severity = Severity::error,
    .summary = "a total or subtotal against the rows it sums",
    .checks =
        "Every total of every statement and note. What it sums is read from the section it closes, the rows "
        "since the "
        "last total and its label, and must hold in the table's other columns; a total whose rows cannot be "
        "told is "
        "skipped. A row that no label calls a total is one where the columns show it: what remains of "
        "revenues "
        "or a subtotal when all since is taken off, a net line or one that repeats its header over the rows "
        "under it; and the owners' shares of an income, of continuing operations too, against it. A total of "
        "a "
        "cash flow that stands over its parts against those.",
    .arithmetic =
        "total = sum of its rows, each with one sign for the whole table; a row that no label calls a cost "
        "is "
        "taken off only where no column breaks by twice it. Each figure stands for half a unit "
        "of its "
        "last place either way; the check fails where the intervals do not meet.",
    .example =
        "Total operating expenses (1,361,773) over (217,306) + (735,177) + (409,290) holds; printed as "
        "(1,371,773) it "
        "is 10,000 off.",
    .advice =
        "Compare the finding's figure with the source ledger. Where several rows could be wrong, the other "
        "checks of "
        "each row say which are confirmed.",
    .relate = relate_total,
};

const Rule footing_balance_sheet = {
    .id = "footing/balance-sheet",
    .severity = Severity::error,
    .summary = "total assets = total liabilities (+ mezzanine) + total equity",
    .checks = "Both sides of every balance sheet, in every column.",
    .arithmetic =
        "Total liabilities, mezzanine equity and total equity add up to the last line; the last line equals "
        "total "
        "assets to the digit.",
    .example =
        "Total assets 16,133,874 beside total liabilities and equity 16,133,784: 90 off, two digits "
        "transposed.",
    .advice = "Foot both sides: the side whose own total does not add up holds the slip.",
    .relate = relate_balance_sheet,
};

const Rule footing_cash = {
    .id = "footing/cash",
    .severity = Severity::error,
    .summary = "opening cash + net change (+ exchange effect) = closing cash, in either layout",
    .checks =
        "The net change in cash against the three activities, with the exchange effect inside or outside it, "
        "and the "
        "closing balance against the opening one.",
    .arithmetic = "The layout is the one that the table's columns support; then as footing/total.",
    .example =
        "3,533,726 + 251,556 = 3,785,282, but 3,823,087 is printed: the exchange effect of 37,805 was left "
        "out.",
    .advice = "Check the activities' subtotals first, then the exchange effect.",
    .relate = relate_cash,
};

const Rule footing_reconciliation = {
    .id = "footing/reconciliation",
    .severity = Severity::error,
    .summary = "GAAP measure + adjustments = non-GAAP measure",
    .checks =
        "Every chain of a reconciliation: a GAAP measure, its adjustments, the adjusted measure, and on to "
        "the next. "
        "A GAAP measure in mid-table starts a new chain.",
    .arithmetic = "As footing/total, each chain for itself.",
    .example = "Net loss (772,973) + 251,467 + 30,475 = (491,031), printed as adjusted net loss (491,301).",
    .advice = "Compare each adjustment with the statement that it comes from.",
    .relate = relate_reconciliation,
};

}  // namespace kcfin::rulebook
