// How many shares an ADS stands for is stated, or told by the figures of rows that give both.
#include "rules/share_and_ads.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "rules/arithmetic.h"
#include "rules/per_share_basis.h"

namespace kcfin::rulebook {
namespace {

constexpr std::size_t kFewest = 3;  // cells that tell how many shares an ADS has, where nothing states it

// Both are printed: a dash beside an amount was left open, as before the ADSs were listed.
bool both_printed(const Figure& a, const Figure& b) {
  return a.value && b.value && a.dash == b.dash && a.unit.measure != Measure::percent_change &&
         b.unit.measure != Measure::percent_change;
}

// The whole number that the larger of two counts is of the smaller, the other way round as a plain decimal;
// zero where it is none that depositaries use.
Decimal times(const Decimal& shares, const Decimal& ads) {
  constexpr std::int64_t kMost = 1000;
  if (shares.decimals != ads.decimals || shares.mantissa <= 0 || ads.mantissa <= 0) return {};
  const auto rounded = [](std::int64_t more, std::int64_t less) {
    const std::int64_t whole = more / less;
    return more % less * 2 >= less ? whole + 1 : whole;
  };
  if (shares.mantissa >= ads.mantissa) {
    const std::int64_t many = rounded(shares.mantissa, ads.mantissa);
    return many <= kMost ? Decimal{many, 0} : Decimal{};
  }
  switch (rounded(ads.mantissa, shares.mantissa)) {
    case 2:
      return {5, 1};
    case 4:
      return {25, 2};
    case 5:
      return {2, 1};
    case 10:
      return {1, 1};
    case 20:
      return {5, 2};
    default:
      return {};
  }
}

// The equations of all pairs for one number of shares, as far as they say anything.
struct Support {
  std::size_t held = 0, judged = 0;
  bool differ = false;  // two counts that hold are not the same
};

Support support(const StatementIndex& index, std::span<const AdsPair> pairs, const Decimal& shares) {
  Support out;
  std::optional<Decimal> count;
  for (const AdsPair& pair : pairs) {
    for (const Equation& equation : share_and_ads(index, pair, shares, 0)) {
      const auto& value = index.filing().figures[equation.result].value;
      const auto held = holds(index.filing(), equation);
      if (!value || value->zero() || !held) continue;
      ++out.judged;
      if (!*held) continue;
      ++out.held;
      if (!pair.count) continue;
      out.differ = out.differ || (count && !same_value(*count, *value));
      count = value;
    }
  }
  return out;
}

}  // namespace

std::vector<AdsPair> ads_pairs(const StatementIndex& index, std::span<const RowRef> amounts,
                               std::span<const RowRef> counts) {
  std::vector<AdsPair> out;
  for (const std::span<const RowRef> rows : {amounts, counts}) {
    for (const RowRef at : rows) {
      const Basis basis = basis_of(index, at);
      if (!basis.ads) continue;
      Basis wanted = basis;
      wanted.ads = false;
      std::vector<RowRef> found;
      for (const RowRef row : rows) {
        if (row.table != at.table) continue;
        const Basis other = basis_of(index, row);
        if (other.serves(wanted) && other.adjusted == basis.adjusted && other.part == basis.part)
          found.push_back(row);
      }
      if (found.size() == 1) out.push_back({at, found.front(), rows.data() == counts.data()});
    }
  }
  return out;
}

std::vector<Equation> share_and_ads(const StatementIndex& index, const AdsPair& pair, const Decimal& shares,
                                    RuleId rule) {
  std::vector<Equation> out;
  const Row& ads = index.row(pair.ads);
  const Row& share = index.row(pair.share);
  for (std::size_t i = 0; i < ads.cells.size(); ++i) {
    const FigureId by_ads = ads.cells[i], by_share = share.cells[i];
    if (by_ads == kNoFigure || by_share == kNoFigure ||
        !both_printed(index.filing().figures[by_ads], index.filing().figures[by_share]))
      continue;
    Equation equation;
    equation.rule = rule;
    equation.relation = Relation::scaled;
    equation.result = pair.count ? by_ads : by_share;
    equation.terms = {{pair.count ? by_share : by_ads, 1}};
    equation.rate = shares;
    equation.reading = shares.text() + " shares to the ADS";
    out.push_back(std::move(equation));
  }
  return out;
}

Decimal shares_to_the_ads(const StatementIndex& index, std::span<const AdsPair> pairs) {
  const Filing& filing = index.filing();
  if (!filing.shares_per_ads.zero()) return filing.shares_per_ads;
  std::vector<Decimal> candidates;
  for (const AdsPair& pair : pairs) {
    if (!pair.count) continue;
    for (std::size_t i = 0; i < index.row(pair.ads).cells.size(); ++i) {
      const FigureId by_ads = index.row(pair.ads).cells[i], by_share = index.row(pair.share).cells[i];
      if (by_ads == kNoFigure || by_share == kNoFigure) continue;
      const Figure &ads = filing.figures[by_ads], &share = filing.figures[by_share];
      if (!both_printed(ads, share) || ads.scale_power != share.scale_power) continue;
      const Decimal number = times(*share.value, *ads.value);
      if (!number.zero() && std::find(candidates.begin(), candidates.end(), number) == candidates.end())
        candidates.push_back(number);
    }
  }
  Decimal found;
  for (const Decimal& number : candidates) {
    const Support says = support(index, pairs, number);
    if (says.held < kFewest || !says.differ || says.held + 1 < says.judged) continue;
    if (!found.zero()) return {};
    found = number;
  }
  return found;
}

}  // namespace kcfin::rulebook
