// translation/prose: RMBx (US$y) in a sentence, at the stated rate.
#include <fmt/format.h>

#include <optional>
#include <utility>

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
  Equation at_report = translation(rule, dollars, amount, rate->rate);
  at_report.reading = "at the stated rate";
  if (dollars_first && !holds(filing, at_report).value_or(false) &&
      near_rate(filing, dollars, amount, rate->rate)) {
    out.skips.push_back({rule, dollars, filing.figures[dollars].at,
                         "a US$ amount with its translation behind it, at a rate of its own day"});
    return;
  }
  const Date end = from.period.end;
  const bool earlier = end.known() && rate->as_of.known() && end < rate->as_of;
  const std::optional<Rate> own = earlier ? rate_at(filing, from.unit.code, end) : std::nullopt;
  if (!own || same_value(own->rate, rate->rate)) {
    out.equations.push_back(std::move(at_report));
    return;
  }
  Equation at_date = translation(rule, dollars, amount, own->rate);
  at_date.reading = fmt::format("at the rate of {}", own->as_of.iso());
  at_date.note = fmt::format("translated at {}, the rate of {}, and not at the stated {}", own->rate.text(),
                             own->as_of.iso(), rate->rate.text());
  at_report.alternatives = at_date.alternatives = next_alternatives(out);
  out.equations.push_back(std::move(at_report));
  out.equations.push_back(std::move(at_date));
}

void relate_pairs(const RuleInput& input, RuleId rule, Equations& out) {
  const Filing& filing = input.filing();
  for (const Claim& claim : filing.claims) {
    if (claim.translation != kNoFigure) relate_pair(filing, claim, rule, out);
  }
}

}  // namespace

const Rule translation_prose = {
    .id = "translation/prose",
    .severity = Severity::error,
    .summary = "RMBx (US$y) in prose",
    .checks =
        "Every amount in a sentence that is followed by its translation in parentheses, per-share amounts "
        "too.",
    .arithmetic =
        "US$ = RMB / rate, both as intervals, at the rate stated for the report's date. A pair about an "
        "earlier period "
        "may carry the noon buying rate of that period's end: a note. US$ with RMB behind it (“US$4.0 "
        "million "
        "(RMB28.1 million)”) stand at the rate of their own day, within a tenth of the stated one. Off by "
        "one in the last place is a "
        "warning, or a "
        "note where a list of parts adds up with it.",
    .example = "RMB107.7 million (US$15.1 million) at 7.1636: 107.7 / 7.1636 = 15.0.",
    .advice =
        "Translate the amount anew. Where a comparative is translated at its own date's rate, say so in the "
        "sentence; "
        "rates that are not built in can be given with --rates.",
    .relate = relate_pairs,
};

}  // namespace kcfin::rulebook
