// Amounts are compared where they have the same decimals and the same unit.
#include "solve/amount_traits.h"

#include <algorithm>

#include "values/slip.h"

namespace kcfin::solving {
namespace {

Wide size_of(Wide value) { return value < 0 ? -value : value; }

class AmountTraits {
 public:
  AmountTraits(const Network& network, const Values& values, const RootBreak& root, EquationId id,
               std::vector<Trait>& out)
      : network_(network),
        values_(values),
        root_(root),
        id_(id),
        equation_(network.equation(id)),
        out_(out) {}

  void run() {
    add_row();
    if (equation_.relation == Relation::sum) add_difference();
  }

 private:
  [[nodiscard]] const Table& table_of(const Figure& figure) const {
    return network_.filing().tables[figure.table];
  }

  // Which of the two lies clearly nearer to the row's other periods.
  void add_row() {
    const Finding& finding = *root_.finding;
    const Figure& own = network_.figure(finding.figure);
    const auto right = right_value(root_);
    if (!own.in_table() || !finding.reported || !right || finding.reported->decimals != right->decimals)
      return;
    int votes = 0;
    for (const FigureId id : table_of(own).rows[own.row].cells) {
      if (id == kNoFigure || id == finding.figure || !values_[id] || values_[id]->zero()) continue;
      const Figure& other = network_.figure(id);
      if (!(other.unit == own.unit) || values_[id]->decimals != finding.reported->decimals) continue;
      const Wide printed = size_of(static_cast<Wide>(finding.reported->mantissa) - values_[id]->mantissa);
      const Wide expected = size_of(static_cast<Wide>(right->mantissa) - values_[id]->mantissa);
      votes += printed > 2 * expected ? 1 : expected > 2 * printed ? -1 : 0;
    }
    if (votes > 0) out_.push_back(Trait::fits_row);
    if (votes < 0) out_.push_back(Trait::against_row);
  }

  // A row too many or too few, or one of another sign: what a reading of the sum that is not meant misses by.
  void add_difference() {
    const Figure& result = network_.figure(equation_.result);
    const auto made = network_.judge(id_, values_).expected;
    const auto& printed = values_[equation_.result];
    if (!result.in_table() || !made || !printed || made->decimals != printed->decimals) return;
    const Wide off = size_of(static_cast<Wide>(printed->mantissa) - made->mantissa);
    const auto is = [&](FigureId id, Wide size) {
      return id != kNoFigure && id != equation_.result && values_[id] && telling(*values_[id]) &&
             values_[id]->decimals == printed->decimals && values_[id]->size().mantissa == size;
    };
    const std::vector<Row>& rows = table_of(result).rows;
    if (std::any_of(rows.begin(), rows.end(),
                    [&](const Row& row) { return is(row.cells[result.column], off); }))
      out_.push_back(Trait::off_by_a_row);
    if (off % 2 == 0 && std::any_of(equation_.terms.begin(), equation_.terms.end(),
                                    [&](const Term& term) { return is(term.figure, off / 2); }))
      out_.push_back(Trait::off_twice_a_row);
  }

  const Network& network_;
  const Values& values_;
  const RootBreak& root_;
  const EquationId id_;
  const Equation& equation_;
  std::vector<Trait>& out_;
};

}  // namespace

std::optional<Trait> slip_of_a_rival(const Values& values, const Explanation& explanation) {
  std::optional<Trait> out;
  const auto shows = [&](Trait trait) { out = out ? std::min(*out, trait) : trait; };
  for (const Explanation::Rival& rival : explanation.rivals) {
    const auto& printed = values[rival.figure];
    if (!printed || rival.slip.empty()) continue;
    if (!telling_slip(*printed, rival.value)) {
      if (telling(*printed)) shows(Trait::rival_copy);
    } else {
      shows(slip_between(*printed, rival.value) == Slip::digit ? Trait::rival_digit : Trait::rival_slip);
    }
  }
  return out;
}

void add_amount_traits(const Network& network, const Values& values, const RootBreak& root,
                       EquationId equation, std::vector<Trait>& out) {
  AmountTraits(network, values, root, equation, out).run();
}

}  // namespace kcfin::solving
