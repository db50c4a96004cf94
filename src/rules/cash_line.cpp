// The label says whether restricted cash is part of the line; the columns must bear the reading out.
#include "rules/cash_line.h"

#include <algorithm>
#include <array>

#include "rules/arithmetic.h"
#include "statement/concept_name.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

constexpr std::array<std::string_view, 2> kCash = {"CashAndCashEquivalentsAtCarryingValue"_concept,
                                                   "Cash"_concept};
constexpr std::array<std::string_view, 2> kRestricted = {"RestrictedCashCurrent"_concept,
                                                         "RestrictedCashNoncurrent"_concept};

template <std::size_t N>
bool one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class CashLines {
 public:
  CashLines(const StatementIndex& index, RuleId rule, Equations& out)
      : index_(index), rule_(rule), out_(out) {}

  void run() {
    for (const std::uint32_t t : index_.of_kind(TableKind::cash_flow)) {
      moved_out_ = false;
      std::vector<RowRef> lines;
      for (const RowRef at : index_.rows_of(t)) {
        const std::string_view label = index_.label(at);
        moved_out_ |= has(label, "cash") && (has(label, "held for sale") || has(label, "disposal group") ||
                                             has(label, "discontinued"));
        const bool instant = index_.nature(at) == Nature::instant;
        if (instant && cash_point(index_.row(at).label) != CashPoint::none) lines.push_back(at);
      }
      for (const RowRef line : lines) tie_to_balance_sheet(line);
      if (!moved_out_) tie_dates(lines);
    }
  }

 private:
  // ------------------------------------------------------------ the balance sheet

  void tie_to_balance_sheet(RowRef line) {
    if (index_.of_kind(TableKind::balance_sheet).empty()) return;
    const bool with_restricted = has(index_.label(line), "restricted");
    std::vector<RowRef> parts;
    bool unclear = moved_out_;
    for (const std::uint32_t t : index_.of_kind(TableKind::balance_sheet)) {
      for (const RowRef at : index_.rows_of(t)) {
        const std::string_view name = index_.row(at).concept_name;
        if (one_of(name, kCash) || (with_restricted && one_of(name, kRestricted))) {
          parts.push_back(at);
        } else if (name.empty() && has(index_.label(at), "cash")) {
          unclear = true;  // "Cash held by consolidated funds"
        }
      }
    }
    // What is restricted may stand on the balance sheet in a line that does not say so.
    const bool incomplete = with_restricted && std::none_of(parts.begin(), parts.end(), [&](RowRef part) {
                              return one_of(index_.row(part).concept_name, kRestricted);
                            });
    std::vector<Equation> equations;
    bool borne_out = false, all_hold = true;
    for (const FigureId id : index_.row(line).cells) {
      if (id == kNoFigure || index_.filing().figures[id].period.instant()) continue;
      Equation equation = sum_of(line, id, parts);
      if (equation.terms.empty()) continue;
      all_hold &= holds(index_.filing(), equation).value_or(false);
      borne_out |=
          !index_.filing().figures[id].dash && holds_to_the_digit(index_.filing(), equation).value_or(false);
      equations.push_back(std::move(equation));
    }
    if (borne_out && (all_hold || !incomplete)) {
      for (Equation& equation : equations) out_.equations.push_back(std::move(equation));
    } else if (!equations.empty()) {
      out_.skips.push_back({rule_, equations.front().result, index_.row(line).at,
                            unclear ? "cash stands on the balance sheet in rows that are not told apart"
                                    : "no column of the balance sheet adds up to it, so its parts are not "
                                      "identified"});
    }
  }

  [[nodiscard]] Equation sum_of(RowRef line, FigureId id, const std::vector<RowRef>& parts) const {
    Equation equation;
    equation.rule = rule_;
    equation.relation = Relation::sum;
    equation.support = Support::both;
    equation.result = id;
    const Period date = index_.period(line, id);
    const Unit& unit = index_.filing().figures[id].unit;
    bool cash = false;
    std::uint32_t sheet = 0;  // a parent's own balance sheet may stand behind the group's
    for (const RowRef part : parts) {
      const FigureId cell = index_.cell(part, date, unit);
      const bool own = one_of(index_.row(part).concept_name, kCash);
      if (cell == kNoFigure || (own && cash && part.table != sheet)) continue;
      cash |= own;
      if (own) sheet = part.table;
      equation.reading += equation.terms.empty() ? "of the balance sheet: " : ", ";
      equation.reading += index_.name(part);
      equation.terms.push_back({cell, 1});
    }
    if (!cash) equation.terms.clear();
    return equation;
  }

  // ------------------------------------------------------------ one date, two columns

  // Cash may be stated with and without what is restricted, or held for sale: two lines, two amounts.
  struct Basis {
    bool restricted = false, apart = false;
    friend bool operator==(const Basis&, const Basis&) = default;
  };
  [[nodiscard]] Basis basis_of(RowRef line) const {
    const std::string_view label = index_.label(line);
    return {has(label, "restricted"),
            has(label, "held for sale") || has(label, "discontinued") || has(label, "disposal")};
  }

  struct DatedCash {
    FigureId cell = kNoFigure;
    RowRef line;
    Period date;
    Basis basis;
  };

  void tie_dates(const std::vector<RowRef>& lines) {
    std::vector<DatedCash> closing, opening;
    for (const RowRef line : lines) {
      const CashPoint point = cash_point(index_.row(line).label);
      const Row& row = index_.row(line);
      if (row.less) continue;  // a part that is taken off
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        // A heading that had to be worked out is no ground for an alarm between its own columns.
        const Column& column = index_.table(line).columns[i];
        if (row.cells[i] == kNoFigure || !index_.usable(line.table, i) || column.period.instant() ||
            column.heading != Heading::read)
          continue;
        (point == CashPoint::closing ? closing : opening)
            .push_back({row.cells[i], line, index_.period(line, row.cells[i]), basis_of(line)});
      }
    }
    tie_within(closing, "closing cash of another column at the same date");
    tie_within(opening, "opening cash of another column at the same date");
    for (const DatedCash& after : opening) {
      const Unit& unit = index_.filing().figures[after.cell].unit;
      if (index_.translated(unit)) continue;  // each column is translated at its own rate
      const auto before = std::find_if(closing.begin(), closing.end(), [&](const DatedCash& cash) {
        return cash.date == after.date && cash.basis == after.basis &&
               index_.filing().figures[cash.cell].unit == unit;
      });
      if (before != closing.end()) tie(after.cell, before->cell, "closing cash of the period before");
    }
  }

  void tie_within(const std::vector<DatedCash>& cells, std::string_view reading) {
    for (std::size_t i = 1; i < cells.size(); ++i) {
      const Unit& unit = index_.filing().figures[cells[i].cell].unit;
      for (std::size_t j = 0; j < i; ++j) {
        if (cells[j].line != cells[i].line || cells[j].date != cells[i].date ||
            index_.filing().figures[cells[j].cell].unit != unit)
          continue;
        tie(cells[i].cell, cells[j].cell, reading);
        break;
      }
    }
  }

  void tie(FigureId cell, FigureId other, std::string_view reading) {
    Equation equation;
    equation.rule = rule_;
    equation.relation = Relation::same;
    equation.result = cell;
    equation.terms = {{other, 1}};
    equation.reading = reading;
    out_.equations.push_back(std::move(equation));
  }

  const StatementIndex& index_;
  RuleId rule_;
  Equations& out_;
  bool moved_out_ = false;  // the statement moves cash of a disposal group in or out
};

}  // namespace

void relate_cash(const StatementIndex& index, RuleId rule, Equations& out) {
  CashLines(index, rule, out).run();
}

}  // namespace kcfin::rulebook
