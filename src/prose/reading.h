// What each figure of a sentence is said of: its subject, whether it is the figure itself, one that it is
// compared with, or the change between both, and the period.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "prose/period_phrase.h"
#include "prose/quantity.h"
#include "prose/word.h"

namespace kcfin::prose {

inline constexpr std::uint32_t kNone = 0xffffffff;

enum class Said : std::uint8_t {
  nothing,     // no claim: a statutory rate, a threshold
  current,     // "was RMB5.0 million", "increased to 17.2%"
  base,        // "from RMB4.0 million in the same period of 2022"
  change,      // "by 9.3%", "a 9% increase", "by 14.2 percentage points", "by RMB1.0 million"
  share,       // "26% of revenues from public cloud services"
  reason,      // an amount in a clause that explains: "mainly due to an impairment of RMB1.0 million"
  equivalent,  // "equivalent to about 239,791,623 ADSs"
};

struct Reading {
  std::uint32_t quantity = kNone;
  Said said = Said::nothing;
  Direction direction = Direction::none;
  std::uint32_t subject = kNone;      // into SentenceReading::subjects
  std::string named;                  // the measure that a comparative names itself: "net loss"
  std::string whole;                  // of a share: what it is a share of
  std::uint32_t period = kNone;       // into SentenceReading::periods: of this figure
  std::uint32_t compared = kNone;     // of a change: the period compared with
  std::uint32_t translation = kNone;  // the quantity in parentheses after it
  bool comparative = false;           // an amount or share that another is compared with
  bool negative = false;              // said in words
  bool loss = false;                  // "loss of", "outflow of": the size of a negative amount
  bool approximate = false;
  bool bound = false;      // "over", "up to": not the amount itself
  bool expected = false;   // what a company expects is no claim about a statement
  bool each = false;       // one amount for several periods
  bool narrowed = false;   // "goodwill of RMB1.0 million resulting from the acquisition": perhaps a part
  bool effect = false;     // "the weaker yen increased revenues by 3%": what one cause makes of it
  bool of_causes = false;  // "driven by 12% and 9% growth in": one of several percentages of what caused it
  std::uint32_t moved = kNone;  // "increased to", "decreased from": where the word of change begins
  Direction moving = Direction::none;
  bool excluding = false;   // brackets beside it leave something out, which its row may or may not
  bool rebased = false;     // at constant exchange rates, like for like: not what the statements compare
  bool other_base = false;  // against a budget, a peak, a month: of no period that the statements print
};

struct Subject {
  std::string phrase;            // "total revenues"; empty where the sentence names none
  std::uint32_t period = kNone;  // "In 2024, ..." or "... for the fourth quarter of 2024 were"
  bool carried = false;          // from the sentence before ("This represents ...")
  std::string divided, divisor;  // "representing total liabilities divided by total assets"
};

struct SentenceReading {
  std::vector<Quantity> quantities;
  std::vector<PeriodPhrase> periods;
  std::vector<Subject> subjects;
  std::vector<Reading> readings;
  std::vector<Token> tokens;

  void clear();
  std::uint32_t add_subject(Subject subject);  // its index
};

// The tokens, figures and periods of a sentence, without what is said of them.
void take_apart(std::string_view text, const FiscalCalendar& calendar, SentenceReading& out);

// Reads one sentence. `out` is reused to spare memory; offsets are relative to the sentence.
void read_sentence(std::string_view text, const FiscalCalendar& calendar, SentenceReading& out);

}  // namespace kcfin::prose
