// The equation is turned around over the printed values, as if they were exact.
#include "solve/operand_middle.h"

#include "rules/evaluation.h"

namespace kcfin::solving {
namespace {

constexpr Fraction kHundred{100, 1}, kOne{1, 1};

class Middle {
 public:
  Middle(const Network& network, const Values& values, EquationId id, FigureId operand)
      : network_(network), values_(values), equation_(network.equation(id)), operand_(operand) {}

  [[nodiscard]] std::optional<Decimal> fine() const {
    if (!asked_of_a_term()) return std::nullopt;
    switch (equation_.relation) {
      case Relation::per_unit:
        return as_printed(of_quotient(per_unit()));
      case Relation::translation:
      case Relation::scaled:
        return as_printed(product(exact(equation_.result), rate()));
      default:
        return std::nullopt;
    }
  }

  [[nodiscard]] std::optional<Decimal> rough() const {
    if (!asked_of_a_term()) return std::nullopt;
    switch (equation_.relation) {
      case Relation::same:
        return as_printed(exact(equation_.result));
      case Relation::ratio:
        return as_printed(of_quotient(quotient(exact(equation_.result), Interval::exact(kHundred))));
      case Relation::change:
        return as_printed(of_quotient(factor_of_change()));
      case Relation::difference:
        return as_printed(of_difference());
      default:
        return std::nullopt;
    }
  }

 private:
  using Amount = std::optional<Interval>;

  // What a figure that is its own operand would have to be says nothing.
  [[nodiscard]] bool asked_of_a_term() const {
    return equation_.result != operand_ && values_[operand_] &&
           (equation_.terms.size() == 1 || other_term().figure != operand_);
  }

  [[nodiscard]] bool of_first() const { return equation_.terms[0].figure == operand_; }
  [[nodiscard]] const Term& other_term() const { return equation_.terms[of_first() ? 1 : 0]; }
  [[nodiscard]] std::int8_t own_sign() const {
    return of_first() ? equation_.terms[0].sign : equation_.terms[1].sign;
  }

  [[nodiscard]] Amount exact(FigureId figure) const {
    if (!values_[figure]) return std::nullopt;
    const auto units = units_of(*values_[figure], network_.figure(figure).scale_power);
    return units ? std::optional(Interval::exact(*units)) : std::nullopt;
  }
  [[nodiscard]] Amount other() const {
    const Amount amount = exact(other_term().figure);
    return amount && other_term().sign < 0 ? std::optional(negate(*amount)) : amount;
  }
  [[nodiscard]] Amount rate() const {
    const auto rate = rulebook::rate_of(equation_);
    return rate ? rate : std::optional(Interval::exact(kOne));
  }

  static Amount product(const Amount& a, const Amount& b) { return a && b ? multiply(*a, *b) : std::nullopt; }
  static Amount quotient(const Amount& a, const Amount& b) { return a && b ? divide(*a, *b) : std::nullopt; }

  [[nodiscard]] Amount per_unit() const { return quotient(exact(equation_.result), rate()); }

  // A change of r% makes the base 1 + r% times what it was; of a negative one, 1 - r% times.
  [[nodiscard]] Amount factor_of_change() const {
    const Amount share = quotient(exact(equation_.result), Interval::exact(kHundred));
    const auto& base = values_[equation_.terms[1].figure];
    if (!share || !base) return std::nullopt;
    const bool negative = (base->mantissa < 0) != (equation_.terms[1].sign < 0);
    return add(Interval::exact(kOne), negative ? negate(*share) : *share);
  }

  // First over second is the factor.
  [[nodiscard]] Amount of_quotient(const Amount& factor) const {
    return of_first() ? product(factor, other()) : quotient(other(), factor);
  }

  [[nodiscard]] Amount of_difference() const {
    const Amount known = other(), off = quotient(exact(equation_.result), rate());
    if (!known || !off) return std::nullopt;
    return of_first() ? add(*known, *off) : subtract(*known, *off);
  }

  [[nodiscard]] std::optional<Decimal> as_printed(const Amount& amount) const {
    if (!amount) return std::nullopt;
    const Interval own = own_sign() < 0 ? negate(*amount) : *amount;
    return in_scale(own.low, network_.figure(operand_).scale_power, values_[operand_]->decimals);
  }

  const Network& network_;
  const Values& values_;
  const Equation& equation_;
  const FigureId operand_;
};

}  // namespace

std::optional<Decimal> middle_of_operand(const Network& network, const Values& values, EquationId id,
                                         FigureId operand) {
  return Middle(network, values, id, operand).fine();
}

std::optional<Decimal> rough_middle_of_operand(const Network& network, const Values& values, EquationId id,
                                               FigureId operand) {
  return Middle(network, values, id, operand).rough();
}

}  // namespace kcfin::solving
