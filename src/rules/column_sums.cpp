// A blank among the terms is nil where the rest adds up without it.
#include "rules/column_sums.h"

#include <algorithm>

#include "rules/slipped_sum.h"

namespace kcfin::rulebook {

std::vector<Equation> column_sums(const Filing& filing, const Table& table, const Footing& footing,
                                  RuleId rule, bool (*adds)(const Figure&)) {
  std::vector<Equation> out;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const FigureId result = table.rows[footing.row].cells[c];
    if (result == kNoFigure || !adds(filing.figures[result])) continue;
    Equation sum;
    sum.rule = rule;
    sum.relation = Relation::sum;
    sum.support = Support::both;
    sum.result = result;
    sum.reading = footing.reading;
    bool one_unit = true;  // and no figure that may be one of the terms
    for (const FootingTerm& term : footing.terms) {
      const FigureId id = table.rows[term.row].cells[c];
      if (id == kNoFigure) {
        one_unit &= !left_open(filing, table.rows[term.row]);
        ++sum.blanks;
        continue;
      }
      one_unit &= filing.figures[id].unit == filing.figures[result].unit;
      sum.terms.push_back({id, term.sign});
    }
    if (one_unit && !sum.terms.empty()) out.push_back(std::move(sum));
  }
  return out;
}

bool one_of_two_holds(const Filing& filing, std::span<const Equation> sums) {
  constexpr std::size_t kLong = 3;
  const Fit fit = fit_of_sums(filing, sums);
  return fit.judged == 2 && fit.hold == 1 && std::any_of(sums.begin(), sums.end(), [&](const Equation& sum) {
           const auto held = holds(filing, sum);
           if (!held || !adds_amounts(filing, sum)) return false;
           return *held ? sum.terms.size() >= kLong && holds_to_the_digit(filing, sum).value_or(false)
                        : misses_by_a_slip(filing, sum, Signs::borne_out);
         });
}

Fit fit_of_sums(const Filing& filing, std::span<const Equation> sums) {
  Fit fit;
  for (const Equation& sum : sums) {
    if (adds_amounts(filing, sum)) fit.count(holds(filing, sum));
  }
  return fit;
}

}  // namespace kcfin::rulebook
