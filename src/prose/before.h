// The words before a figure: how they lead to it, what they say it is of, and of which period.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "prose/phrase.h"
#include "prose/reading.h"

namespace kcfin::prose {

enum class Link : std::uint8_t {
  none,
  level,       // was, reached, amounted to; "net loss of"
  to,          // increased to
  from,        // from, starting the comparison
  compare,     // compared with
  change,      // increased by, a decrease of
  together,    // and: as the figure before
  share,       // accounted for
  equivalent,  // equivalent to
  rate,        // "at the rate of": a term of law or contract
};

struct Gap {
  Link link = Link::none;
  std::string subject;  // a new one, cleaned; empty to keep the one before
  std::string named;    // of a comparative
  Direction direction = Direction::none;
  std::uint32_t period = kNone;
  std::vector<std::uint32_t> periods;  // several: "in 2023 and 2022"
  std::uint32_t over = kNone;          // a year-over-year or quarter-over-quarter among the words
  std::string divided, divisor;
  bool negative = false, loss = false, approximate = false, bound = false, reason = false, expected = false;
  bool between = false;
  bool have = false;        // "the Company had": the figure counts what stands behind it
  bool noun = false;        // "net loss of": a noun right before the figure names it
  bool result = false;      // "resulting in a gain of": what comes of something that the sentence tells
  bool listed = false;      // "; an impairment charge of": the next item of a list, without a verb
  bool in_full = false;     // "..., increasing revenues by": what all of it comes to
  bool effect = false;      // "the weaker yen increased revenues by": one cause of several
  bool price = false;       // "for US$90.0 million"
  bool represents = false;  // "representing an effective tax rate of": of the figure before, in other terms
  std::uint32_t moved = kNone;  // the token of "increased to", "decreased from"
  bool range = false;           // "RMB1.0 million to RMB2.0 million", "between ... and"
};

// What was read before these words: they may go on from it.
struct Before {
  bool any = false;  // a figure stands before them
  Said said = Said::nothing;
};

// The words [begin, at) before the figure at `at`; `first` where no figure of the sentence stands before
// them.
[[nodiscard]] Gap read_gap(const Phrase& phrase, std::size_t begin, std::size_t at, bool first,
                           const Before& before);

}  // namespace kcfin::prose
