// Amounts and counts by shares beside the same by ADSs, and how many shares an ADS stands for.
#pragma once

#include <span>
#include <vector>

#include "kcfin/equation.h"
#include "rules/statement_index.h"

namespace kcfin::rulebook {

// A row by ADSs, and the only one of its table that is the same by shares.
struct AdsPair {
  RowRef ads, share;
  bool count = false;  // average numbers; else amounts
};

// `amounts`: rows per share or per ADS; `counts`: average numbers of either.
[[nodiscard]] std::vector<AdsPair> ads_pairs(const StatementIndex& index, std::span<const RowRef> amounts,
                                             std::span<const RowRef> counts);

// As the filing states it; where it does not, the only number that its pairs bear out, three cells at least,
// among them a count, and all but one. Zero where there is none.
[[nodiscard]] Decimal shares_to_the_ads(const StatementIndex& index, std::span<const AdsPair> pairs);

// One equation a cell: an amount per ADS is so many times the amount per share; a number of ADSs so many
// times smaller. A dash beside an amount was left open.
[[nodiscard]] std::vector<Equation> share_and_ads(const StatementIndex& index, const AdsPair& pair,
                                                  const Decimal& shares, RuleId rule);

}  // namespace kcfin::rulebook
