// Looks a phrase up among rows first, since their figures are the fuller ones, then among claims.
#include "rules/measured_phrase.h"

#include <algorithm>

#include "statement/concept.h"
#include "words/reworded.h"

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
  add(stated_[normal_label(phrase)], amount);
  add(reworded_[words::words_in_order(normal_label(phrase))], amount);
}

void MeasuredPhrases::add(std::vector<Stated>& amounts, FigureId amount) const {
  const Period& period = filing_.figures[amount].period;
  const auto there = std::find_if(amounts.begin(), amounts.end(), [&](const Stated& stated) {
    return filing_.figures[stated.first].period == period;
  });
  if (there == amounts.end()) {
    amounts.push_back({amount, false});
  } else {
    there->several = there->several || !same(there->first, amount);
  }
}

// Roundings of one amount.
bool MeasuredPhrases::same(FigureId a, FigureId b) const {
  const auto size = [&](FigureId id) -> std::optional<Interval> {
    const Figure& figure = filing_.figures[id];
    return figure.value ? Interval::of(figure.value->size(), figure.scale_power) : std::nullopt;
  };
  const auto first = size(a), second = size(b);
  return !first || !second || meets(*first, *second).value_or(true);
}

FigureId MeasuredPhrases::cell(std::string_view phrase, const Unit& unit, const Period& period) const {
  const RowMatch match = index_.find(phrase, unit, period);
  return match.outcome == RowMatch::Outcome::found ? match.figure : kNoFigure;
}

Measured MeasuredPhrases::amount(std::string_view phrase, const Period& period) const {
  Measured out;
  if (phrase.empty() || !period.known()) return out;
  out.cell = cell(phrase, money_, period);
  const auto take = [&](const auto& amounts, const std::string& key) {
    const auto found = amounts.find(key);
    if (found == amounts.end()) return;
    for (const Stated& one : found->second) {
      if (filing_.figures[one.first].period != period) continue;
      out.prose = one.first;
      out.one_of_several = one.several;
    }
  };
  take(stated_, normal_label(phrase));
  if (out.prose == kNoFigure) {
    take(reworded_, words::words_in_order(normal_label(phrase)));
    out.reworded = out.prose != kNoFigure;
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
