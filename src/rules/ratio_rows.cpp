// The label says what the percentage is, and its place of what: the row of amounts just above it. Or the
// header says what the percentages under it are, and each label of which amount: "Percent of net sales: Cost
// of sales".
#include "rules/ratio_rows.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "rules/arithmetic.h"
#include "rules/row_relations.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

class RowsBelow {
 public:
  RowsBelow(const StatementIndex& index, RuleId rule, Equations& out)
      : index_(index), rule_(rule), out_(out) {}

  void shares() {
    for_each_row_below([&](RowRef at, RowRef amount, std::string_view says) {
      const auto whole = whole_of(says);
      if (!whole) return;
      const Concept* known = match_concept(*whole, TableKind::income_statement);
      if (known == nullptr) return;
      const auto denominator = index_.primary(known->name);
      if (!denominator || *denominator == amount) return;
      emit(equations(at, [&](std::size_t c) { return share(at, amount, *denominator, c); }));
    });
  }

  void changes() {
    for_each_row_below([&](RowRef at, RowRef amount, std::string_view says) {
      if (!names_change(says)) return;
      emit(equations(at, [&](std::size_t c) { return change(at, amount, c); }));
    });
  }

 private:
  [[nodiscard]] const Figure& figure(FigureId id) const { return index_.filing().figures[id]; }

  // Every row of percentages in columns of amounts, with the row of amounts above it and its label, or with
  // the row that it names and what its header says.
  template <class Take>
  void for_each_row_below(Take take) const {
    for (std::uint32_t t = 0; t < index_.filing().tables.size(); ++t) {
      std::optional<RowRef> amount;
      for (const RowRef at : index_.rows_of(t)) {
        if (in_percent(at)) {
          const Row& row = index_.row(at);
          if (amount) take(at, *amount, row.label);
          if (row.section.empty()) continue;
          const auto named = namesake_above(at);
          if (named) take(at, *named, row.section.back());
        } else {
          amount = in_money(at) ? std::optional(at) : std::nullopt;
        }
      }
    }
  }

  // The amounts of the same label, under another header of the table.
  [[nodiscard]] std::optional<RowRef> namesake_above(RowRef at) const {
    const Row& own = index_.row(at);
    if (index_.table(at).rows.size() > kMostRowsLookedUp || own.plain.empty()) return std::nullopt;
    for (std::uint32_t r = at.row; r-- > 0;) {
      const RowRef other{at.table, r};
      const Row& row = index_.row(other);
      if (row.role != Role::header && row.plain == own.plain && row.section != own.section && in_money(other))
        return other;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool in_percent(RowRef at) const {
    const Row& row = index_.row(at);
    bool any = false;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (row.cells[c] == kNoFigure || !of_amounts(at, c)) continue;
      if (figure(row.cells[c]).unit.measure != Measure::percent) return false;
      any = true;
    }
    return any;
  }
  [[nodiscard]] bool in_money(RowRef at) const {
    const std::vector<FigureId>& cells = index_.row(at).cells;
    return std::any_of(cells.begin(), cells.end(), [&](FigureId id) {
      return id != kNoFigure && figure(id).unit.measure == Measure::money;
    });
  }
  [[nodiscard]] bool of_amounts(RowRef at, std::size_t c) const {
    const Column& column = index_.table(at).columns[c];
    return column.unit.measure == Measure::money && !column.difference && index_.usable(at.table, c);
  }

  // "Percentage of total revenue", "As a % of net sales", "% of revenues": nothing but the whole is named.
  static std::optional<std::string_view> whole_of(std::string_view label) {
    static constexpr std::array<std::string_view, 9> kLeads = {
        "as a percentage of ", "as percentage of ", "as a % of ", "as % of ",
        "percentage of ",      "percent of ",       "% of ",      "(as a percentage of ",
        "(as a % of "};
    const std::string lowered = lower(label);
    for (const std::string_view lead : kLeads) {
      if (!lowered.starts_with(lead)) continue;
      std::string_view whole = label.substr(lead.size());
      while (!whole.empty() && (whole.back() == ')' || whole.back() == ' ')) whole.remove_suffix(1);
      return whole;
    }
    return std::nullopt;
  }

  static bool names_change(std::string_view label) {
    static constexpr std::array<std::string_view, 9> kLeads = {"percentage change",
                                                               "percent change",
                                                               "% change",
                                                               "percentage growth",
                                                               "year-over-year change",
                                                               "year over year change",
                                                               "year-over-year growth",
                                                               "year-over-year percentage",
                                                               "year over year percentage"};
    static constexpr std::array<std::string_view, 6> kElse = {"constant",   "excluding", "organic",
                                                              "comparable", "quarter",   "sequential"};
    const std::string lowered = lower(label);
    const auto in_label = [&](std::string_view word) { return has(lowered, word); };
    return std::any_of(kLeads.begin(), kLeads.end(),
                       [&](std::string_view lead) { return lowered.starts_with(lead); }) &&
           std::none_of(kElse.begin(), kElse.end(), in_label);
  }

  // ------------------------------------------------------------ equations

  template <class Make>
  [[nodiscard]] std::vector<Equation> equations(RowRef at, Make make) const {
    std::vector<Equation> out;
    const Row& row = index_.row(at);
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (row.cells[c] == kNoFigure || !of_amounts(at, c)) continue;
      auto equation = make(c);
      if (equation) out.push_back(std::move(*equation));
    }
    return out;
  }

  [[nodiscard]] std::optional<Equation> share(RowRef at, RowRef amount, RowRef whole, std::size_t c) const {
    const FigureId part = index_.row(amount).cells[c];
    if (part == kNoFigure || figure(part).unit.measure != Measure::money) return std::nullopt;
    const FigureId total = whole.table == at.table
                               ? index_.row(whole).cells[c]
                               : index_.cell(whole, index_.table(at).columns[c].period, figure(part).unit);
    if (total == kNoFigure || figure(total).unit != figure(part).unit) return std::nullopt;
    Equation equation = two(Relation::ratio, index_.row(at).cells[c], part, total);
    // Costs printed negative may have positive shares.
    const auto &size = figure(part).value, &own = figure(equation.result).value;
    if (size && own && size->mantissa < 0 && own->mantissa > 0) equation.terms.front().sign = -1;
    equation.reading = index_.name(amount) + " / " + index_.name(whole);
    return equation;
  }

  [[nodiscard]] std::optional<Equation> change(RowRef at, RowRef amount, std::size_t c) const {
    const std::vector<Column>& columns = index_.table(at).columns;
    const FigureId now = index_.row(amount).cells[c];
    for (std::size_t base = 0; base < columns.size(); ++base) {
      const FigureId before = index_.row(amount).cells[base];
      if (base == c || now == kNoFigure || before == kNoFigure || !of_amounts(at, base) ||
          figure(before).unit != figure(now).unit || !a_year_before(columns[base].period, columns[c].period))
        continue;
      Equation equation = two(Relation::change, index_.row(at).cells[c], now, before);
      equation.reading = "against " + columns[base].period.end.iso();
      return equation;
    }
    return std::nullopt;
  }

  static bool a_year_before(const Period& base, const Period& own) {
    constexpr int kShortest = 357, kLongest = 378;  // fiscal years of 52 and 53 weeks
    if (!base.known() || !own.known() || base.instant() != own.instant() || base.months() != own.months())
      return false;
    const int days = days_between(base.end, own.end);
    return days >= kShortest && days <= kLongest;
  }

  [[nodiscard]] Equation two(Relation relation, FigureId result, FigureId first, FigureId second) const {
    Equation equation;
    equation.rule = rule_;
    equation.relation = relation;
    equation.support = Support::both;
    equation.result = result;
    equation.terms = {{first, 1}, {second, 1}};
    return equation;
  }

  // Most columns must bear it out: two thirds, and two of them where there are two.
  void emit(std::vector<Equation> made) {
    const Fit fit = fit_of(index_.filing(), made);
    if (fit.hold < std::min(fit.judged, 2) || fit.hold == 0 || fit.hold * 3 < fit.judged * 2) return;
    for (Equation& equation : made) out_.equations.push_back(std::move(equation));
  }

  const StatementIndex& index_;
  RuleId rule_;
  Equations& out_;
};

}  // namespace

void relate_shares_below(const StatementIndex& index, RuleId rule, Equations& out) {
  RowsBelow(index, rule, out).shares();
}

void relate_changes_below(const StatementIndex& index, RuleId rule, Equations& out) {
  RowsBelow(index, rule, out).changes();
}

}  // namespace kcfin::rulebook
