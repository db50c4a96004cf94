// Amounts per share whose income and whose number of shares stand in their own table: a note's numerators and
// denominators, class by class. The column need not be known.
#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "rules/arithmetic.h"
#include "rules/footing/amounts.h"
#include "rules/per_share_within.h"
#include "rules/row_relations.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

enum class Dilution : std::uint8_t { unsaid, basic, diluted, both };

class PerShareWithin {
 public:
  PerShareWithin(const Filing& filing, RuleId rule, Equations& out)
      : filing_(filing), rule_(rule), out_(out), held_(held_by(rule, out)) {}

  void run() {
    for (const Table& table : filing_.tables) {
      if (table.rows.size() > kMostRowsLookedUp) continue;
      for (std::uint32_t r = 0; r < table.rows.size(); ++r) {
        if (of_measure(table.rows[r], is_per_share)) relate_row(table, r);
      }
    }
  }

 private:
  static bool is_count(const Figure& figure) { return figure.unit.measure == Measure::shares; }
  static bool is_money(const Figure& figure) { return figure.unit.measure == Measure::money; }

  [[nodiscard]] bool of_measure(const Row& row, bool (*is)(const Figure&)) const {
    return row.role != Role::header && std::any_of(row.cells.begin(), row.cells.end(), [&](FigureId id) {
             return id != kNoFigure && is(filing_.figures[id]);
           });
  }

  // By the label, and where it says neither, by the header over it.
  static Dilution dilution_of(const Row& row) {
    Dilution out = dilution_in(lower(row.label));
    for (auto header = row.section.rbegin(); header != row.section.rend() && out == Dilution::unsaid;
         ++header)
      out = dilution_in(lower(*header));
    return out;
  }
  static Dilution dilution_in(std::string_view text) {
    const bool basic = has(text, "basic"), diluted = has(text, "dilut");
    if (basic && diluted) return Dilution::both;
    return basic ? Dilution::basic : diluted ? Dilution::diluted : Dilution::unsaid;
  }
  static bool agree(Dilution a, Dilution b) {
    return a == b || a == Dilution::both || b == Dilution::both || a == Dilution::unsaid ||
           b == Dilution::unsaid;
  }

  static bool names_count(const Row& row) {
    std::string label = lower(row.label);
    // "Basic" below "Weighted average shares outstanding".
    if (dilution_in(label) != Dilution::unsaid && !has(label, "shares") && !row.section.empty())
      label = lower(row.section.back()) + " " + label;
    return (has(label, "shares") || has(label, "weighted") || has(label, "denominator")) &&
           !has(label, "effect") && !has(label, "anti") && !has(label, "options") && !has(label, "exercise");
  }
  // "Earnings per share", of which the table need not say how its shares are counted.
  static bool names_earnings(const Row& row) {
    const std::string label = lower(row.label);
    return has(label, "per ") &&
           (has(label, "earnings") || has(label, "income") || has(label, "loss") || has(label, "profit")) &&
           !has(label, "operations");
  }
  static bool names_income(const Row& row) {
    const std::string label = lower(row.label);
    const bool any = row.element == "NetIncomeLoss" ||
                     row.element == "ProfitLossAttributableToOwnersOfParent" || has(label, "income") ||
                     has(label, "earnings") || has(label, "profit") || has(label, "loss") ||
                     has(label, "numerator") || has(label, "undistributed");
    return any && !has(label, "tax") && !has(label, "participating") && !has(label, "noncontrolling") &&
           !has(label, "reallocation");
  }

  // The nearest rows above, and of the counts also the nearest below, that the words allow.
  void relate_row(const Table& table, std::uint32_t r) {
    const Dilution own = dilution_of(table.rows[r]);
    if (own == Dilution::unsaid && !names_earnings(table.rows[r])) return;
    if (has(lower(table.rows[r].label), "dividend")) return;
    for (const std::uint32_t count : counts_near(table, r, own)) {
      int tried = 0;
      for (std::uint32_t above = r; above-- > 0 && tried < kMostIncomes;) {
        const Row& income = table.rows[above];
        if (!of_measure(income, is_money) || !names_income(income) || !agree(own, dilution_of(income)) ||
            has(lower(table.rows[r].label), "continu") != has(lower(income.label), "continu"))
          continue;
        ++tried;
        if (relate(table, r, above, count)) return;
      }
    }
  }

  [[nodiscard]] std::vector<std::uint32_t> counts_near(const Table& table, std::uint32_t r,
                                                       Dilution own) const {
    const auto fits = [&](std::uint32_t row) {
      return of_measure(table.rows[row], is_count) && names_count(table.rows[row]) &&
             agree(own, dilution_of(table.rows[row]));
    };
    std::vector<std::uint32_t> out;
    for (std::uint32_t above = r; above-- > 0 && out.empty();) {
      if (fits(above)) out.push_back(above);
    }
    for (std::uint32_t below = r + 1; below < table.rows.size(); ++below) {
      if (!fits(below)) continue;
      out.push_back(below);
      break;
    }
    return out;
  }

  bool relate(const Table& table, std::uint32_t r, std::uint32_t income, std::uint32_t count) {
    std::vector<Equation> made;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      auto equation = equation_of(table, r, income, count, c);
      if (equation) made.push_back(std::move(*equation));
    }
    const Fit fit = fit_of(filing_, made);
    // What dilutes may change the income too, and in one column alone. Where nothing is said of it, what
    // takes part in the income beside the shares may.
    const bool unsaid = dilution_of(table.rows[r]) == Dilution::unsaid;
    if (fit.hold < 2 || (unsaid ? fit.hold < fit.judged : fit.hold * 4 < fit.judged * 3)) return false;
    take_row(table.rows[r], rule_, std::move(made), out_);
    return true;
  }

  [[nodiscard]] std::optional<Equation> equation_of(const Table& table, std::uint32_t r, std::uint32_t income,
                                                    std::uint32_t count, std::size_t c) const {
    auto equation = quotient_of_rows(rule_, Relation::per_unit, table, r, income, count, c);
    if (!equation || held_.contains(equation->result)) return std::nullopt;
    const Figure &own = filing_.figures[equation->result],
                 &amount = filing_.figures[equation->terms[0].figure],
                 &shares = filing_.figures[equation->terms[1].figure];
    if (!is_per_share(own) || !is_money(amount) || !is_count(shares) || own.unit.code != amount.unit.code)
      return std::nullopt;
    return equation;
  }

  // A note prints the income before and after what participates in it.
  static constexpr int kMostIncomes = 4;

  const Filing& filing_;
  RuleId rule_;
  Equations& out_;
  std::set<FigureId> held_;  // by the rule already
};

}  // namespace

void relate_per_share_within(const Filing& filing, RuleId rule, Equations& out) {
  PerShareWithin(filing, rule, out).run();
}

}  // namespace kcfin::rulebook
