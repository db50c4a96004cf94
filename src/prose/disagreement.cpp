// A clause whose every amount differs, a figure that no slip explains, a scale that nothing states.
#include "prose/disagreement.h"

#include <algorithm>
#include <cstdint>

#include "prose/row_tie.h"
#include "prose/slip.h"

namespace kcfin::prose {
namespace {

bool borne_out(const Filing& filing, const std::vector<Draft>& drafts, std::uint32_t table) {
  return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& draft) {
    const FigureId cell = draft.claim.row_figure;
    return cell != kNoFigure && !draft.disagrees && filing.figures[cell].table == table &&
           filing.figures[cell].unit.measure == Measure::money;
  });
}

// A figure that is far from its row's, by no slip, and nothing else that says that the row is meant.
void weigh_distance(const Filing& filing, MetricRows& rows, Draft& draft) {
  const Figure& cell = filing.figures[draft.claim.row_figure];
  const std::vector<RowRef>& heading = rows.rows(draft.heading);
  const RowRef row{cell.table, cell.row};
  const bool under_it = std::find(heading.begin(), heading.end(), row) != heading.end();
  if (under_it || !far_from(filing.figures[draft.claim.figure], cell) ||
      stands_near(filing, filing.figures[draft.claim.figure], cell))
    return;
  untie(draft, "no slip makes the row's figure of it: another figure of that name may be meant");
}

}  // namespace

// Where every amount of a clause differs from the row that it names, the clause is about something else.
void weigh_disagreement(const Filing& filing, MetricRows& rows, std::vector<Draft>& drafts, std::size_t begin,
                        std::size_t end, std::size_t at) {
  if (!drafts[at].disagrees) return;
  int agreeing = 0;
  int disagreeing = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (drafts[i].clause != drafts[at].clause || drafts[i].claim.row_figure == kNoFigure) continue;
    ++(drafts[i].disagrees ? disagreeing : agreeing);
  }
  if (agreeing > 0) return;
  if (disagreeing < 2) return weigh_distance(filing, rows, drafts[at]);
  for (std::size_t i = begin; i < end; ++i) {
    if (drafts[i].clause != drafts[at].clause || !drafts[i].disagrees) continue;
    untie(drafts[i], "every amount of the clause differs from the row that it names: it may mean another");
  }
}

void weigh_scales(const Filing& filing, std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    if (!draft.disagrees) continue;
    const Figure& cell = filing.figures[draft.claim.row_figure];
    Figure scaled = cell;
    scaled.scale_power = static_cast<std::uint8_t>(cell.scale_power + 3);
    if (cell.scale_power != 0 || !rounds(filing.figures[draft.claim.figure], scaled) ||
        borne_out(filing, drafts, cell.table))
      continue;
    untie(draft, "the table does not say its scale");
  }
}

}  // namespace kcfin::prose
