// Formulas of the relations, each in the result's own scale.
#include "report/check_formula.h"

#include <fmt/format.h>

namespace kcfin::report {
namespace {

std::string times_power(std::string text, int power) {
  if (power == 0) return text;
  return fmt::format("{}{}1{}", text, power > 0 ? "*" : "/",
                     std::string(static_cast<std::size_t>(std::abs(power)), '0'));
}

class FormulaWriter {
 public:
  FormulaWriter(const Filing& filing, const Check& check, const CellNames& names)
      : filing_(filing), check_(check), names_(names) {}

  std::string write() {
    const std::string own = names_.figure(check_.figure);
    if (own.empty() || check_.terms.empty()) return {};
    for (const Term& term : check_.terms) {
      if (names_.figure(term.figure).empty()) return {};
    }
    const std::string rate = check_.rate.zero() ? std::string() : names_.rate(check_.rate);
    switch (check_.relation) {
      case Relation::sum:
        return sum();
      case Relation::same:
        return signed_term(check_.terms.front());
      case Relation::opposite:
        return fmt::format("SIGN({})*ABS({})", own, in_scale(check_.terms.front().figure));
      case Relation::translation:
      case Relation::scaled:
        return rate.empty() ? std::string() : fmt::format("{}/{}", signed_term(check_.terms.front()), rate);
      default:
        return check_.terms.size() == 2 ? of_two(rate) : std::string();
    }
  }

 private:
  [[nodiscard]] int power(FigureId figure) const { return filing_.figures[figure].scale_power; }

  // A term in the result's scale.
  [[nodiscard]] std::string in_scale(FigureId figure) const {
    return times_power(names_.figure(figure), power(figure) - power(check_.figure));
  }

  [[nodiscard]] std::string signed_term(const Term& term) const {
    return (term.sign < 0 ? "-" : "") + in_scale(term.figure);
  }

  [[nodiscard]] std::string sum() const {
    std::string out;
    for (const Term& term : check_.terms) {
      if (term.sign > 0 && !out.empty()) out += '+';
      out += signed_term(term);
    }
    return out;
  }

  [[nodiscard]] std::string of_two(const std::string& rate) const {
    const FigureId first = check_.terms[0].figure, second = check_.terms[1].figure;
    const auto with_sign = [](const Term& term, const std::string& cell) {
      return term.sign < 0 ? "(-" + cell + ")" : cell;
    };
    // Both in the second one's scale.
    const std::string a =
        with_sign(check_.terms[0], times_power(names_.figure(first), power(first) - power(second)));
    const std::string b = with_sign(check_.terms[1], names_.figure(second));
    const std::string factor = rate.empty() ? "" : "*" + rate;
    switch (check_.relation) {
      case Relation::ratio:
        return fmt::format("100*{}/({})", a, b);
      case Relation::change:
        return fmt::format("100*({}-{})/ABS({})", a, b, b);
      case Relation::loss_change:
        return fmt::format("100*(ABS({})-ABS({}))/ABS({})", a, b, b);
      case Relation::difference:
        return fmt::format("({}-{}){}", a, b, factor);
      default:  // per_unit
        return times_power(fmt::format("{}/{}{}", a, b, factor), -power(check_.figure));
    }
  }

  const Filing& filing_;
  const Check& check_;
  const CellNames& names_;
};

}  // namespace

std::string check_formula(const Filing& filing, const Check& check, const CellNames& names) {
  return FormulaWriter(filing, check, names).write();
}

}  // namespace kcfin::report
