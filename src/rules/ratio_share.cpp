// ratio/share-of-total: a column of percentages beside a column of amounts or counts.
#include <algorithm>
#include <optional>

#include "rules/alternatives.h"
#include "rules/arithmetic.h"
#include "rules/prose_rules.h"
#include "rules/registry.h"
#include "rules/rule_input.h"
#include "statement/concept_name.h"

namespace kcfin::rulebook {
namespace {

// One percentage column, the amounts beside it, and the row that they are shares of.
class Shares {
 public:
  Shares(const RuleInput& input, RuleId rule, Equations& out)
      : input_(input), index_(input.statements()), rule_(rule), out_(out) {}

  void run() {
    for (std::uint32_t t = 0; t < filing().tables.size(); ++t) {
      const std::vector<Column>& columns = filing().tables[t].columns;
      for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns[c].unit.measure != Measure::percent) continue;
        if (const auto amounts = amounts_beside(columns, c)) relate_column(t, c, *amounts);
      }
    }
  }

 private:
  [[nodiscard]] const Filing& filing() const { return index_.filing(); }
  [[nodiscard]] const Figure& figure(FigureId id) const { return filing().figures[id]; }

  static bool counts(const Column& column) {
    const Measure measure = column.unit.measure;
    return (measure == Measure::money || measure == Measure::pure || measure == Measure::shares) &&
           column.heading != Heading::unknown;
  }

  // The nearest column of amounts of the same period, to the left first.
  static std::optional<std::size_t> amounts_beside(const std::vector<Column>& columns, std::size_t percent) {
    if (columns[percent].heading == Heading::unknown) return std::nullopt;
    for (std::size_t i = percent; i-- > 0;) {
      if (counts(columns[i])) {
        if (columns[i].period == columns[percent].period) return i;
        break;
      }
    }
    const std::size_t next = percent + 1;
    if (next < columns.size() && counts(columns[next]) && columns[next].period == columns[percent].period)
      return next;
    return std::nullopt;
  }

  // ------------------------------------------------------------ the whole

  struct Fit {
    std::optional<RowRef> whole;
    int judged = 0, hold = 0;
  };

  // Of the rows that may be the whole, the one that most rows are shares of. "% of revenue" may stand in a
  // table without revenues: then those of the income statement are.
  void relate_column(std::uint32_t t, std::size_t percent, std::size_t amounts) {
    constexpr int kEnough = 3;
    Fit best;
    for (const RowRef at : index_.rows_of(t)) {
      if (!may_be_whole(at, percent)) continue;
      const Fit fit = fit_of(t, at, percent, amounts);
      if (!best.whole || fit.hold > best.hold) best = fit;
    }
    if (const auto revenues = index_.primary("Revenues"_concept); revenues && revenues->table != t) {
      const Fit fit = fit_of(t, *revenues, percent, amounts);
      if (fit.hold >= kEnough && (!best.whole || fit.hold > best.hold)) best = fit;
    }
    if (!best.whole) return;
    if (best.hold < kEnough || best.hold * 3 < best.judged * 2) {
      const Column& heading = filing().tables[t].columns[percent];
      out_.skips.push_back({rule_, kNoFigure, heading.at,
                            "too few rows of table t" + std::to_string(t + 1) +
                                " are shares of one row, so the whole is not identified"});
      return;
    }
    for (const RowRef at : index_.rows_of(t)) {
      auto equation = share(at, *best.whole, percent, amounts);
      if (!equation) continue;
      auto plug = plugged(at, *equation, percent, amounts);
      if (plug) equation->alternatives = plug->alternatives = next_alternatives(out_);
      out_.equations.push_back(std::move(*equation));
      if (plug) out_.equations.push_back(std::move(*plug));
    }
  }

  // ------------------------------------------------------------ plugs

  // A percentage that is one off, in a column that adds up to the digit because of it: the sum that it
  // serves.
  [[nodiscard]] std::optional<Equation> plugged(RowRef at, const Equation& share, std::size_t percent,
                                                std::size_t amounts) const {
    if (figure(share.terms.front().figure).unit.measure != Measure::money) return std::nullopt;
    const auto made = expected(filing(), share);
    const auto& own = figure(share.result).value;
    if (!made || !own || made->decimals != own->decimals || holds(filing(), share).value_or(true))
      return std::nullopt;
    if (made->mantissa - own->mantissa > 1 || own->mantissa - made->mantissa > 1) return std::nullopt;
    std::optional<Equation> out;
    for (const Footing& footing : input_.structure(at.table).footings) {
      const bool part = std::any_of(footing.terms.begin(), footing.terms.end(),
                                    [&](const FootingTerm& term) { return term.row == at.row; });
      if (!part && footing.row != at.row) continue;
      auto sum = sum_of_shares(at.table, footing, percent, amounts);
      if (!sum || !holds_to_the_digit(filing(), *sum).value_or(false)) return std::nullopt;
      out = std::move(sum);
    }
    return out;
  }

  // The footing of the amounts, over their percentages. Costs printed negative may have positive shares.
  [[nodiscard]] std::optional<Equation> sum_of_shares(std::uint32_t t, const Footing& footing,
                                                      std::size_t percent, std::size_t amounts) const {
    const std::vector<Row>& rows = filing().tables[t].rows;
    const auto sign = [&](std::uint32_t r) {
      return sign_of(rows[r].cells[amounts], rows[r].cells[percent]);
    };
    const auto printed = [&](std::uint32_t r) {
      return rows[r].cells[percent] != kNoFigure && rows[r].cells[amounts] != kNoFigure;
    };
    if (!printed(footing.row)) return std::nullopt;
    Equation sum;
    sum.rule = rule_;
    sum.relation = Relation::sum;
    sum.support = Support::columns;
    sum.result = rows[footing.row].cells[percent];
    sum.reading = footing.reading;
    sum.note = "a percentage one off, so that its column adds up: a plug";
    for (const FootingTerm& term : footing.terms) {
      if (!printed(term.row)) return std::nullopt;
      const int own = term.sign * sign(term.row) * sign(footing.row);
      sum.terms.push_back({rows[term.row].cells[percent], static_cast<std::int8_t>(own)});
    }
    return sum;
  }

  // ------------------------------------------------------------ shares

  // Revenues, a total, or a row that says 100%.
  [[nodiscard]] bool may_be_whole(RowRef at, std::size_t percent) const {
    const Row& row = index_.row(at);
    if (row.concept_name == "Revenues"_concept || row.concept_name == "Assets"_concept ||
        row.role == Role::total)
      return true;
    if (index_.label(at).starts_with("total")) return true;
    const FigureId id = row.cells[percent];
    if (id == kNoFigure || !figure(id).usable()) return false;
    return same_value(*figure(id).value, Decimal{100, 0});
  }

  [[nodiscard]] Fit fit_of(std::uint32_t t, RowRef whole, std::size_t percent, std::size_t amounts) const {
    Fit fit;
    fit.whole = whole;
    for (const RowRef at : index_.rows_of(t)) {
      if (at == whole) continue;
      const auto equation = share(at, whole, percent, amounts);
      const auto held = equation ? holds(filing(), *equation) : std::nullopt;
      if (!held || figure(equation->result).value->zero()) continue;
      ++fit.judged;
      if (*held) ++fit.hold;
    }
    return fit;
  }

  [[nodiscard]] std::optional<Equation> share(RowRef at, RowRef whole, std::size_t percent,
                                              std::size_t amounts) const {
    const Row& row = index_.row(at);
    const FigureId result = row.cells[percent], part = row.cells[amounts];
    const Column& column = filing().tables[at.table].columns[amounts];
    const FigureId total = whole.table == at.table ? index_.row(whole).cells[amounts]
                                                   : index_.cell(whole, column.period, column.unit);
    if (result == kNoFigure || part == kNoFigure || total == kNoFigure) return std::nullopt;
    const Measure measure = figure(part).unit.measure;
    if (figure(result).unit.measure != Measure::percent || measure != figure(total).unit.measure)
      return std::nullopt;
    Equation equation;
    equation.rule = rule_;
    equation.relation = Relation::ratio;
    equation.support = Support::columns;
    equation.result = result;
    equation.terms = {{part, sign_of(part, result)}, {total, 1}};
    equation.reading = "share of " + index_.name(whole);
    return equation;
  }

  // Costs printed negative may have positive shares.
  [[nodiscard]] std::int8_t sign_of(FigureId part, FigureId result) const {
    const Figure& a = figure(part);
    const Figure& b = figure(result);
    if (!a.value || !b.value) return 1;
    return a.value->mantissa < 0 && b.value->mantissa > 0 ? std::int8_t{-1} : std::int8_t{1};
  }

  const RuleInput& input_;
  const StatementIndex& index_;
  RuleId rule_;
  Equations& out_;
};

void relate(const RuleInput& input, RuleId rule, Equations& out) {
  Shares(input, rule, out).run();
  relate_share_prose(input, rule, out);
}

}  // namespace

const Rule ratio_share_of_total = {
    .id = "ratio/share-of-total",
    .severity = Severity::error,
    .summary = "a percentage column against its total",
    .checks =
        "Columns of percentages beside a column of amounts or counts of the same period: each row's share of "
        "the table's total, or of revenues. The whole is the row of which at least three rows, and two "
        "thirds of all, are the printed shares.",
    .arithmetic =
        "amount / total meets the interval of the printed percentage: 5.2% stands for 5.15% to 5.25%. Counts "
        "of people and things are exact, amounts are intervals too.",
    .example = "General and administrative 648 of 12,335 employees, 5.2%: expected 5.3%.",
    .advice =
        "Recompute the percentage. Filers sometimes move a tenth so that a column adds up to 100%; a reader "
        "will still divide.",
    .relate = relate,
};

}  // namespace kcfin::rulebook
