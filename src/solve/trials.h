// Values that could be tried for the figures of a broken statement.
#pragma once

#include <vector>

#include "solve/inquiry.h"

namespace kcfin::solving {

// A value to try for a figure, in its own scale. `about`: the middle of the range that an equation leaves.
struct Trial {
  FigureId figure = kNoFigure;
  Decimal value;
  bool about = false;
};

// Trials in the order in which hypotheses are told: by figure and value, exact ones first.
[[nodiscard]] bool told_before(const Trial& a, const Trial& b);
[[nodiscard]] bool same_value_tried(const Trial& a, const Trial& b);

class Trials {
 public:
  explicit Trials(const Inquiry& inquiry) : inquiry_(inquiry), values_(inquiry.current) {}

  // The trials that the statement's readings give.
  [[nodiscard]] std::vector<Trial> of(std::size_t statement);
  // Takes over what is explained.
  void set(FigureId figure, const Decimal& value) { values_[figure] = value; }
  // How many slips were tried against an equation so far.
  [[nodiscard]] std::size_t slips() const { return slips_; }

 private:
  void propose(EquationId id, FigureId figure, std::vector<Trial>& out);
  [[nodiscard]] bool wide_range(EquationId id) const;
  [[nodiscard]] bool copies_its_row(FigureId id) const;

  const Inquiry& inquiry_;
  Values values_;  // with the slip at hand
  std::size_t slips_ = 0;
};

}  // namespace kcfin::solving
