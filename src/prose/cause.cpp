// Reads behind "due to" and "partially offset by" what went up or down there.
#include "prose/cause.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "prose/change_word.h"
#include "prose/noun_phrase.h"

namespace kcfin::prose {
namespace {

class CauseReader {
 public:
  CauseReader(const Phrase& phrase, std::vector<TrendReading>& out) : phrase_(phrase), out_(out) {}

  // "primarily due to the decrease in marketing expenses, partially offset by higher rents": of each cause
  // the first thing that it names.
  void read() {
    const std::size_t trends = out_.size();
    bool before = false;  // a cause stands before it
    for (std::size_t i = 1; i < phrase_.tokens.size(); ++i) {
      if (phrase_.mark(i, ';')) return;
      const std::string_view word = phrase_.word_at(i);
      const bool led = word == "led" && phrase_.is(i - 1, Word::be) && phrase_.is(i + 1, Word::by);
      if (!phrase_.is(i, Word::cause) && !led) continue;
      const bool offset = word.starts_with("offset");
      if (offset ? phrase_.word_at(i - 1) == "than" || !phrase_.is(i + 1, Word::by)
                 : before || !(led || causes(word)))
        continue;
      if (!offset) before = true;
      if (!speaks_of_mix(i)) read_cause(i, offset, trends);
    }
  }

 private:
  // "due to higher revenue from games, which have lower margins": more of what earns less.
  [[nodiscard]] bool speaks_of_mix(std::size_t cause) const {
    const std::string_view rest = phrase_.text.substr(phrase_.tokens[cause].begin);
    return has_word(rest, "margin") || has_word(rest, "margins") || has_word(rest, "mix") ||
           has_word(rest, "percentage") || has_word(rest, "proportion");
  }

  [[nodiscard]] static bool causes(std::string_view word) {
    static constexpr std::array<std::string_view, 8> kCauses = {
        "due", "attributable", "attributed", "driven", "caused", "because", "owing", "resulted"};
    return std::find(kCauses.begin(), kCauses.end(), word) != kCauses.end();
  }

  void read_cause(std::size_t cause, bool offset, std::size_t trends) {
    std::size_t i = cause + 1;
    while (phrase_.is(i, Word::adverb) || phrase_.is(i, Word::to) || phrase_.is(i, Word::by) ||
           phrase_.is(i, Word::of) || phrase_.is(i, Word::from) || phrase_.is(i, Word::article))
      ++i;
    const Direction direction = i < phrase_.tokens.size() ? direction_of(phrase_.tokens[i]) : Direction::none;
    if (direction == Direction::none) return;
    const std::string_view word = phrase_.word_at(i);
    const bool noun = phrase_.word_at(i + 1) == "in";
    const bool adjective = word == "higher" || word == "lower" || word == "increased" ||
                           word == "decreased" || word == "reduced";
    // What improved may have become more or less.
    if (!(noun && change_noun(word) && !word.starts_with("improve")) && !adjective) return;
    const std::size_t from = noun ? i + 2 : i + 1;
    const std::size_t end = phrase_.phrase_end(from, phrase_.tokens.size());
    if (says_when(from)) return;
    TrendReading reading;
    reading.phrase = noun_phrase(phrase_.text, phrase_.range(from, end));
    if (reading.phrase.empty()) return;
    reading.direction = direction;
    reading.at = phrase_.tokens[i].begin;
    reading.size = phrase_.tokens[i].end - phrase_.tokens[i].begin;
    reading.cause = true;
    reading.offset = offset;
    reading.clause = phrase_.tokens[cause].begin;
    reading.explains_reading = trends > 0 && out_[trends - 1].at < reading.clause;
    if (reading.explains_reading && !one_direction(trends)) return;
    out_.push_back(std::move(reading));
  }

  // "due to higher costs in the prior year": what was then explains the opposite.
  [[nodiscard]] bool says_when(std::size_t from) const {
    for (std::size_t k = from; k < phrase_.tokens.size(); ++k) {
      if (phrase_.mark(k, ',') || phrase_.mark(k, ';') || phrase_.is(k, Word::cause)) return false;
      if (phrase_.tokens[k].kind == Token::Kind::period || phrase_.is(k, Word::previous) ||
          phrase_.is(k, Word::compare) || phrase_.is(k, Word::than))
        return true;
    }
    return false;
  }

  // What is explained went one way.
  [[nodiscard]] bool one_direction(std::size_t trends) const {
    return std::all_of(out_.begin(), out_.begin() + static_cast<std::ptrdiff_t>(trends),
                       [&](const TrendReading& one) {
                         return one.direction == out_.front().direction && one.phrase == out_.front().phrase;
                       });
  }

  const Phrase& phrase_;
  std::vector<TrendReading>& out_;
};

}  // namespace

void read_causes(const Phrase& phrase, std::vector<TrendReading>& out) { CauseReader(phrase, out).read(); }

}  // namespace kcfin::prose
