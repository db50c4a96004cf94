// Names lead from each percentage to a line of the income statement; the rows together must bear it out.
#include "rules/ratio_percent_statement.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "rules/arithmetic.h"
#include "rules/row_relations.h"
#include "statement/concept_name.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

class PercentStatements {
 public:
  PercentStatements(const StatementIndex& index, RuleId rule, Equations& out)
      : index_(index), rule_(rule), out_(out), held_(held_by(rule, out)) {}

  void run() {
    for (const std::uint32_t statement : index_.of_kind(TableKind::income_statement)) {
      const std::optional<RowRef> revenues = revenues_of(statement);
      if (!revenues) continue;
      for (std::uint32_t t = 0; t < index_.filing().tables.size(); ++t) {
        if (t != statement) relate_table(t, *revenues);
      }
    }
  }

 private:
  static constexpr std::size_t kMostColumns = 40;

  [[nodiscard]] const Figure& figure(FigureId id) const { return index_.filing().figures[id]; }

  // Revenues in amounts: a statement in percent has the line too.
  [[nodiscard]] std::optional<RowRef> revenues_of(std::uint32_t statement) const {
    for (const RowRef at : index_.rows_of(statement)) {
      const std::vector<FigureId>& cells = index_.row(at).cells;
      const bool amounts = std::any_of(cells.begin(), cells.end(), [&](FigureId id) {
        return id != kNoFigure && figure(id).unit.measure == Measure::money;
      });
      if (index_.row(at).concept_name == "Revenues"_concept && amounts) return at;
    }
    return std::nullopt;
  }

  // ------------------------------------------------------------ rows

  void relate_table(std::uint32_t t, RowRef revenues) {
    const std::span<const RowRef> rows = index_.rows_of(t);
    if (index_.filing().tables[t].columns.size() > kMostColumns || rows.size() > kMostRowsLookedUp) return;
    std::vector<Equation> made;
    for (const RowRef at : rows) {
      if (!of_revenues(at)) continue;
      if (const auto line = line_of(at, revenues.table)) append(at, *line, revenues, made);
    }
    constexpr int kEnough = 6;
    const Fit fit = fit_of(index_.filing(), made);
    if (fit.hold < kEnough || fit.hold * 10 < fit.judged * 9) return;
    for (Equation& equation : made) {
      if (!evened_out(equation) && held_.insert(equation.result).second)
        out_.equations.push_back(std::move(equation));
    }
  }

  // "Percent of net sales" over the row or the table, or revenues of a hundred per cent in its column.
  [[nodiscard]] bool of_revenues(RowRef at) const {
    const Row& row = index_.row(at);
    const bool percentages = std::any_of(row.cells.begin(), row.cells.end(), [&](FigureId id) {
      return id != kNoFigure && figure(id).unit.measure == Measure::percent;
    });
    if (!percentages) return false;
    if (std::any_of(row.section.begin(), row.section.end(), says_of_revenues) ||
        says_of_revenues(index_.table(at).title))
      return true;
    const std::span<const RowRef> rows = index_.rows_of(at.table);
    return std::any_of(rows.begin(), rows.end(), [&](RowRef other) { return is_whole(other); });
  }

  static bool says_of_revenues(std::string_view text) {
    static constexpr std::array<std::string_view, 3> kShares = {"percent of", "percentage of", "% of"};
    static constexpr std::array<std::string_view, 3> kWholes = {"revenue", "sales", "turnover"};
    const std::string words = lower(text);
    return has_any(words, kShares) && has_any(words, kWholes);
  }

  [[nodiscard]] bool is_whole(RowRef at) const {
    if (index_.row(at).concept_name != "Revenues"_concept) return false;
    const std::vector<FigureId>& cells = index_.row(at).cells;
    const auto a_hundred = [&](FigureId id) {
      return id != kNoFigure && figure(id).unit.measure == Measure::percent && figure(id).value &&
             same_value(*figure(id).value, Decimal{100, 0});
    };
    return std::any_of(cells.begin(), cells.end(), a_hundred);
  }

  // The one line of the statement that is called so, or that means the same.
  [[nodiscard]] std::optional<RowRef> line_of(RowRef at, std::uint32_t statement) const {
    std::optional<RowRef> found;
    for (const bool by_label : {true, false}) {
      for (const RowRef line : index_.rows_of(statement)) {
        const bool same = by_label ? !index_.label(at).empty() && index_.label(line) == index_.label(at)
                                   : !index_.row(at).concept_name.empty() &&
                                         index_.row(line).concept_name == index_.row(at).concept_name;
        if (!same || (by_label && index_.section(line) != index_.section(at) && stands_twice(line))) continue;
        if (found) return std::nullopt;
        found = line;
      }
      if (found) return found;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool stands_twice(RowRef line) const {
    const std::span<const RowRef> rows = index_.rows_of(line.table);
    return std::count_if(rows.begin(), rows.end(),
                         [&](RowRef other) { return index_.label(other) == index_.label(line); }) > 1;
  }

  // ------------------------------------------------------------ equations

  void append(RowRef at, RowRef line, RowRef revenues, std::vector<Equation>& made) const {
    std::vector<Equation> plain, turned;
    const Row& row = index_.row(at);
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const FigureId id = row.cells[c];
      if (id == kNoFigure || !index_.usable(at.table, c) || figure(id).unit.measure != Measure::percent ||
          !figure(id).value)
        continue;
      const auto column = amounts_of(revenues, figure(id).period);
      if (!column) continue;
      const FigureId amount = index_.row(line).cells[*column], whole = index_.row(revenues).cells[*column];
      if (amount == kNoFigure || figure(amount).unit.measure != Measure::money) continue;
      Equation equation;
      equation.rule = rule_;
      equation.relation = Relation::ratio;
      equation.support = Support::both;
      equation.result = id;
      equation.terms = {{amount, 1}, {whole, 1}};
      equation.reading = index_.name(line) + " / " + index_.name(revenues);
      plain.push_back(equation);
      equation.terms.front().sign = -1;
      turned.push_back(std::move(equation));
    }
    // Costs may be negative in one of the tables alone.
    const bool turn = fit_of(index_.filing(), turned).hold > fit_of(index_.filing(), plain).hold;
    for (Equation& equation : turn ? turned : plain) made.push_back(std::move(equation));
  }

  // The column of a period in the currency that the filing reports in.
  [[nodiscard]] std::optional<std::size_t> amounts_of(RowRef revenues, const Period& period) const {
    const std::vector<FigureId>& cells = index_.row(revenues).cells;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (cells[c] == kNoFigure || !index_.usable(revenues.table, c)) continue;
      const Figure& own = figure(cells[c]);
      if (own.unit.measure == Measure::money && own.period == period && !index_.translated(own.unit))
        return c;
    }
    return std::nullopt;
  }

  // Whole percentages are often made to add up: one that is a unit off says nothing.
  [[nodiscard]] bool evened_out(const Equation& equation) const {
    const Decimal& own = *figure(equation.result).value;
    const auto made = expected(index_.filing(), equation);
    if (!made || made->decimals != own.decimals || holds(index_.filing(), equation).value_or(true))
      return false;
    const std::int64_t off = made->mantissa - own.mantissa;
    return own.decimals == 0 && off <= 1 && off >= -1;
  }

  const StatementIndex& index_;
  RuleId rule_;
  Equations& out_;
  std::set<FigureId> held_;
};

}  // namespace

void relate_percent_statements(const StatementIndex& index, RuleId rule, Equations& out) {
  PercentStatements(index, rule, out).run();
}

}  // namespace kcfin::rulebook
