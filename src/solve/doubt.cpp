// What is asked of each broken statement: what else of its kind holds in its column, row and table, whether
// one figure explains what breaks together, and whether a slip shows that gives the expected figure.
#include "solve/doubt.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "values/slip.h"

namespace kcfin::solving {
namespace {

// So many breaks of one rule in one table without a common cause are no misprints.
constexpr std::size_t kMany = 4;
// A slip of one digit is met by chance where there are fewer digits.

bool holds(const Statement& statement) {
  return statement.verdict == Verdict::exact || statement.verdict == Verdict::within_rounding;
}

// Statements that stand or fall by one reading.
struct Group {
  std::size_t held = 0, exact = 0;
  std::vector<std::size_t> broken;
};

class Doubts {
 public:
  Doubts(const Network& network, const Values& values, std::span<const Statement> statements)
      : network_(network), values_(values), statements_(statements), doubted_(statements.size(), false) {}

  std::vector<Doubt> run() {
    gather();
    if (!any_) return {};
    for (const auto& [key, group] : columns_) doubt_column(std::get<0>(key), std::get<1>(key), group);
    for (const auto& [key, group] : across_) {
      if (group.broken.size() >= 2 && group.broken.size() > group.held && !few_figures_explain(group.broken))
        add(group.broken, "most rows of the table do not add up to this column");
    }
    for (const auto& [key, group] : rows_) doubt_row(group);
    for (const auto& [key, group] : ties_) doubt_tie(group);
    for (const auto& [key, group] : tables_) doubt_table(group);
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Equation& equation(std::size_t s) const {
    return network_.equation(statements_[s].readings.front());
  }

  // ------------------------------------------------------------ what belongs together

  void gather() {
    for (std::size_t s = 0; s < statements_.size(); ++s) {
      const Equation& own = equation(s);
      const Figure& result = network_.figure(own.result);
      const bool broken = statements_[s].verdict == Verdict::inconsistent;
      if (!result.in_table() || (!broken && (!holds(statements_[s]) || says_nothing(own)))) continue;
      any_ |= broken;
      const bool exact = statements_[s].verdict == Verdict::exact;
      const auto add = [&](Group& group) {
        broken ? group.broken.push_back(s) : void(++group.held);
        group.exact += exact ? 1 : 0;
      };
      add(tables_[{result.table, own.rule}]);
      if (own.relation == Relation::sum && (broken || adds(own)))
        add(columns_[{result.table, result.column}]);
      if (own.relation == Relation::sum) add(rows_[{result.table, result.row}]);
      if (own.relation == Relation::same || own.relation == Relation::opposite) {
        const Figure& term = network_.figure(own.terms.front().figure);
        if (term.in_table()) add(ties_[{result.table, result.row, term.table, term.row}]);
      }
    }
  }

  // A sum over the other columns of its row.
  [[nodiscard]] bool across(const Equation& own) const {
    const Figure& result = network_.figure(own.result);
    return std::any_of(own.terms.begin(), own.terms.end(), [&](const Term& term) {
      const Figure& part = network_.figure(term.figure);
      return part.table == result.table && part.row == result.row;
    });
  }

  // A total over one figure repeats it, and shows nothing of what its column holds.
  [[nodiscard]] bool adds(const Equation& own) const {
    return std::count_if(own.terms.begin(), own.terms.end(), [&](const Term& term) {
             return values_[term.figure] && !values_[term.figure]->zero();
           }) >= 2;
  }

  // A sum of dashes holds whatever the column is.
  [[nodiscard]] bool says_nothing(const Equation& own) const {
    const auto nil = [&](FigureId id) { return !values_[id] || values_[id]->zero(); };
    return nil(own.result) && std::all_of(own.terms.begin(), own.terms.end(),
                                          [&](const Term& term) { return nil(term.figure); });
  }

  // ------------------------------------------------------------ columns of totals

  void doubt_column(std::uint32_t table, std::uint32_t column, const Group& group) {
    if (group.broken.size() >= 2 && group.broken.size() > group.held && !few_figures_explain(group.broken)) {
      add(group.broken,
          "several totals of this column do not add up, and no figure explains them together: what the "
          "column "
          "holds may be no amounts");
    } else if (group.held == 0 && uncertain(table, column) &&
               std::none_of(group.broken.begin(), group.broken.end(), [&](std::size_t s) {
                 return holds_in_another_column(s) ||
                        (!repeats_a_term(s) && slip_shows(s, Wanted::slip_of_digits));
               })) {
      add(group.broken,
          "nothing in this column adds up, its heading does not tell it from others, and no slip shows");
    }
  }

  // The rows of the total add up to it beside this column, so that they are what it sums.
  [[nodiscard]] bool holds_in_another_column(std::size_t s) const {
    const Figure& result = network_.figure(equation(s).result);
    const auto row = rows_.find({result.table, result.row});
    return row != rows_.end() && row->second.held >= row->second.broken.size() && adds(equation(s)) &&
           exceeds_its_terms(equation(s));
  }

  // What is smaller than one of the figures that it would sum, all of one sign, is an average or what is
  // left.
  [[nodiscard]] bool exceeds_its_terms(const Equation& own) const {
    const auto& total = values_[own.result];
    if (!total) return false;
    bool up = false, down = false, exceeds = true;
    for (const Term& term : own.terms) {
      const auto& part = values_[term.figure];
      if (!part || part->zero()) continue;
      ((part->mantissa < 0) == (term.sign < 0) ? up : down) = true;
      exceeds = exceeds && compare(part->size(), total->size()) < 0;
    }
    return exceeds || (up && down);
  }

  // Its heading gives no period, was worked out, or says the same as another's.
  [[nodiscard]] bool uncertain(std::uint32_t table, std::uint32_t column) const {
    const std::vector<Column>& columns = network_.filing().tables[table].columns;
    const Column& own = columns[column];
    if (own.heading != Heading::read || !own.period.known()) return true;
    return std::count_if(columns.begin(), columns.end(), [&](const Column& other) {
             return other.period == own.period && other.unit == own.unit;
           }) > 1;
  }

  // What is left, an average, a price: the "total" is one of the figures above it.
  [[nodiscard]] bool repeats_a_term(std::size_t s) const {
    const Equation& own = equation(s);
    return adds(own) && std::any_of(own.terms.begin(), own.terms.end(), [&](const Term& term) {
             return values_[term.figure] && values_[own.result] &&
                    same_value(*values_[term.figure], *values_[own.result]);
           });
  }

  // ------------------------------------------------------------ totals through the columns

  // A reading of a total that fails in more periods than it holds in. One that nowhere holds to the digit
  // does not hold at all: sums of many roundings hold with a row too few. A translation repeats its original.
  void doubt_row(const Group& group) {
    std::set<Period> broken;
    for (const std::size_t s : group.broken) broken.insert(network_.figure(equation(s).result).period);
    if (broken.size() < 2 || group.broken.size() <= (group.exact > 0 ? group.held : 0) ||
        few_figures_explain(group.broken))
      return;
    const bool nowhere = group.exact == 0 && broken.size() >= 3;
    if (nowhere || !std::all_of(group.broken.begin(), group.broken.end(),
                                [&](std::size_t s) { return slip_shows(s, Wanted::any_slip); }))
      add(group.broken, "the rows that it was taken to sum make it up in fewer periods than not");
  }

  // ------------------------------------------------------------ rows that state one fact

  void doubt_tie(const Group& group) {
    if (group.broken.empty() || group.held == 0 || group.broken.size() < group.held) return;
    if (!std::all_of(group.broken.begin(), group.broken.end(),
                     [&](std::size_t s) { return slip_shows(s, Wanted::any_slip); }))
      add(group.broken,
          "as many figures of the two rows differ as agree, and no slip shows: they may be of two facts");
  }

  // ------------------------------------------------------------ tables

  void doubt_table(const Group& group) {
    std::vector<std::size_t> broken;
    std::copy_if(group.broken.begin(), group.broken.end(), std::back_inserter(broken),
                 [&](std::size_t s) { return !doubted_[s]; });
    if (broken.size() >= kMany && broken.size() > group.held && !few_figures_explain(broken))
      add(broken, "most checks of this kind fail in this table: it was probably misread");
  }

  // ------------------------------------------------------------ one cause

  // Whether figures that break two or more of them each explain all: the most telling one is taken away with
  // what it breaks, until nothing is left.
  [[nodiscard]] bool few_figures_explain(std::vector<std::size_t> broken) const {
    while (!broken.empty()) {
      std::map<FigureId, std::size_t> in;
      for (const std::size_t s : broken) {
        for (const FigureId id : figures_of(equation(s))) ++in[id];
      }
      const auto most = std::max_element(in.begin(), in.end(),
                                         [](const auto& a, const auto& b) { return a.second < b.second; });
      if (most->second < 2) return false;
      std::erase_if(broken, [&](std::size_t s) {
        const std::vector<FigureId> figures = figures_of(equation(s));
        return std::find(figures.begin(), figures.end(), most->first) != figures.end();
      });
    }
    return true;
  }

  static std::vector<FigureId> figures_of(const Equation& equation) {
    std::vector<FigureId> out{equation.result};
    for (const Term& term : equation.terms) out.push_back(term.figure);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  // ------------------------------------------------------------ slips

  // In a column that may be no amounts a figure that stands in another row too is no slip: it may be what is
  // left, or an average.
  enum class Wanted : std::uint8_t { slip_of_digits, any_slip };

  [[nodiscard]] bool slip_shows(std::size_t s, Wanted wanted) const {
    const EquationId id = statements_[s].readings.front();
    const std::vector<FigureId> figures = figures_of(equation(s));
    return std::any_of(figures.begin(), figures.end(), [&](FigureId figure) {
      const auto right = network_.solve_for(id, figure, values_);
      return right && values_[figure] && is_slip(figure, *right, wanted);
    });
  }

  [[nodiscard]] bool is_slip(FigureId figure, const Decimal& right, Wanted wanted) const {
    const Decimal& printed = *values_[figure];
    return telling_slip(printed, right) || (wanted == Wanted::any_slip && stands_elsewhere(figure, printed));
  }

  // The figure of the row above or below, or of the same row in another column.
  [[nodiscard]] bool stands_elsewhere(FigureId id, const Decimal& printed) const {
    const Figure& figure = network_.figure(id);
    if (!figure.in_table() || !telling(printed)) return false;
    const Table& table = network_.filing().tables[figure.table];
    const auto alike = [&](FigureId other) {
      return other != kNoFigure && other != id && values_[other] && values_[other]->size() == printed.size();
    };
    const std::vector<FigureId>& cells = table.rows[figure.row].cells;
    if (std::any_of(cells.begin(), cells.end(), alike)) return true;
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [&](const Row& row) { return alike(row.cells[figure.column]); });
  }

  void add(const std::vector<std::size_t>& broken, std::string_view reason) {
    for (const std::size_t s : broken) {
      if (doubted_[s]) continue;
      doubted_[s] = true;
      out_.push_back({s, reason});
    }
  }

  const Network& network_;
  const Values& values_;
  std::span<const Statement> statements_;
  std::map<std::tuple<std::uint32_t, std::uint32_t>, Group> columns_;  // table, column: sums
  std::map<std::tuple<std::uint32_t, std::uint32_t>, Group> across_;   // table, column of the total
  std::map<std::tuple<std::uint32_t, std::uint32_t>, Group> rows_;     // table, row: sums
  std::map<std::tuple<std::uint32_t, RuleId>, Group> tables_;
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>, Group> ties_;
  std::vector<bool> doubted_;
  std::vector<Doubt> out_;
  bool any_ = false;
};

}  // namespace

std::vector<Doubt> find_doubts(const Network& network, const Values& values,
                               std::span<const Statement> statements) {
  return Doubts(network, values, statements).run();
}

}  // namespace kcfin::solving
