// Reads behind "due to" and "partially offset by" what went up or down there.
#include "prose/cause.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "prose/change_word.h"
#include "prose/noun_phrase.h"
#include "prose/one_of.h"

namespace kcfin::prose {
namespace {

class CauseReader {
 public:
  CauseReader(const Phrase& phrase, std::vector<TrendReading>& out) : phrase_(phrase), out_(out) {}

  // "primarily due to the decrease in marketing expenses and higher rents, partially offset by lower fees":
  // what each cause names, one thing after the other.
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
                 : before || !(led || causes(i)))
        continue;
      if (!offset) before = true;
      if (!speaks_of_mix(i)) read_list(i, offset, trends);
    }
  }

 private:
  // "due to higher revenue from games, which have lower margins": more of what earns less.
  [[nodiscard]] bool speaks_of_mix(std::size_t cause) const {
    const std::string_view rest = phrase_.text.substr(phrase_.tokens[cause].begin);
    return has_word(rest, "margin") || has_word(rest, "margins") || has_word(rest, "mix") ||
           has_word(rest, "percentage") || has_word(rest, "proportion") || has_word(rest, "priced");
  }

  // "due to", "was driven by", "as a result of"
  [[nodiscard]] bool causes(std::size_t i) const {
    static constexpr std::array<std::string_view, 8> kCauses = {
        "due", "attributable", "attributed", "driven", "caused", "because", "owing", "resulted"};
    const std::string_view word = phrase_.word_at(i);
    return one_of(word, kCauses) ||
           (word == "result" && phrase_.is(i - 1, Word::article) && phrase_.is(i + 1, Word::of));
  }

  // "higher rents and fees, increased headcount as well as a decrease in grants": each that says its
  // direction, up to what says none.
  void read_list(std::size_t cause, bool offset, std::size_t trends) {
    for (std::size_t i = cause + 1; i < phrase_.tokens.size();) {
      while (leads_in(i)) ++i;
      const std::size_t item = i;
      i = read_cause(cause, i, offset, trends);
      if (i == item && leaves_list(cause, i)) return;
      while (i < phrase_.tokens.size() && !parts_list(i)) {
        if (!goes_with_item(i) && i > item) return;
        ++i;
      }
      while (parts_list(i)) ++i;
    }
  }

  // "inflation and higher rents" goes on; "offset, in part, by lower rents", "to a lesser extent, by lower
  // rents" say something else.
  [[nodiscard]] bool leaves_list(std::size_t cause, std::size_t i) const {
    static constexpr std::array<std::string_view, 5> kLeave = {"offset", "mitigated", "net", "despite", "in"};
    const std::size_t before = phrase_.is(i - 1, Word::article) ? i - 2 : i - 1;
    return phrase_.is(i, Word::cause) || phrase_.is(i, Word::preposition) ||
           one_of(phrase_.word_at(i), kLeave) || (phrase_.is(before, Word::to) && before > cause + 1);
  }

  [[nodiscard]] bool leads_in(std::size_t i) const {
    return phrase_.is(i, Word::adverb) || phrase_.is(i, Word::to) || phrase_.is(i, Word::by) ||
           phrase_.is(i, Word::of) || phrase_.is(i, Word::from) || phrase_.is(i, Word::article) ||
           (i < phrase_.tokens.size() && phrase_.tokens[i].kind == Token::Kind::quantity);
  }

  // ", and", "as well as"
  [[nodiscard]] bool parts_list(std::size_t i) const {
    return phrase_.mark(i, ',') || phrase_.word_at(i) == "and" ||
           (phrase_.is(i, Word::as) &&
            (phrase_.word_at(i + 1) == "well" || phrase_.word_at(i - 1) == "well")) ||
           (phrase_.word_at(i) == "well" && phrase_.is(i - 1, Word::as));
  }

  // "higher fees from new berths": where, and of what, but nothing that happens.
  [[nodiscard]] bool goes_with_item(std::size_t i) const {
    const Token& token = phrase_.tokens[i];
    return token.is(Word::other) || token.is(Word::preposition) || token.is(Word::of) ||
           token.is(Word::from) || token.is(Word::to) || token.is(Word::with) || token.is(Word::article) ||
           token.kind == Token::Kind::number;
  }

  // What is named at `i` as gone up or down; the token behind it, or `i` where nothing is.
  std::size_t read_cause(std::size_t cause, std::size_t i, bool offset, std::size_t trends) {
    const Direction direction = i < phrase_.tokens.size() ? direction_of(phrase_.tokens[i]) : Direction::none;
    if (direction == Direction::none) return i;
    const std::string_view word = phrase_.word_at(i);
    // "a decrease of RMB5.0 million in rents"
    std::size_t from = i + 1;
    if (phrase_.is(from, Word::of) && from + 1 < phrase_.tokens.size() &&
        phrase_.tokens[from + 1].kind == Token::Kind::quantity)
      from += 2;
    const bool noun = phrase_.word_at(from) == "in" && change_noun(word);
    const bool adjective = from == i + 1 && (word == "higher" || word == "lower" || word == "increased" ||
                                             word == "decreased" || word == "reduced");
    // What improved may have become more or less.
    if (!(noun && !word.starts_with("improve")) && !adjective) return i;
    if (noun) ++from;
    const std::size_t end = item_end(from);
    TrendReading reading;
    if (says_when(from, reading.own)) return i;
    reading.phrase = noun_phrase(phrase_.text, phrase_.range(from, end));
    if (reading.phrase.empty()) return i;
    reading.direction = direction;
    reading.at = phrase_.tokens[i].begin;
    reading.size = phrase_.tokens[i].end - phrase_.tokens[i].begin;
    reading.cause = true;
    reading.offset = offset;
    reading.clause = phrase_.tokens[cause].begin;
    reading.explains_reading = trends > 0 && out_[trends - 1].at < reading.clause;
    if (reading.explains_reading && !one_direction(trends)) return i;
    out_.push_back(std::move(reading));
    return end;
  }

  // Where a noun phrase ends, or the next thing begins that says its direction: "rents and a decrease in
  // fees".
  [[nodiscard]] std::size_t item_end(std::size_t from) const {
    const std::size_t end = phrase_.phrase_end(from, phrase_.tokens.size());
    for (std::size_t i = from; i < end; ++i) {
      if (!parts_list(i)) continue;
      std::size_t next = i;
      while (next < phrase_.tokens.size() && (parts_list(next) || leads_in(next))) ++next;
      if (next < phrase_.tokens.size() && direction_of(phrase_.tokens[next]) != Direction::none) return i;
    }
    return end;
  }

  // "due to higher costs in the prior year": what was then explains the opposite. A period that is named is
  // given; what something is compared with follows it.
  [[nodiscard]] bool says_when(std::size_t from, std::uint32_t& own) const {
    for (std::size_t k = from; k < phrase_.tokens.size(); ++k) {
      if (phrase_.mark(k, ',') || phrase_.mark(k, ';') || phrase_.is(k, Word::cause) ||
          phrase_.is(k, Word::compare) || phrase_.is(k, Word::than))
        return false;
      if (phrase_.is(k, Word::previous)) return true;
      if (const PeriodPhrase* period = phrase_.period_at(k); period != nullptr && !over(*period)) {
        own = phrase_.tokens[k].index;
        return false;
      }
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
