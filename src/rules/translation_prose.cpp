// translation/prose: RMBx (US$y) in a sentence, at the stated rate.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "rules/alternatives.h"
#include "rules/arithmetic.h"
#include "rules/period_end_rates.h"
#include "rules/prose_rules.h"
#include "rules/registry.h"
#include "rules/rule_input.h"
#include "rules/stated_rate.h"

namespace kcfin::rulebook {
namespace {

Equation translation(RuleId rule, FigureId dollars, FigureId amount, const Decimal& rate) {
  Equation equation;
  equation.rule = rule;
  equation.relation = Relation::translation;
  equation.result = dollars;
  equation.terms = {{amount, 1}};
  equation.rate = rate;
  return equation;
}

// The rate that a pair implies lies within a tenth of the stated one: that of another day, and no slip.
bool near_rate(const Filing& filing, FigureId dollars, FigureId amount, const Decimal& rate) {
  const std::optional<Interval> from = printed(filing.figures[amount]), to = printed(filing.figures[dollars]);
  const std::optional<Interval> implied = from && to ? divide(*from, *to) : std::nullopt;
  const std::optional<Wide> scale = power_of_ten(rate.decimals + 1);
  if (!implied || !scale) return false;
  const Interval around{{Wide{rate.mantissa} * 9, *scale}, {Wide{rate.mantissa} * 11, *scale}};
  return meets(*implied, around).value_or(false);
}

// At the stated rate; of an earlier period at its own date's too.
std::vector<Equation> readings_of(const Filing& filing, RuleId rule, FigureId dollars, FigureId amount,
                                  const Rate& rate) {
  std::vector<Equation> out = {translation(rule, dollars, amount, rate.rate)};
  out.front().reading = "at the stated rate";
  const Figure& from = filing.figures[amount];
  const Date end = from.period.end;
  const bool earlier = end.known() && rate.as_of.known() && end < rate.as_of;
  const std::optional<Rate> own = earlier ? rate_at(filing, from.unit.code, end) : std::nullopt;
  if (!own || same_value(own->rate, rate.rate)) return out;
  Equation at_date = translation(rule, dollars, amount, own->rate);
  at_date.reading = fmt::format("at the rate of {}", own->as_of.iso());
  at_date.note = fmt::format("translated at {}, the rate of {}, and not at the stated {}", own->rate.text(),
                             own->as_of.iso(), rate.rate.text());
  out.push_back(std::move(at_date));
  return out;
}

// "RMB30.4 million (US$4.5 million) in the same quarter of 2009": filers translated so at the rate of that
// quarter's end. Where this is not known, an amount that such a rate explains is none that can be held.
bool at_unknown_rate(const Filing& filing, const std::vector<Equation>& readings, FigureId dollars,
                     FigureId amount, const Rate& rate) {
  const Date end = filing.figures[amount].period.end;
  const bool earlier = end.known() && rate.as_of.known() && end < rate.as_of;
  return earlier && readings.size() == 1 && !rate_at(filing, rate.from, end) &&
         !holds(filing, readings.front()).value_or(false) && near_rate(filing, dollars, amount, rate.rate);
}

void give(std::vector<Equation> readings, Equations& out) {
  if (readings.size() > 1) {
    const std::uint32_t group = next_alternatives(out);
    for (Equation& reading : readings) reading.alternatives = group;
  }
  for (Equation& reading : readings) out.equations.push_back(std::move(reading));
}

void relate_pair(const Filing& filing, const Claim& claim, RuleId rule, Equations& out) {
  FigureId dollars = claim.translation;
  FigureId amount = claim.figure;
  // US$y (RMBx): dollars that were owed or paid stand at the rate of their own day.
  const bool dollars_first = filing.figures[amount].unit.currency_code() == "USD";
  if (dollars_first) std::swap(dollars, amount);
  const Figure& from = filing.figures[amount];
  if (filing.figures[dollars].unit.currency_code() != "USD") return;
  const Rate* rate = stated_rate(filing);
  if (rate == nullptr || rate->from != from.unit.code) {
    out.skips.push_back(
        {rule, dollars, filing.figures[dollars].at, "no exchange rate is stated for its currency"});
    return;
  }
  if (dollars_first && !holds(filing, translation(rule, dollars, amount, rate->rate)).value_or(false) &&
      near_rate(filing, dollars, amount, rate->rate)) {
    out.skips.push_back({rule, dollars, filing.figures[dollars].at,
                         "a US$ amount with its translation behind it, at a rate of its own day"});
    return;
  }
  std::vector<Equation> readings = readings_of(filing, rule, dollars, amount, *rate);
  if (at_unknown_rate(filing, readings, dollars, amount, *rate)) {
    out.skips.push_back(
        {rule, dollars, filing.figures[dollars].at,
         "of an earlier period, and not at the stated rate: that of its own date is not known"});
    return;
  }
  give(std::move(readings), out);
}

// US$ amounts of sentences whose row prints its own currency alone: "US$0.45 per ADS for the preceding
// quarter", and the one in parentheses behind an amount that is less exact than its row.
class RowTranslations {
 public:
  RowTranslations(const RuleInput& input, RuleId rule, const Rate& rate)
      : filing_(input.filing()), phrases_(input.phrases()), rule_(rule), rate_(rate) {}

  void run(Equations& out) {
    for (const Claim& claim : filing_.claims) {
      if (claim.approximate || claim.period_in_doubt || !claim.doubt.empty()) continue;
      if (claim.translation != kNoFigure) {
        if (claim.row_figure != kNoFigure && !excused(claim))
          take(claim, claim.translation, claim.row_figure, behind_amounts_);
      } else if (claim.unresolved == Claim::kNoColumn) {
        take(claim, claim.figure, own_currency(claim), alone_);
      }
    }
    behind_amounts_.give(out);
    alone_.give(out);
  }

 private:
  // Whether sentences translate so is told by those that come out so.
  struct Group {
    std::vector<std::vector<Equation>> all;
    std::size_t held = 0;

    void give(Equations& out) {
      if (held < 2 || held < 3 * (all.size() - held)) return;
      for (std::vector<Equation>& readings : all) rulebook::give(std::move(readings), out);
    }
  };

  // Translated from the rounded amount, or a unit off by a sum that it stands in: no contradiction, as long
  // as the amount beside it allows for it.
  [[nodiscard]] bool excused(const Claim& claim) const {
    const auto& own = filing_.figures[claim.translation].value;
    const auto made = [&](FigureId amount) {
      return expected(filing_, translation(rule_, claim.translation, amount, rate_.rate));
    };
    const std::optional<Decimal> of_amount = made(claim.figure), of_row = made(claim.row_figure);
    if (!own || !of_amount || !of_row) return true;
    const std::int64_t off = own->size().mantissa - of_row->size().mantissa;
    return off != 0 && ((off >= -1 && off <= 1) || same_value(*own, *of_amount));
  }

  // The figure of the claim's row and period in the currency that is translated.
  [[nodiscard]] FigureId own_currency(const Claim& claim) const {
    const Figure& figure = filing_.figures[claim.figure];
    return phrases_.cell(claim.metric.phrase, {figure.unit.measure, rate_.from}, figure.period);
  }

  void take(const Claim& claim, FigureId dollars, FigureId cell, Group& group) const {
    if (cell == kNoFigure || !filing_.figures[cell].usable()) return;
    const Figure &to = filing_.figures[dollars], &from = filing_.figures[cell];
    if (!to.value || to.unit.currency_code() != "USD" || !(from.unit == Unit{to.unit.measure, rate_.from}) ||
        dollar_cell(filing_, cell) != kNoFigure)
      return;
    std::vector<Equation> readings = readings_of(filing_, rule_, dollars, cell, rate_);
    const bool differ = (to.value->mantissa < 0) != (from.value->mantissa < 0);
    if (differ && sign_in_words(filing_, claim, cell)) {
      for (Equation& reading : readings) reading.terms.front().sign = -1;
    }
    for (Equation& reading : readings) reading.reading = "of the row's figure, " + reading.reading;
    const bool holds_so = std::any_of(readings.begin(), readings.end(), [&](const Equation& reading) {
      return holds(filing_, reading).value_or(false);
    });
    group.held += holds_so ? 1 : 0;
    group.all.push_back(std::move(readings));
  }

  const Filing& filing_;
  const MeasuredPhrases& phrases_;
  RuleId rule_;
  const Rate& rate_;
  Group behind_amounts_, alone_;
};

void relate_pairs(const RuleInput& input, RuleId rule, Equations& out) {
  const Filing& filing = input.filing();
  for (const Claim& claim : filing.claims) {
    if (claim.translation != kNoFigure) relate_pair(filing, claim, rule, out);
  }
  if (filing.claims.empty()) return;
  if (const Rate* rate = stated_rate(filing); rate != nullptr) RowTranslations(input, rule, *rate).run(out);
}

}  // namespace

const Rule translation_prose = {
    .id = "translation/prose",
    .severity = Severity::error,
    .summary = "RMBx (US$y) in prose",
    .checks =
        "Every amount in a sentence that is followed by its translation in parentheses, per-share amounts "
        "too. Where the table prints the row in its own currency alone, US$ amounts of sentences are held to "
        "that figure, with the amount beside them or without: if at least two of the filing's come out so, "
        "and three to each that does not.",
    .arithmetic =
        "US$ = RMB / rate, both as intervals, at the rate stated for the report's date. A pair about an "
        "earlier period "
        "may carry the noon buying rate of that period's end: a note. US$ with RMB behind it (“US$4.0 "
        "million "
        "(RMB28.1 million)”) stand at the rate of their own day, within a tenth of the stated one. Off by "
        "one in the last place is a "
        "warning (in parentheses behind an amount that is less exact than its row it is allowed for), or a "
        "note where a list of parts adds up with it.",
    .example = "RMB107.7 million (US$15.1 million) at 7.1636: 107.7 / 7.1636 = 15.0.",
    .advice =
        "Translate the amount anew. Where a comparative is translated at its own date's rate, say so in the "
        "sentence; "
        "rates that are not built in can be given with --rates.",
    .relate = relate_pairs,
};

}  // namespace kcfin::rulebook
