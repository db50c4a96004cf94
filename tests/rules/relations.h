// What a rule makes of a filing written in a test: its equations, skips and remarks as text.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "kcfin/finding.h"
#include "rules/arithmetic.h"

namespace kcfin::testing {

inline Filing filing_of(std::string text) {
  auto document = read(std::move(text));
  EXPECT_TRUE(document) << (document ? std::string() : document.error().message);
  static Document kept;  // figures point into it
  kept = document ? std::move(*document) : Document{};
  return assemble(kept, read_tables(kept));
}

inline std::string place_of(const Filing& filing, FigureId id) {
  const Figure& figure = filing.figures[id];
  return std::string(figure.raw) + "@" + std::to_string(figure.at.line);
}

inline std::string_view sign_of(Relation relation) {
  switch (relation) {
    case Relation::sum:
    case Relation::same:
      return " = ";
    case Relation::opposite:
      return " = -";
    case Relation::translation:
    case Relation::scaled:
      return " x rate = ";
    case Relation::ratio:
      return " % of ";
    case Relation::change:
      return " change ";
    case Relation::loss_change:
      return " change in size ";
    case Relation::difference:
      return " points ";
    case Relation::per_unit:
      return " each ";
  }
  return " ? ";
}

// "5,644@12 = 3,000@10 + 2,644@11" an equation a line; " breaks" after one that does not hold, " ?" after one
// that cannot be told, "or: " before a further reading. Then "skip 12: reason" and "remark 3: message".
inline std::string relations(const Filing& filing, std::string_view rule) {
  const auto id = find_rule(rule);
  EXPECT_TRUE(id.has_value()) << rule;
  if (!id) return {};
  const Equations made = relate(filing);
  std::string out;
  std::uint32_t last = 0;
  for (const Equation& equation : made.equations) {
    if (equation.rule != *id) continue;
    if (equation.alternatives != 0 && equation.alternatives == last) out += "or: ";
    last = equation.alternatives;
    out += place_of(filing, equation.result);
    out += sign_of(equation.relation);
    for (std::size_t i = 0; i < equation.terms.size(); ++i) {
      const bool minus = equation.terms[i].sign < 0;
      if (i > 0) out += equation.relation == Relation::sum ? (minus ? " - " : " + ") : " / ";
      if (minus && (i == 0 || equation.relation != Relation::sum)) out += "-";
      out += place_of(filing, equation.terms[i].figure);
    }
    const auto held = rulebook::holds(filing, equation);
    out += !held ? " ?\n" : *held ? "\n" : " breaks\n";
  }
  for (const Skip& skip : made.skips) {
    if (skip.rule == *id) out += "skip " + std::to_string(skip.at.line) + ": " + skip.reason + "\n";
  }
  for (const Remark& remark : made.remarks) {
    if (remark.rule == *id) out += "remark " + std::to_string(remark.at.line) + ": " + remark.message + "\n";
  }
  return out;
}

inline std::string relations(std::string text, std::string_view rule) {
  return relations(filing_of(std::move(text)), rule);
}

}  // namespace kcfin::testing
