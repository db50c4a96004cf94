// Directions that a sentence states of a metric without any figure: "Gross margin improved year over year",
// "The decrease in cost of revenues was mainly due to ...".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "prose/reading.h"

namespace kcfin::prose {

struct TrendReading {
  std::string phrase;  // of the metric; empty where the words refer to what was said before
  Direction direction = Direction::none;
  std::uint32_t at = 0, size = 0;  // of the word of change, in the sentence
  std::uint32_t own = kNone;       // into SentenceReading::periods: its period
  std::uint32_t compared = kNone;  // and the one that it is compared with
  // It is named as a cause: "due to lower marketing expenses". What it explains is the reading before it, or
  // else what the sentence says with figures before `clause`.
  bool cause = false;
  bool offset = false;  // "partially offset by": it works the other way
  bool explains_reading = false;
  std::uint32_t clause =
      0;  // where the clause begins in the sentence; of a cause, where the word for it stands
};

// Reads them from a sentence that is taken apart already. What says more than a direction, of what a company
// expects, of what is usual or on another basis, is none.
void read_trends(std::string_view text, const SentenceReading& sentence, std::vector<TrendReading>& out);

}  // namespace kcfin::prose
