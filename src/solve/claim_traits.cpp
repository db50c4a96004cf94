// Each source of a claim's period and row is a trait of its own: the fit tells how far each is to be trusted.
#include "solve/claim_traits.h"

#include <algorithm>

namespace kcfin::solving {
namespace {

Trait trait_of(PeriodSource source) {
  switch (source) {
    case PeriodSource::clause:
      return Trait::period_clause;
    case PeriodSource::sentence:
      return Trait::period_sentence;
    case PeriodSource::amounts:
      return Trait::period_amounts;
    case PeriodSource::before:
    case PeriodSource::lead_in:
    case PeriodSource::heading:
      return Trait::period_around;
    case PeriodSource::report:
      break;
  }
  return Trait::period_report;
}

Trait trait_of(RowSource source) {
  switch (source) {
    case RowSource::label:
      return Trait::row_label;
    case RowSource::meaning:
      return Trait::row_meaning;
    case RowSource::words:
      return Trait::row_words;
    case RowSource::other:
      return Trait::row_other;
    case RowSource::amount:
      return Trait::row_amount;
    case RowSource::none:
      break;
  }
  return Trait::row_none;
}

// Whether an amount, rounded as the other is printed, is the other; sign aside.
bool rounds_to(const Decimal& fuller, int scale_power, const Decimal& printed, int printed_power) {
  const auto units = units_of(fuller, scale_power);
  const auto rounded = units ? in_scale(*units, printed_power, printed.decimals) : std::nullopt;
  return rounded && rounded->size() == printed.size();
}

// Another period of its row prints what the claim says.
bool stands_in_its_row(const Network& network, const Values& values, FigureId stated, const Claim& claim) {
  if (claim.row_figure == kNoFigure || !values[stated]) return false;
  const Figure& row = network.figure(claim.row_figure);
  const std::vector<FigureId>& cells = network.filing().tables[row.table].rows[row.row].cells;
  return std::any_of(cells.begin(), cells.end(), [&](FigureId cell) {
    return cell != kNoFigure && cell != claim.row_figure && values[cell] &&
           rounds_to(*values[cell], network.figure(cell).scale_power, *values[stated],
                     network.figure(stated).scale_power);
  });
}

}  // namespace

void add_claim_traits(const Network& network, const Values& values, FigureId stated,
                      std::vector<Trait>& out) {
  const Claim& claim = network.filing().claims[network.figure(stated).claim];
  if (!claim.doubt.empty()) out.push_back(Trait::part_of_whole);
  if (!claim.datings.empty()) out.push_back(Trait::period_open);
  if (claim.approximate) out.push_back(Trait::approximate);
  if (claim.share_of_whole || claim.list != 0) out.push_back(Trait::title_or_list);
  if (stands_in_its_row(network, values, stated, claim)) out.push_back(Trait::same_row_elsewhere);
  out.push_back(trait_of(claim.period_source));
  out.push_back(trait_of(claim.row_source));
  if (claim.metric_carried) out.push_back(Trait::metric_carried);
}

}  // namespace kcfin::solving
