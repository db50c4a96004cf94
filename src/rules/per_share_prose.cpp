// The prose half of ratio/per-share: "US$0.38 per share (US$1.90 per ADS)".
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/arithmetic.h"
#include "rules/prose_rules.h"
#include "values/text.h"

namespace kcfin::rulebook {
namespace {

// Shares to the ADS of which the inverse is a plain decimal.
struct Ratio {
  int shares;
  Decimal inverse;
};
constexpr std::array<Ratio, 9> kRatios = {{{2, {5, 1}},
                                           {4, {25, 2}},
                                           {5, {2, 1}},
                                           {8, {125, 3}},
                                           {10, {1, 1}},
                                           {20, {5, 2}},
                                           {25, {4, 2}},
                                           {40, {25, 3}},
                                           {50, {2, 2}}}};

constexpr std::size_t kFewestPairs = 3;  // that tell how many shares an ADS has, where nothing states it

using Pair = std::pair<FigureId, FigureId>;  // per share, per ADS

std::string measure_of(const Claim& claim) {
  std::string phrase = lower(claim.metric.phrase);
  for (const std::string_view ending : {" per share", " per ads"}) {
    if (phrase.ends_with(ending)) phrase.erase(phrase.size() - ending.size());
  }
  return phrase;
}

// An amount per share that an amount per ADS may restate.
bool restated(const Filing& filing, const Claim& share, const Claim& ads) {
  const Figure &one = filing.figures[share.figure], &other = filing.figures[ads.figure];
  return one.unit.measure == Measure::per_share && other.unit.measure == Measure::per_ads &&
         one.unit.code == other.unit.code && one.value && other.value && one.period == other.period &&
         other.at.line <= one.at.line + 1 && measure_of(share) == measure_of(ads) && !share.approximate &&
         !ads.approximate;
}

// An amount per ADS right behind the same amount per share.
std::vector<Pair> pairs(const Filing& filing) {
  std::vector<Pair> out;
  const auto at = [&](const Claim* claim) { return filing.figures[claim->figure].at; };
  std::vector<const Claim*> sentence;
  for (std::size_t i = 0; i < filing.claims.size(); ++i) {
    const Claim& claim = filing.claims[i];
    if (claim.kind == ClaimKind::per_share) sentence.push_back(&claim);
    const bool goes_on = i + 1 < filing.claims.size() && filing.claims[i + 1].paragraph == claim.paragraph &&
                         filing.claims[i + 1].sentence == claim.sentence;
    if (goes_on) continue;
    std::ranges::stable_sort(sentence, {}, at);
    for (std::size_t k = 1; k < sentence.size(); ++k) {
      if (restated(filing, *sentence[k - 1], *sentence[k]))
        out.emplace_back(sentence[k - 1]->figure, sentence[k]->figure);
    }
    sentence.clear();
  }
  return out;
}

Equation equation(RuleId rule, const Pair& pair, const Ratio& ratio) {
  Equation out;
  out.rule = rule;
  out.relation = Relation::scaled;
  out.result = pair.second;
  out.terms = {{pair.first, 1}};
  out.rate = ratio.inverse;
  out.reading = std::to_string(ratio.shares) + " shares to the ADS";
  return out;
}

// What the filing states or, where it states none, the only number that all pairs but one bear out.
std::optional<Ratio> shares_to_the_ads(const Filing& filing, const std::vector<Pair>& all) {
  std::optional<Ratio> found;
  for (const Ratio& ratio : kRatios) {
    if (!filing.shares_per_ads.zero()) {
      if (filing.shares_per_ads == Decimal{ratio.shares, 0}) return ratio;
      continue;
    }
    std::size_t held = 0;
    for (const Pair& pair : all) held += holds(filing, equation(0, pair, ratio)).value_or(false) ? 1 : 0;
    if (held < kFewestPairs || held + 1 < all.size()) continue;
    if (found) return std::nullopt;
    found = ratio;
  }
  return found;
}

}  // namespace

void relate_per_share_prose(const Filing& filing, RuleId rule, Equations& out) {
  const std::vector<Pair> all = pairs(filing);
  const std::optional<Ratio> ratio = shares_to_the_ads(filing, all);
  if (!ratio) return;
  for (const Pair& pair : all) out.equations.push_back(equation(rule, pair, *ratio));
}

}  // namespace kcfin::rulebook
