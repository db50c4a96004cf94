// The words of findings. Everything that a reader needs to add up for himself stands in the line.
#include "solve/wording.h"

#include <algorithm>
#include <array>

#include "values/scale_word.h"
#include "values/text.h"

namespace kcfin::solving {
namespace {

constexpr std::string_view kMinus = " \u2212 ";
constexpr std::string_view kPlus = " + ";
constexpr std::size_t kMostTerms = 40;

std::string signed_term(const Filing& filing, FigureId figure, const Decimal& value, int sign, bool first) {
  const bool negative = (value.mantissa < 0) != (sign < 0);
  const std::string digits = value_text(filing, figure, value.size());
  if (first) return negative ? "\u2212" + digits : digits;
  return std::string(negative ? kMinus : kPlus) + digits;
}

std::string minus_sign(std::string text) {
  if (text.starts_with('-')) text.replace(0, 1, "\u2212");
  return text;
}

std::string sum_text(const Network& network, const Equation& equation, const Values& values) {
  std::string out;
  std::size_t shown = 0;
  for (const Term& term : equation.terms) {
    if (!values[term.figure]) return {};
    if (++shown > kMostTerms) {
      out += " + \u2026";
      break;
    }
    out += signed_term(network.filing(), term.figure, *values[term.figure], term.sign, out.empty());
  }
  return out;
}

// "541.3 million on line 19"; beside a figure of that line, in which of its columns.
std::string on_line(const Network& network, std::string text, FigureId place, FigureId beside) {
  const Figure &figure = network.figure(place), &other = network.figure(beside);
  text += " on line " + std::to_string(figure.at.line);
  if (figure.at.line != other.at.line) return text;
  const std::string label = label_of(network.filing(), place);
  if (!label.empty() && label != label_of(network.filing(), beside))
    return text + ", \u201c" + label + "\u201d";
  return text + ", byte " + std::to_string(figure.at.column);
}

std::string unit_word(const Unit& unit) {
  if (unit.currency_code() == "USD")
    return unit.measure == Measure::money
               ? "US$"
               : "US$ " + std::string(unit.measure == Measure::per_ads ? "per ADS" : "per share");
  return unit.text();
}

}  // namespace

std::string value_text(const Filing& filing, FigureId figure, const Decimal& value) {
  const Figure& own = filing.figures[figure];
  std::string text = value.grouped();
  if (own.unit.measure == Measure::percent || own.unit.measure == Measure::percent_change)
    text += has(own.raw, "bp") || has(own.raw, "basis") ? " bps" : "%";
  if (!own.in_table() && own.scale_power != 0) text.append(" ").append(scale_word(own.scale_power));
  return text;
}

std::string label_of(const Filing& filing, FigureId id) {
  const Figure& figure = filing.figures[id];
  if (figure.in_table()) {
    const Row& row = filing.tables[figure.table].rows[figure.row];
    if (!row.label.empty()) return row.label;
    return row.section.empty() ? std::string() : row.section.back();
  }
  return figure.claim < filing.claims.size() ? filing.claims[figure.claim].metric.phrase : std::string();
}

std::string period_text(const Period& period) {
  if (!period.known()) return {};
  if (period.instant()) return "at " + period.end.iso();
  const int months = period.months();
  static constexpr std::array<std::string_view, 13> kSpans = {
      "", "month", "", "three months", "", "", "six months", "", "", "nine months", "", "", "year"};
  if (months > 0 && months <= 12 && !kSpans[static_cast<std::size_t>(months)].empty())
    return std::string(kSpans[static_cast<std::size_t>(months)]) + " to " + period.end.iso();
  return period.start.iso() + " to " + period.end.iso();
}

std::string figure_name(const Filing& filing, FigureId id) {
  const Figure& figure = filing.figures[id];
  const std::string label = label_of(filing, id);
  std::string out = label.empty() ? "the figure without a label" : "\u201c" + label + "\u201d";
  const std::string unit = unit_word(figure.unit), period = period_text(figure.period);
  if (!unit.empty() && figure.unit.measure != Measure::percent &&
      figure.unit.measure != Measure::percent_change && figure.unit.measure != Measure::pure)
    out += ", " + unit;
  if (!period.empty()) out += ", " + period;
  return out;
}

std::string equation_text(const Network& network, EquationId id, const Values& values) {
  const Equation& equation = network.equation(id);
  const Filing& filing = network.filing();
  const auto value = [&](FigureId figure) {
    return values[figure] ? minus_sign(value_text(filing, figure, *values[figure])) : std::string("?");
  };
  const auto expected = network.judge(id, values).expected;
  const std::string result =
      expected ? minus_sign(value_text(filing, equation.result, *expected)) : std::string("?");
  const auto term = [&](std::size_t i) { return value(equation.terms[i].figure); };
  const auto size = [&](std::size_t i) {
    const FigureId figure = equation.terms[i].figure;
    return values[figure] ? value_text(filing, figure, values[figure]->size()) : std::string("?");
  };
  switch (equation.relation) {
    case Relation::sum:
      if (equation.terms.size() == 1)
        return on_line(network, result, equation.terms.front().figure, equation.result);
      return sum_text(network, equation, values) + " = " + result;
    case Relation::same:
      return on_line(network, result, equation.terms.front().figure, equation.result);
    case Relation::opposite:
      return on_line(network, size(0), equation.terms.front().figure, equation.result);
    case Relation::translation:
    case Relation::scaled:
      return (equation.terms[0].sign < 0 ? size(0) : term(0)) + " \u00f7 " + equation.rate.text() + " = " +
             result;
    case Relation::ratio:
    case Relation::per_unit:
      return term(0) + " \u00f7 " + term(1) +
             (equation.rate.zero() ? std::string() : " \u00d7 " + equation.rate.text()) + " = " + result;
    case Relation::difference: {
      const auto& base = values[equation.terms[1].figure];
      const std::string from = base && base->mantissa < 0 ? "(" + term(1) + ")" : term(1);
      const std::string difference = term(0) + " \u2212 " + from;
      if (equation.rate.zero()) return difference + " = " + result;
      return "(" + difference + ") \u00d7 " + equation.rate.text() + " = " + result;
    }
    case Relation::change: {
      const auto& base = values[equation.terms[1].figure];
      const std::string from = base && base->mantissa < 0 ? "(" + term(1) + ")" : term(1);
      return "(" + term(0) + " \u2212 " + from + ") \u00f7 " + size(1) + " = " + result;
    }
    case Relation::loss_change:
      return "(" + size(0) + " \u2212 " + size(1) + ") \u00f7 " + size(1) + " = " + result;
  }
  return {};
}

std::string equation_for(const Network& network, EquationId id, FigureId figure, const Values& values) {
  const Equation& equation = network.equation(id);
  const auto value = network.solve_for(id, figure, values);
  if (equation.result == figure || !value || !values[equation.result])
    return equation_text(network, id, values);
  const bool tie = equation.relation == Relation::same || equation.relation == Relation::opposite;
  if (tie || (equation.relation == Relation::sum && equation.terms.size() == 1))
    return on_line(network, minus_sign(value_text(network.filing(), figure, *value)), equation.result,
                   figure);
  if (equation.relation != Relation::sum) return equation_text(network, id, values);
  // total = sign * unknown + the rest, so the unknown is sign * (total - rest).
  const auto own = std::find_if(equation.terms.begin(), equation.terms.end(),
                                [&](const Term& term) { return term.figure == figure; });
  const int sign = own == equation.terms.end() ? 1 : own->sign;
  std::string out = signed_term(network.filing(), equation.result, *values[equation.result], sign, true);
  std::size_t shown = 0;
  for (const Term& term : equation.terms) {
    if (term.figure == figure) continue;
    if (!values[term.figure]) return {};
    if (++shown > kMostTerms) {
      out += " \u2212 \u2026";
      break;
    }
    out += signed_term(network.filing(), term.figure, *values[term.figure], -sign * term.sign, false);
  }
  return out + " = " + minus_sign(value_text(network.filing(), figure, *value));
}

}  // namespace kcfin::solving
