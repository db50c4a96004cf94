// The rows whose direction a sentence states without a figure, and which way their figures went.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kcfin/equation.h"
#include "statement/row_index.h"

namespace kcfin::rulebook {

class RuleInput;

class MovingRows {
 public:
  explicit MovingRows(const RuleInput& input);

  // The rows that the phrase of a trend names. None where several sentences say it of one thing after the
  // other, or where their figures are changes themselves.
  [[nodiscard]] std::vector<RowRef> named(const Trend& trend) const;
  // The same of the items of a list, "cash and cash equivalents and short-term investments", if all are rows.
  [[nodiscard]] std::vector<RowRef> named_in_list(const Trend& trend) const;

  // The ways from the comparative of a dating to its own figure. `compared`: the text says with what; a
  // balance is compared with any before it otherwise.
  void add_courses(const RowRef& at, const Dating& dating, bool compared, const Metric& metric, Ground ground,
                   std::vector<Course>& courses) const;

 private:
  void count_phrases();
  [[nodiscard]] bool said_often(const Trend& trend) const;
  [[nodiscard]] std::vector<RowRef> rows_of(std::string_view phrase) const;
  [[nodiscard]] std::vector<RowRef> lines_of_sales(std::string_view phrase) const;
  [[nodiscard]] bool meant(const Table& table, FigureId id) const;

  const RuleInput& input_;
  const Filing& filing_;
  std::map<std::string, int> times_said_;  // in how many sentences a metric is said to move
};

}  // namespace kcfin::rulebook
