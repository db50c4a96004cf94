// What makes it doubtful that a claim names a row, in words; empty where nothing does.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kcfin/filing.h"
#include "prose/draft.h"
#include "prose/metric_rows.h"

namespace kcfin::prose {

class Doubts {
 public:
  Doubts(const Filing& filing, MetricRows& rows, const std::vector<Draft>& drafts);

  // A part of another cost is not the row of the same name elsewhere, whatever its amount is.
  [[nodiscard]] std::string within_cost(const Draft& draft, RowRef row);
  // Why a disagreement with the row may mean that the row is not meant.
  [[nodiscard]] std::string of_row(const Draft& draft, RowRef row);
  // Why a measure that may have no row is that of a part: "gross margin" under the heading of a segment.
  [[nodiscard]] std::string of_part(std::string_view heading, std::string_view phrase);
  // Why a measure under that heading may be a part's: it names neither the measure, nor the whole, nor a
  // period.
  [[nodiscard]] std::string of_setting(std::string_view heading, std::string_view phrase);
  // Whether a row is none that a paragraph led by that phrase is about.
  [[nodiscard]] bool leaves(std::string_view lead, RowRef row, std::string_view phrase) {
    return !of_heading(lead, row, phrase).empty();
  }

 private:
  [[nodiscard]] std::string of_heading(std::string_view heading, RowRef row, std::string_view phrase);
  [[nodiscard]] bool siblings(RowRef a, RowRef b) const;
  // "Tool Rental Results" where "Crane Rental Results" is a heading too; empty for any other.
  [[nodiscard]] std::string one_of_parts(std::string_view heading) const;

  const Filing& filing_;
  MetricRows& rows_;
  // "results", "segment": what the headings say before it, where that may name a part of the company.
  std::map<std::string_view, std::set<std::string_view>> parts_;
};

}  // namespace kcfin::prose
