// A claim while it is being read: what the sentence says of it beyond what a claim keeps.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kcfin/filing.h"
#include "prose/claim_period.h"
#include "prose/reading.h"

namespace kcfin::prose {

struct Draft {
  Claim claim;
  Said said = Said::nothing;
  std::uint32_t clause = 0;                  // claims of one subject in one sentence share it
  MainPeriod main;                           // what "the same period" of the clause refers to
  std::optional<PeriodPhrase> own, against;  // as the sentence says the period, and the one compared with
  Period compared_period;                    // `against`, for the main period at hand
  bool scale_stated = false;
  bool cut_off = false;      // the text ends with it, where its scale word may have stood
  Movement moved;            // the word of change that leads to it
  bool narrowed = false;     // what stands around it may make it a part of its row
  bool effect = false;       // what one of several causes makes of it
  bool bound = false;        // "over", "up to"
  bool expected = false;     // guidance
  bool excluding = false;    // of what brackets name
  bool rebased = false;      // at constant exchange rates
  bool other_base = false;   // against no period of the statements
  bool lead = false;         // the first claim of its paragraph
  bool disagrees = false;    // the row that it names has another figure
  std::string_view heading;  // above the paragraph, or run in at its beginning
  std::string written_out;   // its metric, with what its abbreviations stand for; empty where it has none
  std::string lead_phrase;   // the metric that the paragraph is about; empty for the lead itself
};

}  // namespace kcfin::prose
