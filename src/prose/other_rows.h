// The row that a claim means where it is not the one that its words name.
#pragma once

#include <cstdint>
#include <vector>

#include "kcfin/filing.h"
#include "prose/doubt.h"
#include "prose/draft.h"
#include "prose/metric_rows.h"
#include "prose/unlabelled_row.h"

namespace kcfin::prose {

// Each is true where it settled the claim: tied it to a row, or said why it is left open. `drafts`, `rows`
// and `doubts` are those of `filing`, and outlive it.
class OtherRows {
 public:
  OtherRows(Filing& filing, MetricRows& rows, Doubts& doubts, const std::vector<Draft>& drafts)
      : filing_(filing), drafts_(drafts), rows_(rows), doubts_(doubts), unlabelled_(filing) {}

  // A table of margins may name the measure alone: "Normalized adjusted EBITDA", 7.6%.
  bool take_bare_margin(Draft& draft);

  // "negative RMB265.1 in 2023" among millions: the digits fit where a scale word should stand.
  bool take_missing_scale(Draft& draft, FigureId cell);

  // A bare amount has its section's scale, unless the row says that it is in whole units or in thousands.
  bool take_whole_units(Draft& draft, FigureId cell);

  // A row of several columns for one period, of components and their total: the amount is one of them.
  bool take_component(Draft& draft, const Figure& cell);

  // "Total other income, net. Other income was RMB20.0 million": the heading's row, where it has the figure.
  bool take_heading(Draft& draft);

  // "Cloud. Adjusted EBITA was RMB20.0 million": of the segment that the heading, or the paragraph's first
  // metric, names. Where no other row is meant (`alone`), a figure that this one has not is held to it too.
  bool take_part_of_heading(Draft& draft, bool alone);

  // "Basic and diluted net loss per ADS was RMB0.42": either row, where the table has one for each.
  bool take_both(Draft& draft);

  // "Diluted loss per share" stands in the row "Basic and diluted loss per share"; earnings per share without
  // either word in any of the three, which a tie decides.
  bool take_dilution_unsaid(Draft& draft);

  // "Net income" may mean the owners' share of it.
  bool take_share_of_owners(Draft& draft, RowRef row);

  // "Net income" where the statements have the owners' share of it alone.
  bool take_owners_alone(Draft& draft);

  // A comparative that names another measure than its sentence, or a measure named without "adjusted", whose
  // figure it prints.
  bool take_misnamed(Draft& draft);

  // A table that lost its labels, or prints a total without one: the figure itself is the tie.
  bool take_unlabelled(Draft& draft);

 private:
  // Other amounts of the paragraph are printed in that scale.
  [[nodiscard]] bool scale_in_sight(const Draft& draft, std::uint8_t power) const;

  Filing& filing_;
  const std::vector<Draft>& drafts_;
  MetricRows& rows_;
  Doubts& doubts_;
  UnlabelledRows unlabelled_;
};

}  // namespace kcfin::prose
