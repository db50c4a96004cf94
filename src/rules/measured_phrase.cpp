// Looks a phrase up among rows first, since their figures are the fuller ones, then among claims.
#include "rules/measured_phrase.h"

#include "statement/concept.h"

namespace kcfin::rulebook {
namespace {

Unit reporting_money(const Filing& filing) {
  for (const Table& table : filing.tables) {
    for (const Column& column : table.columns) {
      if (column.unit.measure == Measure::money && column.unit.code[0] != '\0') return column.unit;
    }
  }
  return {Measure::money, currency("RMB")};
}

}  // namespace

MeasuredPhrases::MeasuredPhrases(const Filing& filing, const RowIndex& rows)
    : filing_(filing), index_(rows), money_(reporting_money(filing)) {
  for (const Claim& claim : filing.claims) {
    if (claim.kind != ClaimKind::amount || claim.approximate || claim.misnamed ||
        !(filing.figures[claim.figure].unit == money_))
      continue;
    // A comparative that names a measure of its own is one of its sentence's measure all the same: "gross
    // loss" in a sentence on the gross profit of a segment.
    const bool named = claim.row_figure != kNoFigure || claim.unresolved == "no row has this name";
    const bool own = !claim.subject.empty() && claim.row_figure == kNoFigure;
    if (own) {
      stated_.emplace(normal_label(claim.subject), claim.figure);
    } else if (named) {
      stated_.emplace(normal_label(claim.metric.phrase), claim.figure);
    }
  }
}

FigureId MeasuredPhrases::cell(std::string_view phrase, const Unit& unit, const Period& period) const {
  const RowMatch match = index_.find(phrase, unit, period);
  return match.outcome == RowMatch::Outcome::found ? match.figure : kNoFigure;
}

Measured MeasuredPhrases::amount(std::string_view phrase, const Period& period) const {
  Measured out;
  if (phrase.empty() || !period.known()) return out;
  out.cell = cell(phrase, money_, period);
  const auto [first, last] = stated_.equal_range(normal_label(phrase));
  for (auto it = first; it != last && out.prose == kNoFigure; ++it) {
    if (filing_.figures[it->second].period == period) out.prose = it->second;
  }
  // A damaged cell may be recovered later; an amount that is there already serves better.
  if (out.cell != kNoFigure && out.prose != kNoFigure && !filing_.figures[out.cell].usable())
    out.cell = kNoFigure;
  return out;
}

FigureId MeasuredPhrases::tied(FigureId amount) const {
  if (amount == kNoFigure) return kNoFigure;
  return filing_.claims[filing_.figures[amount].claim].row_figure;
}

}  // namespace kcfin::rulebook
