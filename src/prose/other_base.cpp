// What a change is against stands behind "compared with", "from", "than", "over" or "since".
#include "prose/other_base.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "prose/phrase.h"

namespace kcfin::prose {
namespace {

class OtherBases {
 public:
  OtherBases(std::string_view text, SentenceReading& out)
      : phrase_{text, out.tokens, out.periods}, out_(out) {}

  void mark() {
    for (std::size_t i = out_.readings.size(); i-- > 0;) {
      Reading& reading = out_.readings[i];
      if (reading.said != Said::change || reading.compared != kNone) continue;
      const std::size_t begin = behind(out_.quantities[reading.quantity].end);
      const std::size_t end = next_figure(begin);
      // "by 5% and 7%, respectively, compared with the budget": both.
      const bool listed =
          end == begin + 1 && (phrase_.is(begin, Word::conjunction) || phrase_.mark(begin, ','));
      if (listed && i + 1 < out_.readings.size())
        reading.other_base = out_.readings[i + 1].other_base;
      else
        reading.other_base = against_another(begin, end);
    }
  }

 private:
  [[nodiscard]] std::size_t behind(std::size_t place) const {
    const auto found = std::find_if(out_.tokens.begin(), out_.tokens.end(),
                                    [&](const Token& token) { return token.begin >= place; });
    return static_cast<std::size_t>(found - out_.tokens.begin());
  }

  [[nodiscard]] std::size_t next_figure(std::size_t i) const {
    while (i < out_.tokens.size() && out_.tokens[i].kind != Token::Kind::quantity && !phrase_.mark(i, ';'))
      ++i;
    return i;
  }

  // The link stands right behind the change, or behind its noun, its period and adverbs.
  [[nodiscard]] bool against_another(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      const bool more = i > begin && phrase_.is(i - 1, Word::more);  // "and more than half of it"
      const bool compares = phrase_.is(i, Word::compare) || (phrase_.is(i, Word::than) && !more);
      const bool leads =
          phrase_.is(i, Word::from) || phrase_.word_at(i) == "since" || phrase_.word_at(i) == "over";
      if (compares || leads) {
        const std::size_t with = phrase_.is(i + 1, Word::with) || phrase_.is(i + 1, Word::to) ? 1 : 0;
        return names_another(i + 1 + with, end, compares);
      }
      if (!belongs_to_change(i)) return false;
    }
    return false;
  }

  [[nodiscard]] bool belongs_to_change(std::size_t i) const {
    const Token& token = phrase_.tokens[i];
    return token.kind == Token::Kind::period || token.is(Word::adverb) || token.is(Word::as) ||
           token.is(Word::respectively) || token.is_mark(',') || direction_of(token) != Direction::none;
  }

  // Words up to the next comma that lead to no amount: before any period they name such a base, or behind
  // "compared with" something else than a period.
  [[nodiscard]] bool names_another(std::size_t begin, std::size_t end, bool compares) const {
    bool words = false, bases = false;
    std::size_t i = begin;
    for (; i < end && !phrase_.mark(i, ',') && !phrase_.is(i, Word::cause); ++i) {
      const PeriodPhrase* period = phrase_.period_at(i);
      if (period != nullptr && period->kind != PeriodPhrase::Kind::event) return bases;
      words = words || phrase_.is(i, Word::other);
      // "from a low base in 2020" tells how it was then.
      bases = bases || (base(phrase_.word_at(i)) && phrase_.word_at(i + 1) != "base");
    }
    const bool leads_to_amount = i == end && end < out_.tokens.size() && !phrase_.mark(end, ';');
    return !leads_to_amount && (bases || (compares && words));
  }

  [[nodiscard]] static bool base(std::string_view word) {
    constexpr auto kBases = std::to_array<std::string_view>(
        {"month",     "months",    "week",         "weeks",        "day",      "days",      "season",
         "seasons",   "half",      "halves",       "quarters",     "years",    "decade",    "budget",
         "budgeted",  "plan",      "target",       "targets",      "estimate", "estimates", "consensus",
         "forecast",  "guidance",  "expectations", "peak",         "peaks",    "trough",    "low",
         "lows",      "high",      "highs",        "level",        "levels",   "average",   "forma",
         "pro-forma", "beginning", "start",        "pre-pandemic", "midpoint", "January",   "February",
         "March",     "April",     "May",          "June",         "July",     "August",    "September",
         "October",   "November",  "December"});
    return std::find(kBases.begin(), kBases.end(), word) != kBases.end();
  }

  Phrase phrase_;
  SentenceReading& out_;
};

}  // namespace

void mark_other_bases(std::string_view text, SentenceReading& sentence) { OtherBases(text, sentence).mark(); }

}  // namespace kcfin::prose
