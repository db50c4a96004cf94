// What ties a claim to a cell, and cuts the tie again.
#include "prose/row_tie.h"

#include <utility>

#include "prose/metric_rows.h"
#include "values/text.h"

namespace kcfin::prose {
namespace {

// The cell of the row and period in the currency of the claim's translation.
FigureId translated(const Filing& filing, const Draft& draft, FigureId cell) {
  const Figure& at = filing.figures[cell];
  const Unit& unit = filing.figures[draft.claim.translation].unit;
  for (const FigureId id : filing.tables[at.table].rows[at.row].cells) {
    if (id != kNoFigure && filing.figures[id].unit == unit && filing.figures[id].period == at.period)
      return id;
  }
  return kNoFigure;
}

}  // namespace

void tie(Draft& draft, FigureId cell, RowSource source) {
  draft.claim.row_figure = cell;
  draft.claim.row_source = source;
}

void untie(Draft& draft, std::string why) {
  draft.disagrees = false;
  draft.claim.row_figure = kNoFigure;
  draft.claim.row_source = RowSource::none;
  draft.claim.unresolved = std::move(why);
}

RowRef row_of(const Filing& filing, FigureId cell) {
  return {filing.figures[cell].table, filing.figures[cell].row};
}

RowSource source_by_words(const Filing& filing, const Draft& draft, RowRef at) {
  const Row& row = filing.tables[at.table].rows[at.row];
  const Metric& metric = draft.claim.metric;
  if (normal_label(metric.phrase) == row.plain) return RowSource::label;
  const bool same = !metric.concept_name.empty() && metric.concept_name == row.concept_name;
  return same ? RowSource::meaning : RowSource::words;
}

bool translates_otherwise(const Filing& filing, const Draft& draft, FigureId cell) {
  if (draft.claim.translation == kNoFigure) return false;
  const FigureId beside = translated(filing, draft, cell);
  return beside != kNoFigure && !rounds(filing.figures[draft.claim.translation], filing.figures[beside]);
}

int significant_digits(const Decimal& value) {
  int count = 0;
  for (std::int64_t rest = value.size().mantissa; rest != 0; rest /= 10) ++count;
  return count;
}

}  // namespace kcfin::prose
