// A hypothesis: one figure should be another, and what its author would have carried on (totals above it,
// translations, repetitions) follows.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "solve/inquiry.h"
#include "solve/trials.h"

namespace kcfin::solving {

struct Hypothesis {
  FigureId figure = kNoFigure;
  Decimal value;
  bool about = false;
  int worth = 0;  // what it mends less what it breaks and carries on, in hundredths of a mended statement
  std::vector<std::size_t> mends, breaks;             // statements
  std::vector<std::pair<FigureId, Decimal>> changed;  // the figure and all that follow it
  std::string slip;                                   // how it happened; empty where that does not show
  std::vector<FigureId> sources;                      // figures that the slip was copied from
  std::vector<std::size_t> seen;  // statements that were looked at: nothing else tells on the hypothesis
                                  // but the printed figures of its table
};

class Tester {
 public:
  explicit Tester(const Inquiry& inquiry) : inquiry_(inquiry), values_(inquiry.current) {}

  [[nodiscard]] Hypothesis test(const Trial& trial);
  // Takes over what is explained.
  void set(FigureId figure, const Decimal& value) { values_[figure] = value; }

 private:
  struct Carried;

  [[nodiscard]] bool nearly_translates(EquationId id) const;
  [[nodiscard]] bool tolerated(const Statement& statement, const Carried& carried) const;
  [[nodiscard]] bool plugs(std::size_t s, Hypothesis& seen_by) const;
  [[nodiscard]] Verdict mended(std::size_t s, const Carried& carried, Hypothesis& seen_by) const;
  [[nodiscard]] bool exact_relation(std::size_t s) const;
  void carry_through(FigureId figure, const Decimal& value, Carried& out);
  [[nodiscard]] int settle(const Carried& carried, Hypothesis& out) const;
  [[nodiscard]] bool alike_elsewhere(const Row& row, const Row& other, std::uint32_t column) const;
  void find_slip(Hypothesis& hypothesis) const;

  const Inquiry& inquiry_;
  Values values_;  // with the hypothesis at hand
};

}  // namespace kcfin::solving
