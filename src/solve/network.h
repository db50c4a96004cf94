// Figures and the equations over them, as one network: what holds with which values.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "kcfin/finding.h"

namespace kcfin::solving {

using EquationId = std::uint32_t;

// The value each figure has for now; empty where it has none.
using Values = std::vector<std::optional<Decimal>>;

struct Judgement {
  Verdict verdict = Verdict::skipped;
  // What the result should be, rounded to its own decimals, if the terms are right. In the result's scale.
  std::optional<Decimal> expected;
};

class Network {
 public:
  Network(const Filing& filing, const Equations& equations);

  [[nodiscard]] const Filing& filing() const { return filing_; }
  [[nodiscard]] const Equation& equation(EquationId id) const { return equations_.equations[id]; }
  [[nodiscard]] std::size_t size() const { return equations_.equations.size(); }
  [[nodiscard]] const Figure& figure(FigureId id) const { return filing_.figures[id]; }
  // Equations that have the figure as result or term.
  [[nodiscard]] std::span<const EquationId> of(FigureId figure) const;
  // The filing's statements, in the order of their first equations: how many there are, and the equations
  // that are readings of one, of which messages speak of the first.
  [[nodiscard]] std::size_t statements() const { return reading_starts_.size() - 1; }
  [[nodiscard]] std::span<const EquationId> readings(std::size_t statement) const;

  // Whether rows of a sum that are blank in its column count as nil. They do not unless told so: a sum that
  // does not hold as it stands is then skipped.
  void take_blanks_for_nil(EquationId id, bool nil) { nil_blanks_[id] = nil; }
  [[nodiscard]] bool takes_blanks_for_nil(EquationId id) const { return nil_blanks_[id]; }

  [[nodiscard]] Judgement judge(EquationId id, const Values& values) const;
  // The same without what would be right, which takes as long to find.
  [[nodiscard]] Verdict verdict(EquationId id, const Values& values) const;
  // True where the equation holds exactly or within rounding; false also where it cannot be judged.
  [[nodiscard]] bool holds(EquationId id, const Values& values) const;
  // Of a ratio or a change: whether it would hold with its amounts a unit of their last place off, as a
  // column that is made to add up may leave them.
  [[nodiscard]] bool holds_but_for_plugs(EquationId id, const Values& values) const;
  // The one value that the equation leaves for `figure` if all others are right, in its scale and
  // decimals. Empty where it leaves a range (the RMB side of a translation) or none.
  [[nodiscard]] std::optional<Decimal> solve_for(EquationId id, FigureId figure, const Values& values) const;
  // What an equation with a rate leaves for its result or its term: amounts in units, as wide as the rounding
  // of the other one makes them.
  [[nodiscard]] std::optional<Interval> range_for(EquationId id, FigureId figure, const Values& values) const;

 private:
  [[nodiscard]] std::optional<Interval> interval(FigureId figure, const Values& values) const;
  [[nodiscard]] std::optional<Fraction> middle_of(FigureId figure, const Values& values) const;
  [[nodiscard]] std::optional<Interval> right_side(const Equation& equation, const Values& values) const;
  [[nodiscard]] static std::optional<Interval> right_side(const Equation& equation,
                                                          std::optional<Interval> first,
                                                          const std::optional<Interval>& second);
  [[nodiscard]] bool open_blanks(const Equation& equation) const;
  [[nodiscard]] Judgement judge_sum(const Equation& equation, const Values& values) const;
  [[nodiscard]] Judgement judge_mixed_sum(const Equation& equation, const Values& values) const;
  [[nodiscard]] bool holds_rounded_down(const Equation& equation, const Values& values) const;
  [[nodiscard]] std::uint8_t decimals_for(FigureId figure, FigureId other, const Values& values) const;
  [[nodiscard]] std::optional<Decimal> solve_sum(const Equation& equation, FigureId figure,
                                                 const Values& values) const;
  [[nodiscard]] std::optional<Decimal> solve_same(const Equation& equation, FigureId figure,
                                                  const Values& values) const;
  [[nodiscard]] Judgement judge_same(const Equation& equation, const Values& values) const;
  enum class Wanted : std::uint8_t { expected_too, verdict, whether_it_holds };
  [[nodiscard]] static bool enough(Verdict verdict, Wanted wanted);
  [[nodiscard]] Judgement judge(EquationId id, const Values& values, Wanted wanted) const;
  [[nodiscard]] Judgement judge_translation(const Equation& equation, const Values& values,
                                            Wanted wanted) const;

  const Filing& filing_;
  const Equations& equations_;
  void group_readings();

  std::vector<std::uint32_t> starts_;
  std::vector<EquationId> lists_;
  std::vector<std::uint32_t> reading_starts_;
  std::vector<EquationId> readings_;
  std::vector<bool> nil_blanks_;  // of each equation
};

// A figure's value moved from its own scale to another power of ten and rounded to `decimals`.
[[nodiscard]] std::optional<Decimal> in_scale(const Fraction& units, int scale_power, std::uint8_t decimals);
// The figure's printed value in units.
[[nodiscard]] std::optional<Fraction> units_of(const Decimal& value, int scale_power);

}  // namespace kcfin::solving
