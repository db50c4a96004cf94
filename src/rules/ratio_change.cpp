// ratio/change: columns of percentage changes against the two amounts that they compare.
//
// Which two columns a change compares, and whether a loss that shrank is printed as a rise or as a fall, is a
// habit of the table and of the filing: the rows show it, and a single row is never read on its own.
#include <algorithm>
#include <map>
#include <optional>

#include "rules/alternatives.h"
#include "rules/arithmetic.h"
#include "rules/change_within.h"
#include "rules/prose_rules.h"
#include "rules/ratio_rows.h"
#include "rules/registry.h"
#include "rules/rule_input.h"
#include "rules/year_rows.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

// A column of changes with the amounts that it may compare.
struct ChangeColumn {
  std::uint32_t table = 0;
  std::size_t column = 0, current = 0;
  std::vector<std::size_t> bases;
  bool turned = false;  // of amounts: a row that rose stands as a fall, "higher / (lower)" of costs
};

// How a change of two negative amounts is given.
enum class Convention : std::uint8_t { signed_change, size };

class Changes {
 public:
  Changes(const StatementIndex& index, RuleId rule, Equations& out) : index_(index), rule_(rule), out_(out) {}

  void run() {
    for (std::uint32_t t = 0; t < filing().tables.size(); ++t) {
      for (std::size_t c = 0; c < filing().tables[t].columns.size(); ++c) find_column(t, c);
    }
    std::erase_if(columns_, [&](ChangeColumn& column) {
      if (settle_base(column)) return false;
      skip(column, "its rows follow from no two printed periods");
      return true;
    });
    set_other_bases_aside();
    for (ChangeColumn& column : columns_) column.turned = turns_some(column);
    count_conventions();
    for (const ChangeColumn& column : columns_) relate_column(column);
  }

 private:
  [[nodiscard]] const Filing& filing() const { return index_.filing(); }
  [[nodiscard]] const Figure& figure(FigureId id) const { return filing().figures[id]; }

  // ------------------------------------------------------------ columns

  void find_column(std::uint32_t t, std::size_t c) {
    const Table& table = filing().tables[t];
    const Column& column = table.columns[c];
    if (column.unit.measure != Measure::percent_change && !column.difference) return;
    ChangeColumn found{t, c, table.columns.size(), {}};
    const Currency code = currency_of(t, column.period);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (is_amount(t, i, code) && table.columns[i].period == column.period) found.current = i;
    }
    if (found.current == table.columns.size()) {
      skip(found, "no column of amounts has the period of the change");
      return;
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const Period& period = table.columns[i].period;
      if (i != found.current && is_amount(t, i, code) && period.months() == column.period.months() &&
          period.end < column.period.end)
        found.bases.push_back(i);
    }
    if (found.bases.empty()) {
      skip(found, "no column of amounts is of an earlier period of the same length");
      return;
    }
    columns_.push_back(std::move(found));
  }

  [[nodiscard]] bool is_amount(std::uint32_t t, std::size_t i, Currency code) const {
    const Column& column = filing().tables[t].columns[i];
    const bool measured = column.unit.measure == Measure::money || column.unit.measure == Measure::pure ||
                          column.unit.measure == Measure::shares;
    return measured && column.unit.code == code && index_.usable(t, i);
  }

  // The reporting currency where the table has it, else that of any column of the period.
  [[nodiscard]] Currency currency_of(std::uint32_t t, const Period& period) const {
    Currency code{};
    for (const Column& column : filing().tables[t].columns) {
      if (column.unit.measure != Measure::money || column.period != period) continue;
      if (code[0] == 0 || column.unit.code == index_.reporting()) code = column.unit.code;
    }
    return code;
  }

  // How many rows a base explains, of those that can be judged.
  struct Fit {
    int judged = 0, hold = 0;
  };
  [[nodiscard]] Fit fit_of(const ChangeColumn& column, std::size_t base) const {
    Fit fit;
    for (const RowRef at : index_.rows_of(column.table)) {
      bool judged = false, held = false;
      for (const Equation& reading : readings_of(at, column, base)) {
        const auto verdict = holds(filing(), reading);
        judged |= verdict.has_value();
        held |= verdict.value_or(false);
      }
      fit.judged += judged ? 1 : 0;
      fit.hold += held ? 1 : 0;
    }
    return fit;
  }

  // Keeps the one base from which most rows follow, or all of several that explain the column only together.
  // False where the printed periods explain no half of it: it may compare with one that is not printed.
  bool settle_base(ChangeColumn& column) const {
    std::vector<std::size_t> best;
    Fit most;
    int together = 0;
    for (const std::size_t base : column.bases) {
      const Fit fit = fit_of(column, base);
      together += fit.hold;
      if (!best.empty() && fit.hold < most.hold) continue;
      if (fit.hold > most.hold) best.clear();
      best.push_back(base);
      most = fit;
    }
    const bool only_row = most.judged <= 1 && column.bases.size() == 1;
    if (most.judged == 0 || (only_row && a_year_before(column))) return true;
    if (best.size() == 1 && most.hold * 2 >= most.judged && most.hold > 0) {
      column.bases = std::move(best);
      return true;
    }
    return together * 2 >= most.judged && together > 0;
  }

  // Two columns of percentages for one change: "reported" and "at constant currency", or "total" and its part
  // by operations. The one that the printed amounts explain is the change; the other has another basis,
  // though many of its rows are alike.
  void set_other_bases_aside() {
    const auto explains_less = [&](const ChangeColumn& column) {
      const Fit own = fit_of(column, column.bases.front());
      return std::any_of(columns_.begin(), columns_.end(), [&](const ChangeColumn& other) {
        return other.table == column.table && other.column != column.column &&
               other.current == column.current && is_difference(other) == is_difference(column) &&
               fit_of(other, column.bases.front()).hold > own.hold && own.hold < own.judged;
      });
    };
    std::vector<ChangeColumn> aside;
    for (const ChangeColumn& column : columns_) {
      if (explains_less(column)) aside.push_back(column);
    }
    for (const ChangeColumn& column : aside) {
      skip(column, "another column gives the change of the printed amounts; this one is on another basis");
      std::erase_if(columns_, [&](const ChangeColumn& other) {
        return other.table == column.table && other.column == column.column;
      });
    }
  }

  // Whether a row of amounts of change holds only with its sign turned.
  [[nodiscard]] bool turns_some(const ChangeColumn& column) const {
    if (!is_difference(column)) return false;
    const std::span<const RowRef> rows = index_.rows_of(column.table);
    return std::any_of(rows.begin(), rows.end(), [&](RowRef at) {
      const std::vector<Equation> readings = readings_of(at, column, column.bases.front());
      if (readings.size() != 2 || readings.front().relation != Relation::sum) return false;
      return !holds(filing(), readings[0]).value_or(true) && holds(filing(), readings[1]).value_or(false);
    });
  }

  [[nodiscard]] bool is_difference(const ChangeColumn& column) const {
    return filing().tables[column.table].columns[column.column].difference;
  }

  [[nodiscard]] bool a_year_before(const ChangeColumn& column) const {
    const std::vector<Column>& columns = filing().tables[column.table].columns;
    const Date now = columns[column.current].period.end, before = columns[column.bases.front()].period.end;
    return now.year == before.year + 1 && now.month == before.month;
  }

  // ------------------------------------------------------------ rows

  // The readings that the cell of a row allows against one base.
  [[nodiscard]] std::vector<Equation> readings_of(RowRef at, const ChangeColumn& column,
                                                  std::size_t base) const {
    const Row& row = index_.row(at);
    const FigureId change = row.cells[column.column];
    const FigureId now = row.cells[column.current], before = row.cells[base];
    if (change == kNoFigure || now == kNoFigure || before == kNoFigure) return {};
    const bool percentages = figure(now).unit.measure == Measure::percent;
    if (percentages != (figure(before).unit.measure == Measure::percent)) return {};
    std::vector<Equation> out;
    if (is_difference(column) && !percentages) {
      out.push_back(equation(Relation::sum, change, now, before));
      out.back().terms[1].sign = -1;
      if ((negative(now) && negative(before)) || column.turned) {
        out.push_back(out.back());  // the change in size of two losses or costs
        for (Term& term : out.back().terms) term.sign = static_cast<std::int8_t>(-term.sign);
      }
      return out;
    }
    if (percentages) {
      out.push_back(equation(Relation::difference, change, now, before));
      const bool basis_points = in_basis_points(change);
      if (basis_points) out.back().rate = Decimal{100, 0};
      if (!basis_points && !in_points(change)) out.push_back(equation(Relation::change, change, now, before));
      return out;
    }
    out.push_back(equation(Relation::change, change, now, before));
    if (negative(now) && negative(before))
      out.push_back(equation(Relation::loss_change, change, now, before));
    if (negative(now) != negative(before)) {
      out.push_back(equation(Relation::loss_change, change, now, before));
      out.back().note =
          "the change follows from the sizes of two amounts of opposite sign: one sign may be wrong";
    }
    return out;
  }

  [[nodiscard]] Equation equation(Relation relation, FigureId change, FigureId now, FigureId before) const {
    Equation equation;
    equation.rule = rule_;
    equation.relation = relation;
    equation.support = Support::both;
    equation.result = change;
    equation.terms = {{now, 1}, {before, 1}};
    equation.reading = "against " + filing().figures[before].period.end.iso();
    return equation;
  }

  // A figure without a value may be negative too.
  [[nodiscard]] bool negative(FigureId id) const {
    const Figure& amount = figure(id);
    if (amount.value) return amount.value->mantissa < 0;
    return std::any_of(amount.candidates.begin(), amount.candidates.end(),
                       [](const Candidate& candidate) { return candidate.value.mantissa < 0; });
  }

  [[nodiscard]] bool in_points(FigureId id) const {
    const std::string_view raw = figure(id).raw;
    return has(raw, "pt") || has(raw, "pp") || has(raw, "point");
  }
  [[nodiscard]] bool in_basis_points(FigureId id) const {
    const std::string_view raw = figure(id).raw;
    return has(raw, "bp") || has(raw, "basis");
  }

  // ------------------------------------------------------------ conventions

  // Losses and costs are printed negative alike; a filer may treat them differently. What else is negative,
  // an elimination or the result of a segment, may follow either habit, each table its own.
  enum class Group : std::uint8_t { income, cost, other };
  [[nodiscard]] Group group_of(RowRef at) const {
    const Concept* known = find_concept(index_.row(at).concept_name);
    if (known != nullptr && known->side == Side::income) return Group::income;
    if (known != nullptr && known->side == Side::expense) return Group::cost;
    return has(index_.label(at), "loss") ? Group::income : Group::other;
  }

  struct Votes {
    int signed_change = 0, size = 0;
  };

  void count_conventions() {
    for (const ChangeColumn& column : columns_) {
      if (column.bases.size() != 1) continue;
      for (const RowRef at : index_.rows_of(column.table)) {
        const std::vector<Equation> readings = readings_of(at, column, column.bases.front());
        if (readings.size() != 2 || readings[1].relation != Relation::loss_change || across_zero(readings))
          continue;
        const bool by_sign = holds(filing(), readings[0]).value_or(false);
        const bool by_size = holds(filing(), readings[1]).value_or(false);
        if (by_sign && !by_size) ++votes_of(at).signed_change;
        if (by_size && !by_sign) ++votes_of(at).size;
      }
    }
  }

  [[nodiscard]] Votes& votes_of(RowRef at) {
    const Group group = group_of(at);
    return votes_[{group, group == Group::other ? at.table : 0}];
  }

  [[nodiscard]] std::optional<Convention> convention_of(RowRef at) {
    const Votes& votes = votes_of(at);
    if (votes.signed_change > 0 && votes.signed_change >= 2 * votes.size) return Convention::signed_change;
    if (votes.size > 0 && votes.size >= 2 * votes.signed_change) return Convention::size;
    return std::nullopt;
  }

  [[nodiscard]] static bool across_zero(const std::vector<Equation>& readings) {
    return std::any_of(readings.begin(), readings.end(),
                       [](const Equation& reading) { return !reading.note.empty(); });
  }

  void relate_column(const ChangeColumn& column) {
    for (const RowRef at : index_.rows_of(column.table)) {
      std::vector<Equation> readings;
      for (const std::size_t base : column.bases) {
        for (Equation& reading : readings_of(at, column, base)) readings.push_back(std::move(reading));
      }
      // "Interest (income) expense": its sign says which it is, and its change may be that of its size.
      const bool both = index_.row(at).label.find("(income)") != std::string_view::npos;
      if (const auto convention = both ? std::nullopt : convention_of(at)) {
        const Relation other = *convention == Convention::size ? Relation::change : Relation::loss_change;
        const bool two = std::any_of(readings.begin(), readings.end(), [](const Equation& reading) {
          return reading.relation == Relation::loss_change;
        });
        if (two && (other == Relation::loss_change || !across_zero(readings)))
          std::erase_if(readings, [&](const Equation& reading) { return reading.relation == other; });
      }
      emit(at, column, readings);
    }
  }

  void emit(RowRef at, const ChangeColumn& column, std::vector<Equation>& readings) {
    const FigureId change = index_.row(at).cells[column.column];
    if (readings.empty()) {
      if (change != kNoFigure) {
        out_.skips.push_back({rule_, change, figure(change).at, "one of the two amounts is not printed"});
      }
      return;
    }
    const std::uint32_t number = readings.size() > 1 ? next_alternatives(out_) : 0;
    for (Equation& reading : readings) {
      reading.alternatives = number;
      out_.equations.push_back(std::move(reading));
    }
  }

  void skip(const ChangeColumn& column, std::string reason) {
    const Column& heading = filing().tables[column.table].columns[column.column];
    out_.skips.push_back({rule_, kNoFigure, heading.at, std::move(reason)});
  }

  const StatementIndex& index_;
  RuleId rule_;
  Equations& out_;
  std::vector<ChangeColumn> columns_;
  std::map<std::pair<Group, std::uint32_t>, Votes> votes_;
};

void relate(const RuleInput& input, RuleId rule, Equations& out) {
  const StatementIndex& index = input.statements();
  Changes(index, rule, out).run();
  relate_changes_below(index, rule, out);
  relate_changes_of_years(index.filing(), rule, out);
  relate_changes_within(input.filing(), rule, out);
  relate_change_prose(input, rule, out);
}

}  // namespace

const Rule ratio_change = {
    .id = "ratio/change",
    .severity = Severity::error,
    .summary = "a change (year on year, quarter on quarter; a column or prose) against its two figures",
    .checks =
        "Columns of percentage changes against the amounts of their own period and of the period that they "
        "compare with: the one earlier period of the same length, or, where the table has several, the one "
        "from which most rows of the column follow; where the heading gives no period, the amounts beside "
        "it. Rows of \"percentage change\" below an amount, against the column of a year before. Percentages "
        "change by points or basis points. Changes in sentences against the rows or amounts that the "
        "sentence names, and so the words that say a direction, with a percentage or without (“decreased "
        "to”, “Gross margin improved”): a finding only where all that they may speak of, in every period "
        "that the text does not exclude, went the other way. A cause (“due to higher headcount”) must work "
        "the way of what it explains, and have gone its way where it is a line of the same statement. Such "
        "a finding stands on the word.",
    .arithmetic =
        "(current - base) / |base|, or for two losses the change in the size of the loss, meets the interval "
        "of the printed percentage: -9.3% stands for -9.35% to -9.25%. A filing keeps to one convention for "
        "losses; where its rows do not show which, either will do. A change across zero is a note.",
    .example = "Revenues 4,080,307 and 3,699,803, change (9.9)%: expected (9.3)%.",
    .advice = "Recompute the percentage; check that it compares the period that its heading names.",
    .relate = relate,
};

}  // namespace kcfin::rulebook
