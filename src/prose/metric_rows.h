// The rows that the metrics of sentences name: a row index that remembers phrases, since sentences repeat
// them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kcfin/filing.h"
#include "statement/concept.h"
#include "statement/row_index.h"

namespace kcfin::prose {

// Whether the amounts that both figures stand for meet, signs aside.
[[nodiscard]] bool rounds(const Figure& amount, const Figure& cell);

class MetricRows {
 public:
  explicit MetricRows(const Filing& filing) : filing_(filing), index_(filing) {}

  [[nodiscard]] const std::vector<RowRef>& rows(std::string_view phrase) { return named(phrase).rows; }
  [[nodiscard]] const Concept* meaning(std::string_view phrase) { return named(phrase).meaning; }
  [[nodiscard]] std::optional<RowRef> row(std::string_view phrase);
  [[nodiscard]] RowMatch find(std::string_view phrase, const Figure& amount);
  // The rows that a heading names, where they are lines of a statement and no measure of the whole.
  [[nodiscard]] const std::vector<RowRef>& items(std::string_view heading);
  [[nodiscard]] bool within(RowRef row, std::string_view phrase) const { return index_.within(row, phrase); }

 private:
  struct Named {
    const Concept* meaning = nullptr;
    std::vector<RowRef> rows;
  };
  const Named& named(std::string_view phrase);

  const Filing& filing_;
  RowIndex index_;
  std::map<std::string, Named, std::less<>> named_;
};

}  // namespace kcfin::prose
