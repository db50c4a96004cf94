// Figures in a row that share what stands behind them: "RMB5.0 million and RMB4.0 million in 2024 and 2023,
// respectively".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "prose/before.h"
#include "prose/reading.h"

namespace kcfin::prose {

// What the clause at hand has said so far.
struct Clause {
  std::uint32_t subject = kNone;       // into SentenceReading::subjects
  std::vector<std::uint32_t> opening;  // the periods that open it
  bool reason = false;                 // what follows explains its subject
  bool expected = false;
  bool result = false;    // what follows comes of what the clause tells
  bool compared = false;  // "compared with ..." has begun
};

// The run of figures at hand: readings from `begin` on.
struct FigureRun {
  std::size_t begin = 0;
  Link link = Link::none;  // of its last figure
  Direction direction = Direction::none;
  std::vector<std::uint32_t> trailing;  // the periods behind it
  bool each = false, respectively = false;
  bool between = false;                // "between ...": an "and" gives the other end
  std::vector<std::uint32_t> several;  // periods of the last run that had one to each figure
  std::uint32_t plain = kNone,
                adjusted = kNone;  // a subject, and the same on the basis named behind a figure
  std::uint32_t basis = kNone;     // which of both the words behind the last figure named
  std::uint32_t parts_of = kNone;  // the subject that was divided among the figures of a run,
  std::size_t parts_begin = 0;     // and the first of its parts
};

// Ends the run: gives its figures the periods and subjects that stand behind or before all of them.
void distribute(SentenceReading& sentence, const Clause& clause, FigureRun& run);

// The parts of "fulfilment costs and other costs", where there are `count` of them; else nothing.
[[nodiscard]] std::vector<std::string> split_subject(std::string_view phrase, std::size_t count);

}  // namespace kcfin::prose
