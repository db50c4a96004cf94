// The concept catalogue: what a row's label means, as an element of the us-gaap taxonomy.
//
// A label names a concept only if every qualifier of it does: "Gross profit of public cloud services"
// is not GrossProfit. The labels stand in concept_catalogue.inc, where a person can read and add them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kcfin/filing.h"

namespace kcfin {

// What a row's figure is, whatever its column's period is.
enum class Nature : std::uint8_t {
  flow,       // of a period: Q1 + Q2 = six months
  instant,    // at a date: opening and closing cash too
  average,    // a weighted number of shares
  ratio,      // a margin
  per_share,  // money per share or ADS
};

// The side on which the concept naturally stands; `expense` reduces profit when printed positive.
enum class Side : std::uint8_t { none, income, expense, asset, liability, equity, cash };

struct Concept {
  // us-gaap element ("CostOfRevenue"). A measure that us-gaap lacks (adjusted EBITDA) has a name with
  // the prefix "kcfin:"; it serves matching alone and is given as an empty concept in output.
  std::string_view name;
  Nature nature = Nature::flow;
  Side side = Side::none;
  bool subtotal = false;  // by its nature a sum of other rows (GrossProfit, AssetsCurrent)
  std::string_view provenance;

  [[nodiscard]] bool own_name() const { return name.starts_with("kcfin:"); }
};

// The concept that a label names, or null. `section`: the headers above it, outermost first; kind is
// TableKind::other where it is not known, as for a metric of a sentence. Thread-safe.
[[nodiscard]] const Concept* match_concept(std::string_view label, TableKind kind,
                                           std::span<const std::string> section = {});
[[nodiscard]] const Concept* find_concept(std::string_view name);
[[nodiscard]] std::span<const Concept> concepts();

// Lower case, single spaces; punctuation, footnote marks, "(unaudited)", "(Non-GAAP Financial Measure)",
// leading "Less:", "Add:", "Including:" and dashes gone; plural, hyphen and British or American spelling
// folded. Two labels with the same normal form say the same words.
[[nodiscard]] std::string normal_label(std::string_view label);

// Opening and closing cash are one element at two dates; the label says which.
enum class CashPoint : std::uint8_t { none, opening, closing };
[[nodiscard]] CashPoint cash_point(std::string_view label);

}  // namespace kcfin
