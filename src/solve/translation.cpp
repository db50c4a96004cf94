// Agreement spreads: from the figures that meet their quotient, through footings that are exact, to what
// repeats them. The rules stand in the order in which they are tried, until nothing more is added.
#include "solve/translation.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace kcfin::solving {
namespace {

class Translations {
 public:
  Translations(const Network& network, const Values& values, std::span<const Verdict> verdicts)
      : network_(network),
        values_(values),
        verdicts_(verdicts),
        agreement_(network.size(), Agreement::not_judged),
        equation_of_(values.size(), kNone) {
    for (EquationId id = 0; id < network.size(); ++id) {
      const Equation& equation = network.equation(id);
      if (verdicts[id] == Verdict::skipped) continue;
      if (equation.relation == Relation::translation) {
        agreement_[id] = verdicts[id] == Verdict::inconsistent ? Agreement::disagrees : Agreement::quotient;
        if (equation_of_[equation.result] != kNone) continue;
        equation_of_[equation.result] = id;
        translated_.emplace_back(equation.result, id);
      } else if (prose_tie(equation) && verdicts[id] == Verdict::inconsistent) {
        agreement_[id] = Agreement::disagrees;
        ties_.push_back(id);
      }
    }
  }

  std::vector<Agreement> run() {
    std::sort(translated_.begin(), translated_.end());
    for (bool again = true; again;) {
      again = by_footing() || by_repetition();
      if (!again) again = by_plug();
    }
    plug_ties();
    return std::move(agreement_);
  }

 private:
  // An amount of a sentence against the cell that it rounds.
  [[nodiscard]] bool prose_tie(const Equation& equation) const {
    const bool repeats = equation.relation == Relation::same || equation.relation == Relation::opposite;
    return repeats && !network_.figure(equation.result).in_table();
  }

  // One unit off its cell, so that the list of parts which it stands in adds up to the digit.
  void plug_ties() {
    for (const EquationId id : ties_) {
      const FigureId amount = network_.equation(id).result;
      if (units_off(amount, id) == 1 && every_footing_exact(amount)) agreement_[id] = Agreement::plug;
    }
  }

  [[nodiscard]] bool agrees(FigureId figure) const {
    const EquationId id = equation_of_[figure];
    return id != kNone && agreement_[id] != Agreement::disagrees;
  }

  // The footing that gives this figure, exact over figures that all agree.
  [[nodiscard]] bool by_footing() {
    bool changed = false;
    for (const auto& [figure, id] : translated_) {
      if (agreement_[id] != Agreement::disagrees) continue;
      for (const EquationId other : network_.of(figure)) {
        const Equation& sum = network_.equation(other);
        if (sum.relation != Relation::sum || sum.result != figure || verdicts_[other] != Verdict::exact)
          continue;
        const bool all = std::all_of(sum.terms.begin(), sum.terms.end(),
                                     [&](const Term& term) { return agrees(term.figure); });
        if (!all) continue;
        agreement_[id] = Agreement::footing;
        changed = true;
        break;
      }
    }
    return changed;
  }

  // What a repetition repeats: both amounts as printed but for their signs, the date (closing cash stands in
  // a column of a span) and the scale.
  using Print = std::tuple<std::int64_t, std::uint8_t, std::int64_t, std::uint8_t, Date, std::uint8_t>;
  [[nodiscard]] Print print_of(FigureId figure, EquationId id) const {
    const Decimal own = values_[figure]->size();
    const Decimal source = values_[network_.equation(id).terms.front().figure]->size();
    const Figure& printed = network_.figure(figure);
    return {own.mantissa,    own.decimals,       source.mantissa,
            source.decimals, printed.period.end, printed.scale_power};
  }

  // The same amounts as of a figure that agrees.
  [[nodiscard]] bool by_repetition() {
    std::set<Print> agreeing;
    for (const auto& [figure, id] : translated_) {
      if (agreement_[id] != Agreement::disagrees) agreeing.insert(print_of(figure, id));
    }
    bool changed = false;
    for (const auto& [figure, id] : translated_) {
      if (agreement_[id] != Agreement::disagrees || !agreeing.contains(print_of(figure, id))) continue;
      agreement_[id] = Agreement::repeated;
      changed = true;
    }
    return changed;
  }

  // Units of its last place by which a figure is off its rounded quotient.
  [[nodiscard]] Wide units_off(FigureId figure, EquationId id) const {
    const auto expected = network_.judge(id, values_).expected;
    if (!expected) return 1000;
    const Wide off = static_cast<Wide>(values_[figure]->mantissa) - expected->mantissa;
    return off < 0 ? -off : off;
  }

  // Footings that the figure stands in. Exact, all of them, and at least one.
  [[nodiscard]] bool every_footing_exact(FigureId figure) const {
    bool any = false;
    for (const EquationId id : network_.of(figure)) {
      if (network_.equation(id).relation != Relation::sum || verdicts_[id] == Verdict::skipped) continue;
      if (rounds_in_a_sentence(id, figure)) continue;
      if (verdicts_[id] != Verdict::exact) return false;
      any = true;
    }
    return any;
  }

  // The nearest total above that meets its own quotient, and how many leaves it has; 0 without one.
  [[nodiscard]] std::size_t leaves_under_witness(FigureId figure) const {
    std::vector<FigureId> path{figure};
    for (std::size_t i = 0; i < path.size() && i < 8; ++i) {
      for (const EquationId id : network_.of(path[i])) {
        const Equation& sum = network_.equation(id);
        if (sum.relation != Relation::sum || sum.result == path[i] || verdicts_[id] != Verdict::exact)
          continue;
        if (is_witness(sum.result)) return count_leaves(sum, 0);
        if (std::find(path.begin(), path.end(), sum.result) == path.end()) path.push_back(sum.result);
      }
    }
    return 0;
  }

  // It meets its own quotient, or repeats the other side of the balance sheet, which is translated: one side
  // is plugged so that both meet.
  [[nodiscard]] bool is_witness(FigureId total) const {
    const EquationId own = equation_of_[total];
    if (own == kNone) return false;
    if (agreement_[own] == Agreement::quotient) return true;
    return std::any_of(network_.of(total).begin(), network_.of(total).end(), [&](EquationId id) {
      const Equation& same = network_.equation(id);
      if (same.relation != Relation::same || verdicts_[id] != Verdict::exact) return false;
      const FigureId other = same.result == total ? same.terms.front().figure : same.result;
      return network_.figure(other).table == network_.figure(total).table && agrees(other) &&
             agreement_[equation_of_[other]] != Agreement::repeated;
    });
  }

  [[nodiscard]] std::size_t count_leaves(const Equation& sum, int depth) const {
    std::size_t leaves = 0;
    for (const Term& term : sum.terms) {
      const Equation* part = nullptr;
      for (const EquationId id : network_.of(term.figure)) {
        const Equation& other = network_.equation(id);
        if (other.relation == Relation::sum && other.result == term.figure && verdicts_[id] == Verdict::exact)
          part = &other;
      }
      leaves += part == nullptr || depth > 6 ? 1 : count_leaves(*part, depth + 1);
    }
    return leaves;
  }

  [[nodiscard]] bool is_leaf(FigureId figure) const {
    return std::none_of(network_.of(figure).begin(), network_.of(figure).end(), [&](EquationId id) {
      return network_.equation(id).relation == Relation::sum && network_.equation(id).result == figure &&
             verdicts_[id] != Verdict::skipped;
    });
  }

  // A list whose total is not printed: the translations of its rows come to what the rate makes of their
  // amounts together, and with the odd one a unit nearer to its own quotient they would not.
  [[nodiscard]] bool makes_unprinted_total(FigureId figure, EquationId id) const {
    const Figure& own = network_.figure(figure);
    if (!own.in_table() || in_footing(figure)) return false;
    const Table& table = network_.filing().tables[own.table];
    const Equation& equation = network_.equation(id);
    Wide translations = 0, amounts = 0;
    std::size_t count = 0;
    for (std::uint32_t r = first_of_list(table, own.row); r < table.rows.size(); ++r) {
      const Row& row = table.rows[r];
      if (row.role != Role::item) break;
      const FigureId other = row.cells[own.column];
      if (other == kNoFigure) continue;
      const EquationId translation = equation_of_[other];
      if (translation == kNone || !alike(translation, id)) return false;
      translations += values_[other]->mantissa;
      amounts += values_[network_.equation(translation).terms.front().figure]->mantissa;
      ++count;
    }
    const Wide nearer = network_.judge(id, values_).expected->mantissa - values_[figure]->mantissa;
    return count >= kFewestOfList && rounds(amounts, equation.rate, translations) &&
           !rounds(amounts, equation.rate, translations + nearer);
  }

  static std::uint32_t first_of_list(const Table& table, std::uint32_t row) {
    while (row > 0 && table.rows[row - 1].role == Role::item) --row;
    return row;
  }

  [[nodiscard]] bool in_footing(FigureId figure) const {
    return std::any_of(network_.of(figure).begin(), network_.of(figure).end(), [&](EquationId id) {
      return network_.equation(id).relation == Relation::sum && verdicts_[id] != Verdict::skipped;
    });
  }

  // Both translate at one rate, in one scale, out of one column, and print as many decimals as they
  // translate.
  [[nodiscard]] bool alike(EquationId one, EquationId other) const {
    const Equation &a = network_.equation(one), &b = network_.equation(other);
    const FigureId source = a.terms.front().figure;
    const Figure &from = network_.figure(source), &to = network_.figure(a.result);
    const Figure& as = network_.figure(b.terms.front().figure);
    return same_value(a.rate, b.rate) && from.table == as.table && from.column == as.column &&
           from.scale_power == to.scale_power && values_[source]->decimals == values_[a.result]->decimals;
  }

  // Whether an amount at the rate, rounded, is the translation; all in the same unit.
  static bool rounds(Wide amount, const Decimal& rate, Wide translation) {
    const auto power = power_of_ten(rate.decimals);
    if (!power) return false;
    const Wide off = 2 * (translation * rate.mantissa - amount * *power);
    return off <= rate.mantissa && -off <= rate.mantissa;
  }

  [[nodiscard]] bool by_plug() {
    bool changed = false;
    for (const auto& [figure, id] : translated_) {
      if (agreement_[id] != Agreement::disagrees || !is_leaf(figure)) continue;
      const Wide off = units_off(figure, id);
      if (!every_footing_exact(figure) && !(off == 1 && makes_unprinted_total(figure, id))) continue;
      if (off > 1 && static_cast<Wide>(leaves_under_witness(figure)) < 2 * off) continue;
      agreement_[id] = Agreement::plug;
      changed = true;
    }
    return changed;
  }

  // "Cash and deposits totalled RMB40.6 billion": a whole that is rounded needs no plug.
  [[nodiscard]] bool rounds_in_a_sentence(EquationId sum, FigureId part) const {
    return !network_.figure(network_.equation(sum).result).in_table() && network_.figure(part).in_table();
  }

  const Network& network_;
  const Values& values_;
  std::span<const Verdict> verdicts_;
  std::vector<Agreement> agreement_;
  static constexpr EquationId kNone = 0xffffffff;
  static constexpr std::size_t kFewestOfList = 3;  // of two any odd unit is as likely to be an error
  std::vector<EquationId> equation_of_;            // per figure: what translates it
  std::vector<std::pair<FigureId, EquationId>> translated_;  // the same as a list, in order
  std::vector<EquationId> ties_;
};

}  // namespace

std::vector<Agreement> agree(const Network& network, const Values& values,
                             std::span<const Verdict> verdicts) {
  return Translations(network, values, verdicts).run();
}

}  // namespace kcfin::solving
