// The prose halves of ratio/margin and ratio/share-of-total: "gross margin was 16.8%", "26% of revenues from
// public cloud services", "representing total liabilities divided by total assets".
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "prose/noun_phrase.h"
#include "rules/alternatives.h"
#include "rules/arithmetic.h"
#include "rules/prose_rules.h"
#include "rules/rule_input.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

bool replace(std::string& text, std::string_view what, std::string_view with) {
  const std::size_t at = text.find(what);
  if (at == std::string::npos) return false;
  text.replace(at, what.size(), with);
  return true;
}

struct Ratio {
  std::string part, whole;
};

// The words before the measure itself, where they name a part of the company.
std::string leading_qualifier(std::string_view part) {
  constexpr std::array<std::string_view, 5> kMeasures = {
      "gross profit", "operating income", "operating profit", "operating loss", "adjusted ebita"};
  constexpr std::array<std::string_view, 16> kWhole = {
      "adjusted", "non-gaap", "gaap",     "normalized", "total",   "overall",    "consolidated", "our",
      "group",    "company",  "reported", "underlying", "blended", "normalised", "quarterly",    "annual"};
  for (const std::string_view measure : kMeasures) {
    const std::size_t at = part.find(measure);
    if (at == std::string_view::npos || at == 0) continue;
    std::string_view before = part.substr(0, at - 1);
    const bool whole = std::any_of(kWhole.begin(), kWhole.end(),
                                   [&](std::string_view word) { return prose::has_word(before, word); });
    return whole ? std::string() : std::string(before);
  }
  return {};
}

// Of the whole, as the statements have it: an adjusted one, or one of a part, is of other amounts.
bool is_effective_tax_rate(std::string_view phrase) {
  return phrase == "effective tax rate" || phrase == "effective income tax rate" ||
         phrase == "our effective tax rate" || phrase == "gaap effective tax rate";
}

// "Services and others margin" is no quotient of the revenues of that name.
bool names_result(std::string_view part) {
  constexpr std::array<std::string_view, 9> kResults = {
      "profit", "loss", "income", "earnings", "ebit", "cash flow", "contribution", "result", "funds from"};
  return std::any_of(kResults.begin(), kResults.end(),
                     [&](std::string_view result) { return part.find(result) != std::string_view::npos; });
}

// What a margin is the quotient of, in words: "gross margin of public cloud services" is "gross profit of
// public cloud services" over "revenues from public cloud services".
std::optional<Ratio> margin_of(std::string_view phrase) {
  Ratio ratio;
  ratio.part = lower(phrase);
  if (is_effective_tax_rate(ratio.part)) return Ratio{"income tax expense", "income before income taxes"};
  if (!prose::has_word(ratio.part, "margin")) return std::nullopt;
  std::string qualifier;
  for (const std::string_view link : {" of ", " for ", " from "}) {
    const std::size_t margin = ratio.part.find("margin");
    const std::size_t at = ratio.part.find(link, margin);
    if (at == std::string::npos) continue;
    qualifier = ratio.part.substr(at + link.size());
    ratio.part.resize(at);
    break;
  }
  const bool known = replace(ratio.part, "gross profit margin", "gross profit") ||
                     replace(ratio.part, "gross margin", "gross profit") ||
                     replace(ratio.part, "operating margin", "operating income") ||
                     replace(ratio.part, "net margin", "net income");
  if (!known && !(names_result(ratio.part) && replace(ratio.part, " margin", ""))) return std::nullopt;
  ratio.whole = qualifier.empty() ? "revenues" : "revenues from " + qualifier;
  if (!qualifier.empty()) ratio.part += " of " + qualifier;
  // "Premium gross margin" is of the revenues of Premium; "adjusted operating margin", of all.
  if (const std::string segment = leading_qualifier(ratio.part); qualifier.empty() && !segment.empty())
    ratio.whole = segment + " revenues";
  return ratio;
}

class Ratios {
 public:
  Ratios(const RuleInput& input, RuleId rule, Equations& out)
      : filing_(input.filing()), phrases_(input.phrases()), rule_(rule), out_(out) {}

  void relate_margins() {
    for (const Claim& claim : filing_.claims) {
      if (claim.kind != ClaimKind::margin) continue;
      std::optional<Ratio> ratio;
      if (!claim.part.empty() && !claim.whole.empty()) {
        ratio = Ratio{claim.part, claim.whole};
      } else {
        ratio = margin_of(claim.metric.phrase);
      }
      if (!ratio) {
        skip(claim, fmt::format("“{}” is not defined by named figures", claim.metric.phrase));
        continue;
      }
      relate(claim, *ratio);
    }
  }

  void relate_shares() {
    for (const Claim& claim : filing_.claims) {
      if (claim.kind != ClaimKind::share) continue;
      // "operating margin increased to 35.8% of sales" is the margin, unless a row of amounts has its name.
      const auto margin = margin_of(claim.metric.phrase);
      const bool amounts = phrases_.amount(claim.metric.phrase, filing_.figures[claim.figure].period).known();
      relate(claim, margin && !amounts ? *margin : Ratio{claim.metric.phrase, claim.whole});
    }
  }

 private:
  void skip(const Claim& claim, std::string reason) {
    out_.skips.push_back({rule_, claim.figure, filing_.figures[claim.figure].at, std::move(reason)});
  }

  // One equation for each period that the text does not exclude.
  void relate(const Claim& claim, const Ratio& ratio) {
    const bool set_aside = !claim.unresolved.empty() && claim.unresolved != Claim::kNoRow &&
                           claim.unresolved != Claim::kNoColumn;
    if (set_aside) return skip(claim, claim.unresolved);
    std::vector<Period> periods = {filing_.figures[claim.figure].period};
    for (const Dating& dating : claim.datings) periods.push_back(dating.period);
    std::vector<Equation> readings;
    std::string_view several;  // the phrase of which sentences state several amounts
    bool of_its_period = false;
    for (const Period& period : periods) {
      const Measured part = phrases_.amount(ratio.part, period);
      const Measured whole = phrases_.amount(ratio.whole, period);
      if (whole.cell == kNoFigure && whole.one_of_several) several = ratio.whole;
      if (part.cell == kNoFigure && part.one_of_several) several = ratio.part;
      if (!part.known() || !whole.known()) continue;
      readings.push_back(reading_of(claim, ratio, part, whole, period));
      of_its_period = of_its_period || period == periods.front();
    }
    if (readings.empty()) {
      const bool part = phrases_.amount(ratio.part, periods.front()).known();
      return skip(claim, fmt::format("no figure of “{}” for the period", part ? ratio.whole : ratio.part));
    }
    const bool held = std::any_of(readings.begin(), readings.end(), [&](const Equation& reading) {
      return holds(filing_, reading).value_or(false);
    });
    if (claim.approximate && std::none_of(readings.begin(), readings.end(),
                                          [&](const Equation& reading) { return agrees(reading); }))
      return skip(claim, "an approximation");
    if (!held && !claim.doubt.empty()) return skip(claim, claim.doubt);
    if (!held && is_effective_tax_rate(lower(claim.metric.phrase)) && !tax_rates_held())
      return skip(claim, "of which income and taxes it is, nothing bears out");
    // "For the second quarter": only of another period that it might be of, as the year, are there figures.
    if (!held && !of_its_period) return skip(claim, "no figures for the period that it most likely is of");
    if (!held && !several.empty())
      return skip(claim, fmt::format("sentences state several amounts of “{}”", several));
    if (!held && claim.period_in_doubt) return skip(claim, "the sentence does not say of which period it is");
    if (readings.size() > 1) {
      const std::uint32_t group = next_alternatives(out_);
      for (Equation& reading : readings) reading.alternatives = group;
    }
    for (Equation& reading : readings) out_.equations.push_back(std::move(reading));
  }

  // Another effective tax rate of the filing is that of its statements: no other basis is meant.
  [[nodiscard]] bool tax_rates_held() {
    if (tax_rates_held_) return *tax_rates_held_;
    const auto holds_here = [&](const Claim& claim) {
      if (claim.kind != ClaimKind::margin || !is_effective_tax_rate(lower(claim.metric.phrase))) return false;
      const Ratio ratio = *margin_of(claim.metric.phrase);
      const Period& period = filing_.figures[claim.figure].period;
      const Measured part = phrases_.amount(ratio.part, period), whole = phrases_.amount(ratio.whole, period);
      return part.known() && whole.known() &&
             holds(filing_, reading_of(claim, ratio, part, whole, period)).value_or(false);
    };
    tax_rates_held_ = std::any_of(filing_.claims.begin(), filing_.claims.end(), holds_here);
    return *tax_rates_held_;
  }

  [[nodiscard]] Equation reading_of(const Claim& claim, const Ratio& ratio, const Measured& part,
                                    const Measured& whole, const Period& period) const {
    Equation equation;
    equation.rule = rule_;
    equation.relation = Relation::ratio;
    equation.result = claim.figure;
    equation.terms = {{part.best(), sign_of(claim, part.best())}, {whole.best(), 1}};
    equation.reading = fmt::format("“{}” / “{}”", ratio.part, ratio.whole);
    take_owners_share(ratio, period, equation);
    // A row of taxes that takes the expense off an income.
    if (is_effective_tax_rate(lower(claim.metric.phrase)) && !holds(filing_, equation).value_or(true)) {
      Equation turned = equation;
      turned.terms[0].sign = -1;
      if (holds(filing_, turned).value_or(false)) return turned;
    }
    return equation;
  }

  // A net margin may be that of the owners' share.
  void take_owners_share(const Ratio& ratio, const Period& period, Equation& equation) const {
    const bool net = ratio.part == "net income" || ratio.part == "net profit" || ratio.part == "net loss";
    if (!net || holds(filing_, equation).value_or(true)) return;
    for (const std::string_view share : prose::kOwnersShares) {
      Equation other = equation;
      other.terms[0].figure = phrases_.amount(share, period).best();
      other.reading = fmt::format("“{}” / “{}”", share, ratio.whole);
      if (other.terms[0].figure == kNoFigure || !holds(filing_, other).value_or(false)) continue;
      equation = std::move(other);
      return;
    }
  }

  // "Operating loss margin was 5.5%": the sign stands in words.
  [[nodiscard]] std::int8_t sign_of(const Claim& claim, FigureId part) const {
    const auto& margin = filing_.figures[claim.figure].value;
    const auto& amount = filing_.figures[part].value;
    const Figure& figure = filing_.figures[part];
    // "accounted for 8.3% of total revenues": a cost that its row takes off.
    const bool taken_off = figure.in_table() && (claim.kind == ClaimKind::share || !claim.part.empty()) &&
                           sign_in_words(filing_, claim, part);
    const bool words =
        taken_off || claim.metric.loss || (!figure.in_table() && filing_.claims[figure.claim].metric.loss);
    const bool differ = margin && amount && (margin->mantissa < 0) != (amount->mantissa < 0);
    return words && differ ? std::int8_t{-1} : std::int8_t{1};
  }

  // An approximation that misses is no contradiction; one that meets is a check.
  [[nodiscard]] bool agrees(const Equation& equation) const {
    const auto interval = [&](FigureId id) -> std::optional<Interval> {
      const Figure& figure = filing_.figures[id];
      return figure.value ? Interval::of(figure.value->size(), figure.scale_power) : std::nullopt;
    };
    const auto result = interval(equation.result);
    const auto part = interval(equation.terms[0].figure);
    const auto whole = interval(equation.terms[1].figure);
    if (!result || !part || !whole) return false;
    const auto quotient = divide(*part, *whole);
    const auto percent = quotient ? multiply(*quotient, Interval::exact({100, 1})) : std::nullopt;
    return percent && meets(*percent, *result).value_or(false);
  }

  const Filing& filing_;
  const MeasuredPhrases& phrases_;
  RuleId rule_;
  Equations& out_;
  std::optional<bool> tax_rates_held_;
};

}  // namespace

void relate_margin_prose(const RuleInput& input, RuleId rule, Equations& out) {
  if (!input.filing().claims.empty()) Ratios(input, rule, out).relate_margins();
}

void relate_share_prose(const RuleInput& input, RuleId rule, Equations& out) {
  if (!input.filing().claims.empty()) Ratios(input, rule, out).relate_shares();
}

}  // namespace kcfin::rulebook
