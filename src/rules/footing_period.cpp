// footing/period: quarters add up to halves, halves to years. Only flows do; an instant, an average, a ratio
// or an amount per share does not.
#include <algorithm>

#include "rules/arithmetic.h"
#include "rules/registry.h"
#include "rules/rule_input.h"

namespace kcfin::rulebook {
namespace {

// The periods of one unit that a fact is printed for, and where.
struct Span {
  Period period;
  FigureId cell = kNoFigure;
};

constexpr std::size_t kMostParts = 4;  // quarters of a year

// Spans that follow each other from the first day of `whole` to its last; the fewest there are.
class Tiling {
 public:
  Tiling(const std::vector<Span>& spans, const Span& whole) : spans_(spans), whole_(whole) {}

  std::vector<FigureId> parts() {
    extend(whole_.period.start);
    return best_;
  }

 private:
  void extend(Date from) {
    if (path_.size() == kMostParts || (!best_.empty() && path_.size() + 1 >= best_.size())) return;
    for (const Span& span : spans_) {
      if (span.period.start != from || whole_.period.end < span.period.end || span.period == whole_.period)
        continue;
      path_.push_back(span.cell);
      if (span.period.end == whole_.period.end) {
        if (best_.empty() || path_.size() < best_.size()) best_ = path_;
      } else {
        extend(day_after(span.period.end));
      }
      path_.pop_back();
    }
  }

  const std::vector<Span>& spans_;
  const Span& whole_;
  std::vector<FigureId> path_, best_;
};

class PeriodSums {
 public:
  PeriodSums(const RuleInput& input, RuleId rule, Equations& out)
      : input_(input), index_(input.statements()), rule_(rule), out_(out) {}

  void run() {
    for (std::uint32_t t = 0; t < index_.filing().tables.size(); ++t) within(t);
    across();
  }

 private:
  // ------------------------------------------------------------ one table

  void within(std::uint32_t t) {
    std::vector<Equation> sure, unsure;
    for (const RowRef at : index_.rows_of(t)) {
      const auto nature = index_.nature(at);
      if (nature && *nature != Nature::flow) continue;
      add_sums(spans_of(at), nature ? sure : unsure);
    }
    for (Equation& equation : sure) out_.equations.push_back(std::move(equation));
    if (!unsure.empty()) add_unsure(t, unsure);
  }

  // Rows whose labels name no concept, in a table that is no statement: flows if nearly all of them add up.
  void add_unsure(std::uint32_t t, std::vector<Equation>& equations) {
    constexpr std::ptrdiff_t kEnough = 3;
    const auto adding_up = std::count_if(equations.begin(), equations.end(), [&](const Equation& equation) {
      return says_something(equation) && holds_to_the_digit(index_.filing(), equation).value_or(false);
    });
    const auto saying = std::count_if(equations.begin(), equations.end(),
                                      [&](const Equation& equation) { return says_something(equation); });
    if (adding_up < kEnough || adding_up * 4 < saying * 3) {
      const Figure& figure = index_.filing().figures[equations.front().result];
      out_.skips.push_back({rule_, equations.front().result, figure.at,
                            "too few rows of table t" + std::to_string(t + 1) +
                                " add up over its periods to say that they are flows"});
      return;
    }
    for (Equation& equation : equations) {
      equation.support = Support::columns;
      out_.equations.push_back(std::move(equation));
    }
  }

  [[nodiscard]] bool says_something(const Equation& equation) const {
    const auto amount = [&](FigureId id) {
      const Figure& figure = index_.filing().figures[id];
      return figure.usable() && !figure.value->zero();
    };
    return amount(equation.result) &&
           std::count_if(equation.terms.begin(), equation.terms.end(),
                         [&](const Term& term) { return amount(term.figure); }) > 1;
  }

  [[nodiscard]] std::vector<Span> spans_of(RowRef at) const {
    std::vector<Span> spans;
    const Row& row = index_.row(at);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i] == kNoFigure || !index_.usable(at.table, i)) continue;
      const Figure& figure = index_.filing().figures[row.cells[i]];
      if (figure.unit.measure != Measure::money || figure.period.months() == 0) continue;
      if (index_.translated(figure.unit)) continue;  // each period has its own rate
      spans.push_back({figure.period, row.cells[i]});
    }
    return spans;
  }

  void add_sums(const std::vector<Span>& spans, std::vector<Equation>& out) const {
    if (spans.size() < 3) return;
    for (const Span& whole : spans) {
      const std::vector<FigureId> parts = Tiling(spans, whole).parts();
      if (parts.empty()) continue;
      out.push_back(sum(whole.cell, parts));
    }
  }

  [[nodiscard]] Equation sum(FigureId whole, const std::vector<FigureId>& parts) const {
    const std::vector<Figure>& figures = index_.filing().figures;
    Equation equation;
    equation.rule = rule_;
    equation.relation = Relation::sum;
    equation.support = Support::labels;
    equation.result = whole;
    equation.reading = words(figures[whole].period) + " =";
    for (const FigureId part : parts) {
      equation.reading += (equation.terms.empty() ? " " : " + ") + words(figures[part].period);
      equation.terms.push_back({part, 1});
    }
    return equation;
  }

  static std::string words(const Period& period) {
    return std::to_string(period.months()) + " months to " + period.end.iso();
  }

  // ------------------------------------------------------------ several tables

  // A row's counterparts in other tables may have the periods that its own table lacks. The rows must agree
  // where both have a period, so that they are known to state one amount.
  void across() {
    for (const Counterpart& pair : input_.counterparts()) {
      if (!pair.borne_out || pair.relation != Relation::same || pair.row.table == pair.anchor.table) continue;
      if (index_.nature(pair.anchor) != Nature::flow) continue;
      const std::vector<Span> own = spans_of(pair.row), other = spans_of(pair.anchor);
      std::vector<Span> all = other;
      for (const Span& span : own) {
        if (!has_period(other, span.period)) all.push_back(span);
      }
      if (all.size() == other.size()) continue;
      for (const Span& whole : all) {
        const std::vector<FigureId> parts = Tiling(all, whole).parts();
        if (!parts.empty() && in_both(whole, parts)) out_.equations.push_back(sum(whole.cell, parts));
      }
    }
  }

  static bool has_period(const std::vector<Span>& spans, const Period& period) {
    return std::any_of(spans.begin(), spans.end(), [&](const Span& span) { return span.period == period; });
  }

  [[nodiscard]] bool in_both(const Span& whole, const std::vector<FigureId>& parts) const {
    const std::vector<Figure>& figures = index_.filing().figures;
    return std::any_of(parts.begin(), parts.end(), [&](FigureId part) {
      return figures[part].table != figures[whole.cell].table ||
             figures[part].table != figures[parts.front()].table;
    });
  }

  const RuleInput& input_;
  const StatementIndex& index_;
  RuleId rule_;
  Equations& out_;
};

void relate(const RuleInput& input, RuleId rule, Equations& out) { PeriodSums(input, rule, out).run(); }

}  // namespace

const Rule footing_period = {
    .id = "footing/period",
    .severity = Severity::error,
    .summary = "additive periods: Q1 + Q2 = six months, and so on",
    .checks =
        "Columns of one row, and of the same row in two tables, whose periods follow each other and make up "
        "a longer one that is printed too. Only flows add up: opening and closing cash, average numbers of "
        "shares, ratios and amounts per share do not, and translated amounts have a rate of their own.",
    .arithmetic =
        "Three months + three months = six months, six + three = nine, and so on; a difference within the "
        "rounding of the printed places passes. Rows of statements and reconciliations are flows by their "
        "kind; rows of other tables only where nearly all of the table adds up.",
    .example =
        "Interest expense: first quarter (51,066), second quarter (59,414), six months (110,840): expected "
        "(110,480), a difference of (360).",
    .advice =
        "Compare the three figures with the earlier filing: a period that was restated shows in its first "
        "print too.",
    .relate = relate,
};

}  // namespace kcfin::rulebook
