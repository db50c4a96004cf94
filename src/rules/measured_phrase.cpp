// Looks a phrase up among rows first, since their figures are the fuller ones, then among claims.
#include "rules/measured_phrase.h"

#include <algorithm>

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
    const bool named = claim.row_figure != kNoFigure || claim.unresolved == Claim::kNoRow;
    const bool own = !claim.subject.empty() && claim.row_figure == kNoFigure;
    if (own) {
      state(claim.subject, claim.figure);
    } else if (named) {
      state(claim.metric.phrase, claim.figure);
    }
  }
}

void MeasuredPhrases::state(std::string_view phrase, FigureId amount) {
  std::vector<FigureId>& amounts = stated_[normal_label(phrase)];
  const Period& period = filing_.figures[amount].period;
  const bool there = std::any_of(amounts.begin(), amounts.end(),
                                 [&](FigureId id) { return filing_.figures[id].period == period; });
  if (!there) amounts.push_back(amount);
}

FigureId MeasuredPhrases::cell(std::string_view phrase, const Unit& unit, const Period& period) const {
  const RowMatch match = index_.find(phrase, unit, period);
  return match.outcome == RowMatch::Outcome::found ? match.figure : kNoFigure;
}

Measured MeasuredPhrases::amount(std::string_view phrase, const Period& period) const {
  Measured out;
  if (phrase.empty() || !period.known()) return out;
  out.cell = cell(phrase, money_, period);
  if (const auto stated = stated_.find(normal_label(phrase)); stated != stated_.end()) {
    for (const FigureId id : stated->second) {
      if (filing_.figures[id].period == period) out.prose = id;
    }
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
